import PortKnowledge
import Testing

@Suite("A typed answer")
struct EntryTests {
  private func question(
    _ form: Question.Entry.Form, _ accepted: [String], mistakes: [String] = []
  ) -> Question {
    Question(
      id: "id", topic: "ports", prompt: "What?",
      kind: .entry(
        Question.Entry(
          accepted: accepted,
          mistakes: mistakes.map { Question.Entry.Mistake($0, explanation: "It is \($0).") },
          form: form)),
      explanation: "So.")
  }

  @Test(
    "means an address in every form of it, an IPv4-mapped one too",
    arguments: [
      ("192.0.2.7", ["192.0.2.7", " 192.0.2.7 ", "::ffff:192.0.2.7", "::FFFF:C000:207"]),
      ("::ffff:192.0.2.7", ["192.0.2.7", "0:0:0:0:0:ffff:c000:0207"]),
      ("2001:db8::1", ["2001:DB8::1", "2001:0db8:0:0:0:0:0:1", "2001:db8::0.0.0.1"]),
    ])
  func addresses(accepted: String, typed: [String]) {
    for text in typed {
      #expect(question(.address, [accepted]).verdict(on: .text(text)).isCorrect, "\(text)")
    }
  }

  @Test(
    "is no address where it is none, or another one",
    arguments: ["", "192.0.2.8", "192.0.2.07", "192.0.2.7:80", "::192.0.2.7", "[::ffff:192.0.2.7]"])
  func noAddress(typed: String) {
    #expect(!question(.address, ["192.0.2.7"]).verdict(on: .text(typed)).isCorrect)
  }

  @Test("means an endpoint in every form of its address")
  func endpoints() {
    let question = question(
      .endpoint, ["[2001:db8::1]:443"], mistakes: ["192.0.2.7:443", "nothing"])
    for text in ["[2001:db8::1]:443", "[2001:DB8:0::1]:443 "] {
      #expect(question.verdict(on: .text(text)).isCorrect, "\(text)")
    }
    for text in ["2001:db8::1:443", "[2001:db8::1]:0443", "[2001:db8::1]:444", "[2001:db8::1]"] {
      let verdict = question.verdict(on: .text(text))
      #expect(!verdict.isCorrect && verdict.mistakes.isEmpty, "\(text)")
    }
    for (text, known) in [("[::ffff:192.0.2.7]:443", "192.0.2.7:443"), ("Nothing", "nothing")] {
      let remark = question.verdict(on: .text(text)).mistakes.first
      #expect(remark?.label == text && remark?.text == "It is \(known).")
    }
  }

  @Test("is a number only in plain digits")
  func numbers() {
    let question = question(.number, ["4430"], mistakes: ["443"])
    #expect(question.verdict(on: .text(" 4430 ")).isCorrect)
    for text in ["04430", "4,430", "4.430", "4 430", "4'430", "+4430", "4430.0", "0x114e", "٤٤٣٠"] {
      #expect(!question.verdict(on: .text(text)).isCorrect, "\(text)")
    }
    #expect(question.verdict(on: .text("443")).mistakes.first?.text == "It is 443.")
    #expect(question.verdict(on: .text("0443")).mistakes.isEmpty)
  }

  @Test("is a text without regard to case and outer spaces")
  func texts() {
    let question = question(.text, ["SQL Server"])
    for text in ["sql server", "  SQL \t Server\n", "SQL SERVER"] {
      #expect(question.verdict(on: .text(text)).isCorrect, "\(text)")
    }
    #expect(!question.verdict(on: .text("SQLServer")).isCorrect)
  }
}

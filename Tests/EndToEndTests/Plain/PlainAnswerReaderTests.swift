import PortKnowledge
import Testing

@testable import portside

@Suite("Answers in several parts as they are typed")
struct PlainAnswerReaderTests {
  private func reading(_ line: String, _ question: Question) -> PlainAnswerReader.Reading {
    PlainAnswerReader(question).read(line)
  }

  @Test("An order is every number once, with commas or spaces", arguments: ["2,3,1", " 2 3, 1 "])
  func order(line: String) {
    #expect(reading(line, PartsQuestions.order) == .answer(.order([1, 2, 0])))
  }

  @Test(
    "Another count of numbers, a double one, or something else is told in one sentence",
    arguments: [
      ("2,1", "Type all 3 numbers in order: 3 is missing."),
      ("2", "Type all 3 numbers in order: 1, 3 are missing."),
      ("2,1,2", "2 is there twice; type every number once, in order."),
      ("1,2,3,1", "1 is there twice; type every number once, in order."),
      ("1,2,4", "Type every number from 1 to 3 once, in order, or h, s or q."),
      ("", "Type every number from 1 to 3 once, in order, or h, s or q."),
      ("first", "Type every number from 1 to 3 once, in order, or h, s or q."),
    ])
  func unclearOrder(line: String, advice: String) {
    #expect(reading(line, PartsQuestions.order) == .unclear(advice))
  }

  @Test("A table is one number for each blank", arguments: ["2,3", "2 3"])
  func table(line: String) {
    #expect(reading(line, PartsQuestions.table) == .answer(.cells([1, 2])))
    #expect(reading("2", PartsQuestions.oneBlank) == .answer(.cells([1])))
  }

  @Test("A number too many or too few, or one that is no choice, is told in one sentence")
  func unclearTable() {
    let table = PartsQuestions.table
    let wide = PartsQuestions.wideTable
    #expect(
      reading("2", table) == .unclear("There are 2 blanks, and you typed 1: type one for each."))
    #expect(
      reading("2,3,1", table)
        == .unclear("There are 2 blanks, and you typed 3: type one for each."))
    #expect(reading("2,4", table) == .unclear("Blank 2 has the choices 1 to 3, and no 4."))
    #expect(reading("3,3", wide) == .unclear("Blank 1 has the choices 1 to 2, and no 3."))
    #expect(reading("2,3", wide) == .answer(.cells([1, 2])))
    #expect(
      reading("ESTAB", table)
        == .unclear("Type one number for each of the 2 blanks, such as 2,1, or h, s or q."))
    #expect(
      reading("x", PartsQuestions.oneBlank)
        == .unclear("Type one number from 1 to 3, or h, s or q."))
    #expect(
      reading("1,2", PartsQuestions.oneBlank)
        == .unclear("There is 1 blank, and you typed 2: type one for each."))
  }

  @Test("A hint, skipping and leaving work here too")
  func commands() {
    for question in [PartsQuestions.order, PartsQuestions.table] {
      #expect(reading("h", question) == .hint)
      #expect(reading("s", question) == .skip)
      #expect(reading("q", question) == .quit)
    }
  }
}

import PortKnowledge
import Testing

@Suite("Exercises: filters of ss")
struct SocketFilterFamilyTests {
  /// A question that asks for a filter, with what it is graded by.
  private struct Typed {
    let question: Question
    let entry: Question.Entry
    let rows: Question.FilterRows
    let filter: String
  }

  private func typed(_ level: ExerciseLevel) throws -> [Typed] {
    let family = try #require(ExerciseCatalog.family(named: "socket-filter"))
    return (0..<300).compactMap { seed in
      let question = family.question(seed: UInt64(seed), level: level)
      guard case .entry(let entry) = question.kind, case .filter(let rows) = entry.form,
        let filter = entry.accepted.first
      else { return nil }
      return Typed(question: question, entry: entry, rows: rows, filter: filter)
    }
  }

  @Test("have a filter that shows some of the rows that are seen and not all")
  func selections() throws {
    for level in ExerciseLevel.allCases {
      let all = try typed(level)
      #expect(all.count > 100)
      for one in all {
        let filter = try SocketFilter(one.filter)
        let count = one.rows.shown.count { filter.matches($0.row) }
        #expect((1..<one.rows.shown.count).contains(count), "\(one.question.id): \(one.filter)")
      }
    }
  }

  @Test("mean the same whichever way and and or are said to bind")
  func binding() throws {
    for level in ExerciseLevel.allCases {
      for one in try typed(level) {
        for text in [one.filter] + one.entry.mistakes.map(\.text) {
          let asItIs = one.rows.selection(of: try SocketFilter(text))
          let asTheManualSays = one.rows.selection(of: try SocketFilter(text, binding: .andFirst))
          #expect(asItIs == asTheManualSays, "\(one.question.id): \(text)")
        }
      }
    }
  }

  @Test("refuse every near miss, with the row that shows it and the reason")
  func nearMisses() throws {
    for level in ExerciseLevel.allCases {
      for one in try typed(level) {
        #expect(one.entry.mistakes.count >= 3)
        for mistake in one.entry.mistakes {
          let verdict = one.question.verdict(on: .text(mistake.text))
          let remark = try #require(verdict.mistakes.first, "\(one.question.id): \(mistake.text)")
          #expect(!verdict.isCorrect)
          #expect(remark.text.hasSuffix(mistake.explanation), "\(one.question.id): \(remark.text)")
          #expect(remark.text.contains("also show") || remark.text.contains("out "))
          #expect(remark.figure.contains { $0.text.contains("\u{25B2}") })
          #expect(remark.figure.allSatisfy { $0.text.count <= 58 }, "\(one.question.id)")
        }
      }
    }
  }

  /// Other ways to write a filter that show the same rows.
  private static func rewritten(_ filter: String) -> [String] {
    [
      filter.replacing(" = :", with: " eq "), filter.replacing(" = :", with: " == :"),
      filter.replacing(" or ", with: " || "), filter.replacing("not ", with: "! "),
      filter.replacing(" ne ", with: " != "),
      filter.replacing("exclude listening", with: "state connected"),
      filter.replacing("state established", with: "state ESTABLISHED"),
      filter.replacing("sport >= ", with: "sport ge "),
      filter.replacing("( ", with: "'( ").replacing(" )", with: " )'"), "  \(filter)  ",
    ]
  }

  @Test("accept a filter by what it shows, however it is written")
  func rewriting() throws {
    for level in ExerciseLevel.allCases {
      for one in try typed(level) {
        for text in Self.rewritten(one.filter) {
          let verdict = one.question.verdict(on: .text(text))
          #expect(verdict.isCorrect, "\(one.question.id): \(text) \(verdict.mistakes)")
          #expect(verdict.given == text && verdict.right == one.filter)
        }
      }
    }
  }

  @Test("say the column of what is no filter")
  func errors() throws {
    let one = try #require(try typed(.easy).first)
    for (text, column) in [("sport=:443", "6"), ("state listen", "7"), ("", "")] {
      let verdict = one.question.verdict(on: .text(text))
      #expect(!verdict.isCorrect)
      if !column.isEmpty {
        #expect(verdict.mistakes.first?.text.hasPrefix("Column \(column): ") == true)
        #expect(verdict.mistakes.first?.label == text)
      }
    }
    #expect(!one.question.verdict(on: .choice(0)).isCorrect)
  }

  @Test("tell a learner who follows the manual that ss does not")
  func manual() throws {
    let rows = Question.FilterRows(
      shown: [80, 443, 8080].map { ListedSocket(listener: Endpoint(.any, $0)) }
        + [ListedSocket(listener: Endpoint(.loopback, 443))], hidden: [])
    let question = Question(
      id: "", topic: "tools", prompt: "",
      kind: .entry(
        Question.Entry(
          accepted: ["sport = :80 or ( sport = :443 and src 127.0.0.1 )"], form: .filter(rows))),
      explanation: "")
    let verdict = question.verdict(on: .text("sport = :80 or sport = :443 and src 127.0.0.1"))
    #expect(!verdict.isCorrect)
    #expect(verdict.mistakes.first?.text.contains("from left to right") == true)
    #expect(verdict.mistakes.first?.text.contains("leaves out LISTEN 0.0.0.0:80") == true)
  }

  @Test("name the row that only another table would show")
  func hiddenRows() throws {
    let listener = ListedSocket(listener: Endpoint(.any, 443))
    let other = ListedSocket(listener: Endpoint(.any, 80))
    let question = Question(
      id: "", topic: "tools", prompt: "",
      kind: .entry(
        Question.Entry(
          accepted: ["sport = :443"],
          form: .filter(Question.FilterRows(shown: [listener], hidden: [other])))),
      explanation: "")
    let verdict = question.verdict(on: .text("state listening"))
    #expect(
      verdict.mistakes.map(\.text) == [
        "These rows it gets right. It would also show LISTEN 0.0.0.0:80 0.0.0.0:*."
      ])
    #expect(question.verdict(on: .text("src :443")).isCorrect)
  }

  @Test("have options that show other rows than the right one")
  func options() throws {
    let family = try #require(ExerciseCatalog.family(named: "socket-filter"))
    var chosen = 0
    for level in ExerciseLevel.allCases {
      for seed in 0..<300 {
        let question = family.question(seed: UInt64(seed), level: level)
        guard case .chooseOne(let options) = question.kind else { continue }
        chosen += 1
        for option in options where !option.isRight {
          #expect(!option.figure.isEmpty, "\(question.id): \(option.text)")
        }
      }
    }
    #expect(chosen > 100)
  }
}

import PortKnowledge
import Practice
import TerminalUI
import Testing

@testable import Tutor

@Suite("A question with a table to fill")
struct TableQuestionTests {
  private func app(_ question: Question = Fixture.tabled, size: Size = Fixture.normal) -> AppState {
    Fixture.app(asking: [question], size: size)
  }

  private func state(_ app: AppState) throws -> QuestionState {
    try #require((app.visible as? LessonScreen)?.questions[0])
  }

  private func filling(_ app: AppState) throws -> TableInput {
    try #require(state(app).filling)
  }

  /// The place of a text on the screen, for a click on it.
  private func place(of text: String, in app: inout AppState) throws -> Key {
    let lines = app.view().lines
    let row = try #require(lines.firstIndex { $0.contains(text) }, "\(text)")
    let start = try #require(lines[row].firstRange(of: text)?.lowerBound)
    return .click(column: lines[row][..<start].count, row: row)
  }

  @Test("A digit fills the blank and goes on to the next empty one, from the last to the first")
  func digits() throws {
    var app = app()
    app.press(.down)
    app.type("4")
    #expect(try filling(app).choices == [nil, 3, nil])
    #expect(try filling(app).cursor == 2)
    app.type("3")
    #expect(try filling(app).cursor == 0)
    app.type("9")
    #expect(try filling(app).choices == [nil, 3, 2], "there is no ninth choice")
    app.type("2")
    #expect(try filling(app).choices == [1, 3, 2])
    #expect(try filling(app).cursor == 0, "nothing is empty any more")
    #expect(app.screen.contains { $0.contains("All filled: Enter answers.") })
  }

  @Test("The arrows and Space go through the choices and stay on the blank")
  func turning() throws {
    var app = app()
    app.press(.right)
    #expect(try filling(app).choices[0] == 0)
    app.press(.character(" "), .right)
    #expect(try filling(app).choices[0] == 2)
    app.press(.left, .left, .left)
    #expect(try filling(app).choices[0] == 3)
    app.press(.right)
    #expect(try filling(app).choices == [0, nil, nil])
    app.press(.down, .left)
    #expect(try filling(app).choices == [0, 3, nil])
    #expect(try filling(app).cursor == 1)
  }

  @Test("↑↓ and Tab move between the blanks, Backspace empties one")
  func moving() throws {
    var app = app()
    app.press(.tab, .tab)
    #expect(try filling(app).cursor == 2)
    app.press(.down)
    #expect(try filling(app).cursor == 2)
    app.press(.backTab)
    #expect(try filling(app).cursor == 1)
    app.press(.home, .character("1"), .up, .backspace)
    #expect(try filling(app).choices == [nil, nil, nil])
  }

  @Test("A click on a blank goes there, a click on a choice fills it", arguments: Fixture.sizes)
  func clicks(size: Size) throws {
    var app = app(size: size)
    let lines = app.view().lines
    let row = try #require(lines.firstIndex { $0.contains("server  nothing") })
    let column = try #require(lines[row].firstIndex(of: "["))
    app.press(.click(column: lines[row][..<column].count + 2, row: row))
    #expect(try filling(app).cursor == 2)
    app.press(try place(of: "3  CLOSE-WAIT", in: &app))
    #expect(try filling(app).choices == [nil, nil, 2])
    #expect(try filling(app).cursor == 0)
    app.press(try place(of: "4  TIME-WAIT", in: &app))
    #expect(try filling(app).choices == [3, nil, 2])
    app.press(try place(of: "[TIME-WAIT", in: &app))
    #expect(try filling(app).cursor == 0)
    app.press(try place(of: "close()  ", in: &app))
    #expect(try filling(app).choices == [3, nil, 2], "what is given cannot be clicked")
  }

  @Test("Enter with an empty blank says so and goes there")
  func missing() throws {
    var app = app()
    app.press(.enter)
    #expect(app.screen.contains { $0.contains("Nothing is filled in yet") })
    app.type("2")
    app.press(.down, .enter)
    #expect(try filling(app).cursor == 1)
    #expect(app.screen.contains { $0.contains("2 of 3 blanks are still empty") })
    app.type("4")
    app.press(.enter)
    #expect(app.screen.contains { $0.contains("1 of 3 blanks is still empty") })
    #expect(try state(app).verdict == nil)
  }

  @Test("The right table is kept in words and explained")
  func right() throws {
    var app = app()
    app.type("243")
    guard case .record(let record) = app.press(.enter).first else {
      Issue.record("no answer was kept")
      return
    }
    #expect(record.isCorrect && record.given == "FIN-WAIT-2, TIME-WAIT, CLOSE-WAIT")
    #expect(app.keyContext == .answered)
    let text = app.screen.joined(separator: "\n")
    #expect(text.contains("✓ Right.") && text.contains("✓ CLOSE-WAIT") && !text.contains("✗"))
  }

  @Test("A wrong blank shows the right value, its reason and its figure", arguments: Fixture.sizes)
  func wrong(size: Size) throws {
    var app = app(size: size)
    app.type("443")
    guard case .record(let record) = app.press(.enter).first else {
      Issue.record("no answer was kept")
      return
    }
    #expect(!record.isCorrect && record.given == "TIME-WAIT, TIME-WAIT, CLOSE-WAIT")
    var seen = app.screen
    app.press(.end)
    seen += app.screen
    let text = seen.joined(separator: "\n")
    #expect(text.contains("✗ TIME-WAIT"))
    #expect(text.contains("✓ FIN-WAIT-2") && text.contains("✓ TIME-WAIT"))
    #expect(text.contains("✗ Not quite: 2 of 3 are right."))
    #expect(text.contains("✗ client, FIN is acknowledged: TIME-WAIT."))
    #expect(text.contains("▲ seen"))
    #expect(text.contains("✓ The rule.  Who closes first"))
  }

  @Test("A table that is too wide lists one blank a line, and clicks work there too")
  func wide() throws {
    var app = app(Fixture.widelyTabled, size: Fixture.small)
    let lines = app.screen
    #expect(lines.contains { $0.contains("first segment  its source: 198.51.100.7:40112") })
    #expect(lines.allSatisfy { $0.count { $0 == "[" } < 2 })
    let row = try #require(lines.lastIndex { $0.contains("[") })
    _ = app.view()
    app.press(.click(column: 8, row: row))
    #expect(try filling(app).cursor == 3)
    app.press(try place(of: "2  refused", in: &app))
    #expect(try filling(app).choices == [nil, nil, nil, 1])
    app.press(.character("2"), .character("1"), .character("1"), .enter)
    app.press(.home)
    let text = app.screen.joined(separator: "\n")
    #expect(text.contains("✗ refused with an RST  ✓ delivered to this one"))
  }

  @Test("However wide its texts are, no line of a table is cut", arguments: [58, 76])
  func neverCut(columns: Int) throws {
    for question in [Fixture.tabled, Fixture.widelyTabled] {
      var state = QuestionState(question, askedAt: 0)
      var widths = state.document(columns: columns).lines.map(\.text.columns)
      let wrong = try #require(state.filling).choices.map { _ in 1 }
      _ = state.settle(.cells(wrong))
      widths += state.document(columns: columns).lines.map(\.text.columns)
      #expect(widths.allSatisfy { $0 <= columns }, "\(question.id): \(widths.max() ?? 0)")
    }
  }

  @Test("A page up at the top of a question turns back, because ← belongs to the choices")
  func turningBack() throws {
    var app = Fixture.app(asking: [Fixture.ordered, Fixture.tabled])
    app.press(.character("s"), .pageUp)
    #expect(app.keyContext == .questionOrder)
  }

  @Test("An answer that is shown and not given fills the table")
  func revealed() throws {
    var state = QuestionState(Fixture.tabled, askedAt: 0)
    _ = state.handle(.choose(0))
    state.reveal(Fixture.tabled.verdict(on: Fixture.tabled.rightAnswer))
    let text = state.document(columns: 76).lines.map(\.text.text).joined(separator: "\n")
    #expect(text.contains("✓ FIN-WAIT-2") && text.contains("✓ CLOSE-WAIT") && !text.contains("✗"))
  }
}

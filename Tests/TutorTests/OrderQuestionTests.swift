import PortKnowledge
import Practice
import TerminalUI
import Testing

@testable import Tutor

@Suite("A question that asks for an order")
struct OrderQuestionTests {
  private func app(_ question: Question = Fixture.ordered) -> AppState {
    Fixture.app(asking: [question])
  }

  private func state(_ app: AppState) throws -> QuestionState {
    try #require((app.visible as? LessonScreen)?.questions[0])
  }

  private func order(_ app: AppState) throws -> [Int] {
    try #require(state(app).ordering).order
  }

  private func record(_ effects: [Effect]) throws -> AnswerRecord {
    guard case .record(let record)? = effects.first else {
      throw Missing(what: "no answer was kept: \(effects)")
    }
    return record
  }

  private struct Missing: Error {
    let what: String
  }

  @Test("Digits give places in turn; the same digit takes the item out and later ones move up")
  func digits() throws {
    var app = app()
    app.type("351")
    #expect(try order(app) == [2, 4, 0])
    #expect(app.screen.contains { $0.contains("[3] listen(3, 16)") })
    app.type("5")
    #expect(try order(app) == [2, 0])
    #expect(app.screen.contains { $0.contains("[2] listen(3, 16)") })
    #expect(app.screen.contains { $0.contains("Order so far: 3, 1") })
    app.type("9")
    #expect(try order(app) == [2, 0], "there is no ninth item")
  }

  @Test("Space places the cursor's item, Backspace takes the last one out")
  func spaceAndBackspace() throws {
    var app = app()
    app.press(.down, .down, .character(" "), .end, .character(" "))
    #expect(try order(app) == [2, 4])
    app.press(.backspace)
    #expect(try order(app) == [2])
    app.press(.backspace, .backspace, .backspace)
    #expect(try order(app).isEmpty)
  }

  @Test("A click gives an item its place and takes it away again")
  func clicks() throws {
    var app = app()
    let row = try #require(app.view().lines.firstIndex { $0.contains("socket() = 3") })
    app.press(.click(column: 12, row: row))
    #expect(try order(app) == [2])
    _ = app.view()
    app.press(.click(column: 12, row: row))
    #expect(try order(app).isEmpty)
  }

  @Test("Enter before all are placed says which are missing, and the next key takes that away")
  func missing() throws {
    var app = app()
    #expect(app.press(.enter).isEmpty)
    #expect(app.screen.contains { $0.contains("Nothing is placed yet") })
    app.type("35")
    #expect(!app.screen.contains { $0.contains("Nothing is placed yet") })
    app.press(.enter)
    #expect(app.screen.contains { $0.contains("1, 2 and 4 have no place yet") })
    app.type("14")
    app.press(.enter)
    #expect(app.screen.contains { $0.contains("2 has no place yet: press 2") })
    #expect(try state(app).verdict == nil)
  }

  @Test("The right order is kept and every item is marked as right")
  func right() throws {
    var app = app()
    app.type("35142")
    let record = try record(app.press(.enter))
    #expect(record.isCorrect && record.given == "3, 5, 1, 4, 2" && record.itemID == "t-order")
    #expect(app.keyContext == .answered)
    let screen = app.screen
    #expect(screen.contains { $0.contains("✓ Right.") })
    #expect(screen.count { $0.contains("✓") && $0.contains("[") } == 5)
  }

  @Test("A wrong order says which rule is broken and tells the right one in words")
  func wrong() throws {
    var app = app()
    app.type("31542")
    let record = try record(app.press(.enter))
    #expect(!record.isCorrect && record.given == "3, 1, 5, 4, 2")
    let text = app.screen.joined(separator: "\n")
    #expect(text.contains("✗ 1  [2] listen(3, 16)  too early"))
    #expect(text.contains("✗ 5  [3] bind(3, :80)  too late"))
    #expect(text.contains("✓ 3  [1] socket() = 3"))
    #expect(text.contains("✗ 5 must come before 1.  listen() without bind()"))
    #expect(!text.contains("must come before 5"), "a rule that is kept")
    #expect(text.contains("✓ The right order: 3, 5, 1, 4, 2."))
    let places = ["1. socket() = 3", "2. bind(3, :80)", "5. recv(4, 4096)"]
    for line in places { #expect(text.contains("   " + line)) }
  }

  @Test("Any order that keeps the rules is right; where there are several, that is said")
  func several() throws {
    #expect(Fixture.ordered.kind.ordering?.hasOneSolution == true)
    #expect(Fixture.looselyOrdered.kind.ordering?.hasOneSolution == false)
    var app = app(Fixture.looselyOrdered)
    app.type("718263459")
    #expect(try record(app.press(.enter)).isCorrect)
    app = self.app(Fixture.looselyOrdered)
    app.type("123456789")
    #expect(try !record(app.press(.enter)).isCorrect)
    app.press(.end)
    #expect(app.screen.joined().contains("A right order, and not the only one"))
  }

  @Test("h is a hint, s skips, the page before is behind ←, and Esc leaves")
  func others() throws {
    var app = Fixture.app(asking: [Fixture.ordered, Fixture.looselyOrdered])
    app.press(.character("h"))
    #expect(try state(app).hintsShown == 1)
    #expect(app.screen.contains { $0.contains("Hint 1 of 3") })
    app.press(.character("s"))
    #expect(app.screen.contains { $0.contains("ephemeral port") })
    app.press(.left)
    #expect(app.screen.contains { $0.contains("Hint 1 of 3") })
    app.press(.escape)
    #expect(app.screenName == .home)
  }

  @Test("An answer that is shown and not given shows a right order")
  func revealed() throws {
    var state = QuestionState(Fixture.ordered, askedAt: 0)
    _ = state.handle(.choose(0))
    state.reveal(Fixture.ordered.verdict(on: Fixture.ordered.rightAnswer))
    let text = state.document(columns: 76).lines.map(\.text.text).joined(separator: "\n")
    #expect(text.contains("✓ 3  [1] socket() = 3"))
    #expect(text.contains("✓ The right order: 3, 5, 1, 4, 2."))
    #expect(!text.contains("✗"))
  }
}

extension Question.Kind {
  fileprivate var ordering: Question.Ordering? {
    if case .putInOrder(let ordering) = self { ordering } else { nil }
  }
}

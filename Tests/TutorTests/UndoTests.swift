import PortKnowledge
import Practice
import TerminalUI
import Testing

@testable import Tutor

@Suite("Taking an answer back")
struct UndoTests {
  @Test("in a lesson withdraws it and asks again")
  func lesson() throws {
    var app = Fixture.app(.lesson("first"))
    for _ in 0..<3 where app.keyContext != .question { app.press(.character(" ")) }
    let before = app.screen
    let effects = app.press(.character("2"))
    guard case .record(let record) = try #require(effects.first) else {
      Issue.record("no answer was kept")
      return
    }
    #expect(app.press(.character("u")) == [.withdraw(WithdrawalRecord(of: record))])
    #expect(app.screen == before)
    #expect(app.press(.character("u")).isEmpty)
    #expect(app.press(.character("1")).count == 1)
  }

  @Test("in a round goes back, even from the next question")
  func round() throws {
    var app = Fixture.app(.practice(families: ["same-connection"], seed: 7, level: .medium))
    let before = app.screen
    let effects = app.press(.character("1"))
    guard case .record(let record) = try #require(effects.first) else {
      Issue.record("no answer was kept")
      return
    }
    app.press(.right)
    #expect(app.screen != before)
    #expect(app.press(.character("u")) == [.withdraw(WithdrawalRecord(of: record))])
    #expect(app.screen == before)
    #expect(app.press(.character("u")).isEmpty)
  }
}

import PortKnowledge
import Practice
import TerminalUI
import Testing

@testable import Tutor

@Suite("Asking the kernel")
struct KernelCheckTests {
  private func round(_ family: String = "bind-pair", size: Size = Fixture.normal) -> AppState {
    Fixture.app(.practice(families: [family], seed: 7, level: .easy), size: size)
  }

  /// The exercise for which the kernel was asked; nil where it was not.
  private func asked(_ effects: [Effect]) -> ExerciseID? {
    effects.compactMap { if case .askKernel(let id) = $0 { id } else { nil } }.first
  }

  private func answer(_ app: inout AppState) -> [Effect] {
    switch app.keyContext {
    case .questionSeveral: return app.press(.character("1"), .enter)
    case .question: return app.press(.character("1"))
    default:
      var effects: [Effect] = []
      for _ in 0..<12 where app.keyContext == .questionTable || app.keyContext == .questionOrder {
        effects += app.press(.character("1"), .enter)
      }
      return effects
    }
  }

  private func report(agrees: Bool, obstacle: String? = nil) -> ExperimentReport {
    ExperimentReport(
      calls: [
        CallRecord(
          name: "bind", arguments: "4, 127.0.0.1:13349", result: -1, errorName: "EADDRINUSE",
          microseconds: 3, actor: "B")
      ],
      findings: obstacle == nil
        ? [
          .init(
            call: "B: bind(127.0.0.1:8080)", model: .error("EADDRINUSE"),
            kernel: agrees ? .error("EADDRINUSE") : .ok, isAsked: true)
        ] : [],
      standIns: ["port 8080 by 13349"], obstacle: obstacle, microseconds: 12_000)
  }

  @Test("shows what the kernel made of an answered exercise", arguments: Fixture.sizes)
  func agreement(size: Size) throws {
    var app = round(size: size)
    #expect(answer(&app).contains { if case .record = $0 { true } else { false } })
    #expect(app.keyContext == .answeredKernel)
    let asked = asked(app.press(.character("v")))
    let id = try #require(asked)
    #expect(id.family == "bind-pair")
    #expect(app.screen.contains { $0.contains("Asking the kernel") })
    #expect(self.asked(app.press(.character("v"))) == nil)
    let effects = app.update(.kernelAnswered(id, report(agrees: true)), at: Fixture.now)
    #expect(effects.isEmpty)
    let screen = app.screen.joined(separator: "\n")
    #expect(screen.contains("✓ The kernel agrees."))
    #expect(screen.contains("B: bind(127.0.0.1:8080)"))
  }

  @Test("takes an answer back where the kernel disagrees")
  func disagreement() throws {
    var app = round()
    let kept = answer(&app).compactMap { effect -> AnswerRecord? in
      if case .record(let answer) = effect { answer } else { nil }
    }.first
    let record = try #require(kept)
    let asked = asked(app.press(.character("v")))
    let id = try #require(asked)
    let effects = app.update(.kernelAnswered(id, report(agrees: false)), at: Fixture.now)
    #expect(effects == [.withdraw(WithdrawalRecord(of: record))])
    let screen = app.screen.joined(separator: "\n")
    #expect(screen.contains("The kernel disagrees, and the kernel is right."))
    #expect(screen.contains(id.description))
    // A second word on the same exercise changes nothing.
    #expect(app.update(.kernelAnswered(id, report(agrees: false)), at: Fixture.now).isEmpty)
  }

  @Test("shows the answer where none was given, and does not count it")
  func reveal() throws {
    var app = round()
    let asked = asked(app.press(.character("v")))
    let id = try #require(asked)
    #expect(app.update(.kernelAnswered(id, report(agrees: true)), at: Fixture.now).isEmpty)
    #expect(app.keyContext == .answered)
    app.press(.home)
    let screen = app.screen.joined(separator: "\n")
    #expect(screen.contains("does not count") || screen.contains("The kernel agrees"))
    #expect(answer(&app).isEmpty)
  }

  @Test("says why the kernel could not be asked, and lets the learner answer")
  func obstacle() throws {
    var app = round()
    let asked = asked(app.press(.character("v")))
    let id = try #require(asked)
    let reason = "This machine has no IPv6 loopback address ::1, which the case needs."
    let effects = app.update(
      .kernelAnswered(id, report(agrees: true, obstacle: reason)), at: Fixture.now)
    #expect(effects.isEmpty)
    #expect(app.screen.contains { $0.contains("could not be asked") })
    #expect(answer(&app).contains { if case .record = $0 { true } else { false } })
  }

  @Test("has nothing to ask where a table decides")
  func nothingToAsk() {
    var app = round("same-connection")
    #expect(asked(app.press(.character("v"))) == nil)
    #expect(app.screen.contains { $0.contains("There is nothing to ask the kernel here") })
    #expect(!answer(&app).isEmpty)
    #expect(app.keyContext == .answered)
  }

  @Test("is not confused by an answer that comes late")
  func late() throws {
    var app = round()
    let asked = asked(app.press(.character("v")))
    let id = try #require(asked)
    app.press(.character("s"))
    let before = app.screen
    #expect(app.update(.kernelAnswered(id, report(agrees: false)), at: Fixture.now).isEmpty)
    #expect(app.screen == before)
  }
}

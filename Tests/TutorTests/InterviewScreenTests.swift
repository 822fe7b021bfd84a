import Curriculum
import PortKnowledge
import Practice
import TerminalUI
import TestSupport
import Testing

@testable import Tutor

@Suite("The screens of a mock interview")
struct InterviewScreenTests {
  private static func app(
    _ start: StartPoint = .screen(.interview), size: Size = Fixture.normal
  ) -> AppState {
    var catalog = Fixture.catalog
    catalog.bank = InterviewBank.bank(of: 40)
    return AppState(
      size: size, catalog: catalog, progress: .init(), keepingNotice: nil, start: start,
      moment: Fixture.now)
  }

  private static let plan = InterviewPlan(minutes: 10, seed: 5)

  private func expect(_ app: AppState, named name: String) throws {
    try Snapshot.expect(
      app.screen.joined(separator: "\n"),
      named: "\(name)-\(app.size.columns)x\(app.size.rows)")
  }

  private func later(_ minutes: Double) -> Moment {
    Moment(
      milliseconds: Fixture.now.milliseconds + Int64(minutes * 60_000), zoneOffset: 7200)
  }

  @Test("The choices, a question, its points, a follow-up and the result", arguments: Fixture.sizes)
  func pictures(size: Size) throws {
    var app = Self.app(size: size)
    try expect(app, named: "interview-start")
    app.press(.down, .down, .down, .down, .enter)
    try expect(app, named: "interview-question")
    app.type("One socket listens, and each client has a socket of its own that keeps the port.")
    try expect(app, named: "interview-typed")
    app.press(.enter)
    try expect(app, named: "interview-answer")
    app.press(.character("1"), .character("3"))
    try expect(app, named: "interview-ticked")
    app.press(.enter)
    try expect(app, named: "interview-follow-up")
    app.press(.enter, .character("a"), .enter)
    if app.keyContext != .interviewDone { app.press(.escape) }
    try expect(app, named: "interview-result")
  }

  @Test("A port that was typed wrong", arguments: Fixture.sizes)
  func port(size: Size) throws {
    var app = Self.app(.interviewPorts, size: size)
    app.type("7")
    app.press(.enter)
    try expect(app, named: "interview-port")
  }

  @Test("Each answer is kept as a review of its card, a typed port with its answer")
  func keeping() throws {
    var app = Self.app(.interview(Self.plan))
    app.type("1")
    app.press(.enter)
    let effects = app.update(.keyPressed(.enter), at: later(1))
    guard case .review(let review, let answer)? = effects.first else {
      Issue.record("no review: \(effects)")
      return
    }
    #expect(review.cardID.hasPrefix("port:") && review.grade == .again)
    #expect(review.durationMilliseconds == 60_000)
    #expect(answer?.itemID == review.cardID && answer?.isCorrect == false)
    app.press(.enter, .character("a"), .character("e"))
    let second = app.press(.enter)
    guard case .review(let spoken, nil)? = second.first else {
      Issue.record("no review: \(second)")
      return
    }
    #expect(spoken.cardID.hasPrefix("interview:") && spoken.grade == .easy)
  }

  @Test("The clock ticks once a minute while it runs, and the last question may be finished")
  func clock() throws {
    var app = Self.app(.interview(Self.plan))
    var effects = app.takeInitialEffects()
    for minute in 1...10 {
      guard case .remind(let reminder, let wait)? = effects.last else {
        Issue.record("no reminder in minute \(minute): \(effects)")
        return
      }
      #expect(wait == 60_000)
      effects = app.update(.reminded(reminder), at: later(Double(minute)))
      // A second answer to the same reminder must not start a second clock.
      #expect(app.update(.reminded(reminder), at: later(Double(minute))).isEmpty)
      let header = app.screen[0]
      #expect(
        header.contains(minute == 10 ? "time is over" : "\(10 - minute) min left"), "\(header)")
    }
    #expect(effects.isEmpty, "no clock runs once the time is over")
    _ = app.update(.keyPressed(.enter), at: later(11))
    _ = app.update(.keyPressed(.enter), at: later(11))
    #expect(app.keyContext == .interviewDone)
  }

  @Test("Escape ends it with a result, or without one where nothing was answered")
  func ending() {
    var app = Self.app()
    app.press(.enter, .escape)
    #expect(app.keyContext == .interviewMenu)
    app.press(.enter, .enter, .enter, .escape)
    #expect(app.keyContext == .interviewDone)
    app.press(.escape)
    #expect(app.keyContext == .interviewMenu)
  }

  @Test("The demo that proves an answer opens over the interview, which waits below")
  func demo() {
    var app = Self.app(.interviewQuestion(InterviewItem.onePortID))
    app.press(.enter, .character("1"))
    app.press(.character("d"))
    #expect(app.screenName == .demo)
    app.press(.escape)
    #expect(app.keyContext == .rubric)
    #expect(app.screen.contains { $0.contains("[x]") })
  }

  @Test("What closes a gap opens from the result; n asks once more with another seed")
  func remedies() {
    var app = Self.app(.interviewQuestion(InterviewItem.onePortID))
    app.press(.enter, .enter, .escape)
    #expect(app.keyContext == .interviewDone)
    app.press(.enter)
    #expect([.demo, .lesson].contains(app.screenName))
    app.press(.escape, .character("n"))
    #expect(app.keyContext == .spoken)
  }

  @Test("What was typed outlives a resize")
  func resize() {
    var app = Self.app(.interviewQuestion(InterviewItem.onePortID))
    app.type("listening")
    _ = app.update(.resized(Size(columns: 20, rows: 5)), at: Fixture.now)
    _ = app.update(.resized(Fixture.small), at: Fixture.now)
    #expect(app.screen.contains { $0.contains("listening") })
  }
}

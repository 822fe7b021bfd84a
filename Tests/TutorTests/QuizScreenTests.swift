import PortKnowledge
import Practice
import TerminalUI
import TestSupport
import Testing

@testable import Tutor

@Suite("A quiz on the screen")
struct QuizScreenTests {
  /// A quiz of the fixture's three questions: one to choose, one to tick, one to type.
  static let plan: QuizPlan = {
    var plan = QuizPlan()
    plan.lessonQuestions = [Fixture.oneRight, Fixture.severalRight, Fixture.typed]
    plan.seed = 3
    return plan
  }()

  private static func app(
    size: Size = Fixture.normal, change: (inout QuizPlan) -> Void = { _ in }
  ) -> AppState {
    var plan = Self.plan
    change(&plan)
    return Fixture.app(.quiz(plan), size: size)
  }

  /// Answers whatever of the fixture's questions is asked.
  private func answer(_ app: inout AppState, isRight: Bool) -> [Effect] {
    switch app.keyContext {
    case .question: return app.press(.character(isRight ? "1" : "2"))
    case .questionSeveral:
      return app.press(.character("1"), .character(isRight ? "3" : "2"), .enter)
    case .questionEntry:
      app.type(isRight ? "65535" : "65536")
      return app.press(.enter)
    default: return []
    }
  }

  private static func later(_ milliseconds: Int64) -> Moment {
    Moment(milliseconds: Fixture.now.milliseconds + milliseconds, zoneOffset: 7200)
  }

  private func reminders(in effects: [Effect]) -> [(Reminder, Int)] {
    effects.compactMap {
      if case .remind(let reminder, let after) = $0 { (reminder, after) } else { nil }
    }
  }

  private func places(in effects: [Effect]) -> [QuizPlaceRecord] {
    effects.compactMap { if case .recordInQuiz(_, let place) = $0 { place } else { nil } }
  }

  @Test(
    "Pictures: the choices, a question, leaving, the result, once more", arguments: Fixture.sizes)
  func pictures(size: Size) throws {
    func expect(_ app: AppState, named name: String) throws {
      try Snapshot.expect(
        app.screen.joined(separator: "\n"), named: "\(name)-\(size.columns)x\(size.rows)")
    }
    var menu = Fixture.app(.screen(.quiz), size: size)
    try expect(menu, named: "quiz-menu")
    menu.press(.down, .right, .down, .down, .down, .right)
    try expect(menu, named: "quiz-menu-timed")
    var app = Self.app(size: size) { $0.limitMilliseconds = 300_000 }
    try expect(app, named: "quiz-question")
    _ = answer(&app, isRight: false)
    app.press(.escape)
    try expect(app, named: "quiz-leaving")
    app.press(.enter)
    _ = answer(&app, isRight: true)
    _ = answer(&app, isRight: false)
    try expect(app, named: "quiz-result")
    app.press(.character("a"))
    try expect(app, named: "quiz-answers")
    app.press(.enter)
    try expect(app, named: "quiz-again")
    _ = answer(&app, isRight: true)
    try expect(app, named: "quiz-again-right")
    app.press(.right)
    _ = answer(&app, isRight: true)
    app.press(.right)
    try expect(app, named: "quiz-done")
    var crammed = Fixture.app(.cram(Self.plan), size: size)
    for _ in 0..<3 {
      _ = answer(&crammed, isRight: true)
      crammed.press(.right)
    }
    try expect(crammed, named: "cram-done")
  }

  @Test("An exam says nothing before its end, and keeps each answer with its place")
  func exam() {
    var app = Self.app()
    for position in 1...3 {
      let effects = answer(&app, isRight: position != 2)
      let place = places(in: effects).first
      #expect(place?.position == position)
      #expect(place?.count == 3)
      #expect(place?.quizStartedAt == Fixture.now.milliseconds)
      #expect(effects.count == 1)
    }
    #expect(app.keyContext == .quizResult)
    #expect(app.screen.contains { $0.contains("2 of 3 right, 67 %") })
  }

  @Test("The second round goes on until all is right, and is not kept")
  func again() {
    var app = Self.app()
    for _ in 0..<3 { _ = answer(&app, isRight: false) }
    app.press(.enter)
    var effects: [Effect] = []
    for turn in 0..<4 {
      effects += answer(&app, isRight: turn > 0)
      #expect(app.keyContext == .answered)
      app.press(.right)
    }
    #expect(effects.isEmpty)
    #expect(app.keyContext == .quizDone)
    #expect(app.screen.contains { $0.contains("0 of 3 right, 0 %") })
    app.press(.enter)
    #expect(app.screenName == .home)
  }

  @Test("Told at once, a right answer says so and the next question follows")
  func atOnce() {
    var app = Self.app { $0.isToldAtOnce = true }
    _ = answer(&app, isRight: true)
    #expect(app.keyContext == .answered)
    #expect(app.screen.contains { $0.contains("✓ Right.") })
    app.press(.right)
    #expect(app.screen[0].contains("2 of 3"))
  }

  @Test("The clock ticks once a second while a quiz is timed, and ends it")
  func clock() throws {
    var app = Self.app { $0.limitMilliseconds = 2500 }
    var due = try #require(reminders(in: app.takeInitialEffects()).first)
    #expect(due.1 == 500)
    var now: Int64 = 0
    for left in ["0:02", "0:01", "0:00"] {
      now += Int64(due.1)
      let effects = app.update(.reminded(due.0), at: Self.later(now))
      guard let next = reminders(in: effects).first else { break }
      #expect(app.screen[0].contains("1 of 3 · \(left) left"), "\(app.screen[0])")
      #expect(next.1 == 1000)
      due = next
    }
    #expect(now == 2500)
    #expect(app.screen.contains { $0.contains("▲ The time is over.") })
    #expect(app.screen.contains { $0.contains("0 of 3 right") })
    #expect(app.keyContext == .quizDone)
    // An old reminder does nothing, and an untimed quiz never asks for one.
    #expect(app.update(.reminded(due.0), at: Self.later(9000)).isEmpty)
    var untimed = Self.app()
    #expect(untimed.takeInitialEffects().isEmpty)
    #expect(answer(&untimed, isRight: true).count == 1)
  }

  @Test("A key that comes after the end answers nothing")
  func tooLate() {
    var app = Self.app { $0.limitMilliseconds = 60_000 }
    let effects = ["1", "2"].flatMap {
      app.update(.keyPressed(.character($0)), at: Self.later(60_000))
    }
    #expect(places(in: effects).isEmpty)
    #expect(app.keyContext == .quizDone)
    // Nor does one that was pressed for the question leave the result unseen.
    app = Self.app { $0.limitMilliseconds = 60_000 }
    _ = answer(&app, isRight: false)
    app.press(.escape)
    #expect(app.keyContext == .quizLeaving)
    _ = app.update(.keyPressed(.enter), at: Self.later(60_000))
    #expect(app.keyContext == .quizResult)
    #expect(app.screen.contains { $0.contains("▲ The time is over.") })
  }

  @Test("Leaving asks once something is answered, and can end in the result")
  func leaving() {
    var app = Self.app()
    app.press(.escape)
    #expect(app.screenName == .home)
    app = Self.app()
    _ = answer(&app, isRight: false)
    app.press(.escape)
    #expect(app.keyContext == .quizLeaving)
    app.press(.enter)
    #expect(app.screen[0].contains("2 of 3"))
    app.press(.escape, .character("r"))
    #expect(app.screen.contains { $0.contains("1 wrong, 2 not reached") })
    app = Self.app()
    _ = answer(&app, isRight: true)
    app.press(.escape, .escape)
    #expect(app.screenName == .home)
  }

  @Test("There are no hints: the key does nothing and the footer does not offer it")
  func noHints() {
    var app = Self.app()
    let before = app.screen
    app.press(.character("h"))
    let hasHint = before.last?.contains("hint") ?? true
    #expect(!hasHint)
    if app.keyContext != .questionEntry { #expect(app.screen == before) }
  }

  @Test("The choices make the quiz: about what, of which ports, how much, in which time")
  func menu() throws {
    var app = Fixture.app(.screen(.practice))
    app.press(.down, .enter)
    #expect(app.keyContext == .quizMenu)
    // Ports, core only, medium, 50, timed, told at once.
    app.press(.right, .down, .right, .down, .right, .down, .right, .down, .right, .down, .right)
    #expect(app.screen[0].contains("50 questions in 25 minutes"))
    let effects = app.press(.enter)
    #expect(reminders(in: effects).map(\.1) == [1000])
    #expect(app.screen[0].contains("Quiz › Ports and services"))
    let ports = ServiceTable.all.count { $0.tier == .core }
    #expect(app.screen[0].contains("1 of \(min(50, 2 * ports)) · 25:00 left"), "each both ways")
    app.press(.escape)
    #expect(app.keyContext == .quizMenu)
    #expect(app.screen[0].contains("50 questions in 25 minutes"), "the choices are still there")
  }

  @Test("A deck can be crammed: every port both ways, and the end is told")
  func cram() {
    var app = Fixture.app(.screen(.decks))
    app.press(.enter, .character("c"))
    #expect(app.screen[0].contains("Cram › Reading mail"))
    #expect(app.screen[0].contains("1 of 4"))
    var effects: [Effect] = []
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 where app.keyContext != .quizDone {
      let digit: Character = "1234".randomElement(using: &generator) ?? "1"
      effects += app.press(.character(digit))
      app.press(.right)
    }
    #expect(app.keyContext == .quizDone)
    #expect(app.screen.contains { $0.contains("That was everything") })
    let kinds = effects.map { if case .record = $0 { true } else { false } }
    #expect(!kinds.contains(false) && kinds.count == 4)
  }
}

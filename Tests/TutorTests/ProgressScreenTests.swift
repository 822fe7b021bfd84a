import PortKnowledge
import Practice
import TerminalUI
import TestSupport
import Testing

@testable import Tutor

@Suite("The progress screen")
struct ProgressScreenTests {
  /// The study day of the fixture's moment.
  static let today = StudyDay.number(
    milliseconds: Fixture.now.milliseconds, zoneOffset: Fixture.now.zoneOffset, rolloverHour: 4)

  /// A learner with something of everything.
  static func progress(goalIn days: Int? = 9) -> ProgressSnapshot {
    var progress = Fixture.progress
    progress.days = [30, 29, 20, 8, 2, 1, 0].enumerated().map { index, ago in
      .init(number: today - ago, tally: .init(correct: 4 * index, total: 1 + 6 * index))
    }
    progress.families = [
      ProgressSnapshot.portsByHeart: .init(correct: 9, total: 12),
      "bind-pair": .init(correct: 2, total: 8),
    ]
    progress.wrongAnswers = [
      WrongAnswer(itemID: "port:993/tcp:number", given: "995"),
      WrongAnswer(itemID: "port:993/tcp:number", given: "995"),
      WrongAnswer(itemID: "deck-imap/2/1", given: "7"),
    ]
    progress.statesSeen = [.listen, .established, .timeWait]
    progress.goalDay = days.map { today + $0 }
    return progress
  }

  static func app(
    size: Size = Fixture.normal, progress: ProgressSnapshot = Self.progress()
  ) -> AppState {
    AppState(
      size: size, catalog: Fixture.catalog, progress: progress, memory: ReviewScreenTests.memory,
      keepingNotice: nil, start: .screen(.progress), moment: Fixture.now)
  }

  private func goals(_ effects: [Effect]) -> [Int?] {
    effects.compactMap { if case .setGoal(let goal) = $0 { goal.readyDay } else { nil } }
  }

  @Test("Pictures: the top, the end, a date typed wrong", arguments: Fixture.sizes)
  func pictures(size: Size) throws {
    func expect(_ app: AppState, named name: String) throws {
      try Snapshot.expect(
        app.screen.joined(separator: "\n"), named: "\(name)-\(size.columns)x\(size.rows)")
    }
    var app = Self.app(size: size)
    try expect(app, named: "progress-goal")
    app.press(.end)
    try expect(app, named: "progress-end")
    app.press(.character("d"))
    app.type("2025-13-01")
    app.press(.enter)
    try expect(app, named: "progress-date")
  }

  @Test("d takes a date: it replaces the one that holds, and Enter sets it")
  func setDate() {
    var app = Self.app()
    app.press(.character("d"))
    #expect(app.keyContext == .goalDate)
    app.type("2025-12-24")
    let effects = app.press(.enter)
    #expect(goals(effects) == [CivilDate("2025-12-24")?.dayNumber])
    #expect(app.keyContext == .progress)
  }

  @Test("an empty date drops the goal; Esc and the same date change nothing")
  func dropDate() {
    var app = Self.app()
    app.press(.character("d"), .control("u"))
    let dropped = app.press(.enter)
    #expect(goals(dropped) == [nil] as [Int?])
    app.press(.character("d"))
    app.type("2025-12-24")
    let left = app.press(.escape)
    #expect(goals(left).isEmpty && app.keyContext == .progress)
    app.press(.character("d"))
    let same = app.press(.enter)
    #expect(goals(same).isEmpty && app.keyContext == .progress)
  }

  @Test(
    "what is no date ahead stays in the field, with a sentence",
    arguments: [
      ("tomorrow", "'tomorrow' is no date"), ("2025-02-30", "'2025-02-30' is no date"),
      ("2020-01-01", "2020-01-01 is over"), ("2060-01-01", "2060-01-01 is too far ahead"),
      ("2025-06-15", "2025-06-15 is today"),
    ])
  func refused(typed: String, sentence: String) {
    var app = Self.app()
    app.press(.character("d"))
    app.type(typed)
    let effects = app.press(.enter)
    #expect(effects.isEmpty && app.keyContext == .goalDate)
    #expect(app.screen.contains { $0.contains(sentence) }, "\(app.screen)")
    #expect(app.screen.contains { $0.contains("▸ \(typed)") })
    app.press(.backspace)
    #expect(!app.screen.contains { $0.contains(sentence) })
  }

  @Test("what changes in the log while the screen is open is seen at once")
  func fresh() {
    var app = Self.app(progress: Self.progress(goalIn: nil))
    app.press(.down, .up)
    #expect(!app.screen.contains { $0.contains("Ready by") })
    _ = app.update(.progressLoaded(Self.progress(goalIn: 5)), at: Fixture.now)
    #expect(app.screen.contains { $0.contains("Ready by") && $0.contains("in 5 days") })
    _ = app.update(
      .memoryLoaded(MemoryReplay(scheduler: ReviewScheduler(model: FSRS6()))), at: Fixture.now)
    #expect(app.screen.contains { $0.contains("No card was reviewed yet") })
  }

  @Test("Enter reviews; without a limit it meets the new cards that the date asks for")
  func review() throws {
    var app = Self.app(progress: Self.progress(goalIn: 1))
    app.press(.enter)
    let screen = try #require(app.visible as? ReviewScreen)
    let context = app.context(at: Fixture.now)
    let goal = try #require(context.goal(of: context.shelf.cards))
    #expect(goal.newToday > ReviewScreen.newLimit)
    let asked = screen.queue.due(at: context.seconds, today: context.today)
    #expect(asked.count { context.memory.cards[$0.id] == nil } == goal.newToday)
  }
}

import PortKnowledge
import Practice
import TerminalUI
import TestSupport
import Testing

@testable import Tutor

@Suite("A session of reviews on the screen")
struct ReviewScreenTests {
  /// A log in which two ports are due.
  static let memory: MemoryReplay<FSRS6> = {
    let day: Int64 = 86_400_000
    let old = Fixture.now.milliseconds - 40 * day
    let cards = ["port:993/tcp:service", "port:143/tcp:service"]
    let reviews = cards.enumerated().flatMap { index, card in
      [old, old + day].enumerated().map { turn, moment in
        ReviewRecord(
          cardID: card, grade: .good, durationMilliseconds: 900,
          reviewedAt: moment - (index == 0 ? 9 * day : 0),
          zoneOffset: 7200, rolloverHour: 4
        ).review(row: Int64(turn * 2 + index + 1))
      }
    }
    return MemoryReplay(reviews, scheduler: ReviewScheduler(model: FSRS6()))
  }()

  static func app(
    newLimit: Int = 0, size: Size = Fixture.normal, memory: MemoryReplay<FSRS6> = Self.memory
  ) -> AppState {
    AppState(
      size: size, catalog: Fixture.catalog, progress: Fixture.progress, memory: memory,
      keepingNotice: nil, start: .review(newLimit: newLimit, limit: .max), moment: Fixture.now)
  }

  /// The reviews that effects ask to be kept.
  private func reviews(in effects: [Effect]) -> [ReviewRecord] {
    effects.compactMap { if case .review(let review, _) = $0 { review } else { nil } }
  }

  @Test("Pictures: asked, right, wrong, the end, nothing due", arguments: Fixture.sizes)
  func pictures(size: Size) throws {
    func expect(_ app: AppState, named name: String) throws {
      try Snapshot.expect(
        app.screen.joined(separator: "\n"), named: "\(name)-\(size.columns)x\(size.rows)")
    }
    var app = Self.app(size: size)
    try expect(app, named: "review-question")
    app.type("imaps")
    app.press(.enter)
    try expect(app, named: "review-right")
    app.press(.enter)
    app.type("smtp")
    app.press(.enter)
    try expect(app, named: "review-wrong")
    for _ in 0..<6 where app.keyContext != .reviewDone {
      app.press(.character(" "))
      if app.keyContext == .questionEntry { app.press(.pageDown) }
    }
    try expect(app, named: "review-done")
    try expect(
      Self.app(size: size, memory: MemoryReplay(scheduler: ReviewScheduler(model: FSRS6()))),
      named: "review-nothing")
  }

  @Test("a right answer counts as Good, with a hint as Hard, a wrong one as Again")
  func grades() throws {
    var app = Self.app()
    app.type("imaps")
    #expect(reviews(in: app.press(.enter)).map(\.grade) == [.good])
    app = Self.app()
    app.press(.tab)
    app.type("imaps")
    #expect(reviews(in: app.press(.enter)).map(\.grade) == [.hard])
    app = Self.app()
    app.type("smtp")
    #expect(reviews(in: app.press(.enter)).map(\.grade) == [.again])
  }

  @Test("Easy is counted only where the learner says so, and not for what was forgotten")
  func easy() throws {
    var app = Self.app()
    app.type("imaps")
    let first = try #require(reviews(in: app.press(.enter)).first)
    let effects = app.press(.character("e"))
    var easy = first
    easy.grade = .easy
    // The two have different names, or a log that travels would take back the wrong one.
    easy.reviewedAt += 1
    #expect(effects == [.takeBack(first, nil), .review(easy, nil)])
    #expect(app.press(.character("e")).isEmpty)
    app = Self.app()
    app.type("smtp")
    app.press(.enter)
    #expect(app.press(.character("e")).isEmpty)
  }

  @Test("undo takes back the review and its answer, and asks the card again")
  func undo() throws {
    var app = Self.app()
    let before = app.screen
    app.type("smtp")
    let effects = app.press(.enter)
    guard case .review(let review, let answer?) = try #require(effects.first) else {
      Issue.record("no review was kept")
      return
    }
    #expect(app.press(.character("u")) == [.takeBack(review, answer)])
    #expect(app.screen == before)
    app.type("imaps")
    #expect(reviews(in: app.press(.enter)).map(\.grade) == [.good])
  }

  @Test(
    "where the kernel disagrees there is nothing left to count as easy, and undo goes further back")
  func disagreement() throws {
    // Each row has another exercise: until "1" happens to be right.
    let tries = (1...60).lazy.map { answeredSkill(afterRow: $0) }
    let found = tries.first { $0.app.keyContext == .rememberedKernel }
    var (app, before) = try #require(found)
    let asked = app.press(.character("v")).compactMap { effect -> ExerciseID? in
      if case .askKernel(let id) = effect { id } else { nil }
    }
    let id = try #require(asked.first, "\(app.screen)")
    let report = ExperimentReport(
      calls: [],
      findings: [.init(call: "A: bind()", model: .ok, kernel: .error("EINVAL"), isAsked: true)],
      standIns: [], obstacle: nil, microseconds: 1)
    let effects = app.update(.kernelAnswered(id, report), at: Fixture.now)
    let last = try #require(before.last)
    guard case .takeBack(last, _)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(app.keyContext == .reviewed)
    #expect(app.press(.character("e")).isEmpty)
    let undone = app.press(.character("u")).compactMap { effect -> ReviewRecord? in
      if case .takeBack(let review, _) = effect { review } else { nil }
    }
    #expect(undone == Array(before.dropLast().suffix(1)))
  }

  /// A session over a port and a skill up to the verdict on the skill, and the reviews it kept.
  private func answeredSkill(afterRow row: Int64) -> (app: AppState, kept: [ReviewRecord]) {
    let skill = StudyCard(.skill(family: "bind-pair", .easy)).id
    let cards = ["port:993/tcp:service", skill].enumerated().map { index, id in
      ReviewRecord(
        cardID: id, grade: .good, durationMilliseconds: 1, reviewedAt: 1_000_000_000_000,
        zoneOffset: 7200, rolloverHour: 4
      ).review(row: row + Int64(index))
    }
    var app = Self.app(
      memory: MemoryReplay(cards, scheduler: ReviewScheduler(model: FSRS6())))
    var kept: [ReviewRecord] = []
    let judged: Set<KeyContext> = [.reviewedKernel, .rememberedKernel]
    for _ in 0..<30 where !judged.contains(app.keyContext) {
      switch app.keyContext {
      case .reviewed, .remembered: app.press(.right)
      case .questionEntry:
        app.type("imaps")
        kept += reviews(in: app.press(.enter))
      default:
        kept += reviews(in: app.press(.character("1")))
        if !judged.contains(app.keyContext) { kept += reviews(in: app.press(.enter)) }
      }
    }
    return (app, kept)
  }

  @Test("the weakest is asked first, the session ends, and Home tells what is due")
  func course() throws {
    var app = Self.app()
    var asked: [String] = []
    for _ in 0..<10 where app.keyContext != .reviewDone {
      app.type("imap")
      asked += reviews(in: app.press(.enter)).map(\.cardID)
      app.press(.right)
      if asked.count == 2 { break }
    }
    #expect(Set(asked) == ["port:993/tcp:service", "port:143/tcp:service"])
    app = AppState(
      size: Fixture.normal, catalog: Fixture.catalog, progress: Fixture.progress,
      memory: Self.memory, keepingNotice: nil, moment: Fixture.now)
    #expect(app.screen.contains { $0.contains("2 cards due today") })
  }

  @Test("a log ahead of the clock is told on Home, and its cards are asked")
  func clock() throws {
    let past = Moment(
      milliseconds: Fixture.now.milliseconds - 400 * 86_400_000, zoneOffset: 7200)
    var app = AppState(
      size: Fixture.normal, catalog: Fixture.catalog, progress: Fixture.progress,
      memory: Self.memory, keepingNotice: nil, moment: past)
    let text = app.screen.joined(separator: " ")
    #expect(text.contains("The clock has moved"))
    #expect(text.contains("2 cards due today"))
    _ = app.update(.resized(Fixture.normal), at: Fixture.now)
    #expect(!app.screen.joined(separator: " ").contains("The clock has moved"))
  }

  @Test("a limit ends the session, and new cards come only as many as allowed")
  func limits() throws {
    let empty = MemoryReplay(scheduler: ReviewScheduler(model: FSRS6()))
    var app = AppState(
      size: Fixture.normal, catalog: Fixture.catalog, progress: Fixture.progress, memory: empty,
      keepingNotice: nil, start: .review(newLimit: 3, limit: 2), moment: Fixture.now)
    var reviewed = 0
    for _ in 0..<20 where app.keyContext != .reviewDone {
      if app.keyContext == .questionEntry { app.type("1") }
      reviewed += reviews(in: app.press(.enter)).count
      reviewed += app.keyContext == .question ? reviews(in: app.press(.character("1"))).count : 0
      app.press(.right)
    }
    #expect(reviewed == 2)
    #expect(app.keyContext == .reviewDone)
  }
}

import Curriculum
import PortKnowledge
import Practice
import Testing

@testable import Tutor

@Suite("The learner's report")
struct LearnerReportTests {
  private static let today = ProgressScreenTests.today

  private func report(
    _ progress: ProgressSnapshot, memory: MemoryReplay<FSRS6> = ReviewScreenTests.memory,
    today: Int = Self.today
  ) -> LearnerReport {
    LearnerReport(
      progress, memory: memory, lessons: Fixture.catalog.lessons, bank: Fixture.bank,
      seconds: Fixture.now.milliseconds / 1000, today: today)
  }

  @Test("every picture's figures stand in its lines and its sentence")
  func sentences() throws {
    let report = report(ProgressScreenTests.progress())
    #expect(report.due == 2 && report.cards.count - report.newCards == 2)
    #expect(report.forecast.count == 14 && report.forecast.first == 2)
    #expect(report.forecastLines.count == 14)
    #expect(report.forecastLines.first?.hasSuffix(" 2") == true)
    #expect(report.todaySentences.contains("2 cards are due now."))
    #expect(report.confusionSentences == ["You take 993 for 995: 2 times."])
    #expect(report.families.map(\.id) == ["bind-pair", ProgressSnapshot.portsByHeart])
    #expect(
      LearnerReport.weakestSentence(of: report.families)
        == "You are weakest in Will this bind() succeed?, with 25 % right, and strongest in "
        + "Ports by heart, with 75 %.")
    #expect(report.lessonSentence == "1 of 2 lessons is done.")
    #expect(report.stateSentence.hasPrefix("You have seen 3 of the 10 states"))
    #expect(report.calendarSentence.contains("You studied on 7 days in the last 12 weeks"))
    #expect(report.calendarSentence.hasSuffix("3 days in a row up to today."))
    let goal = try #require(report.goalSentences.first)
    #expect(goal.hasSuffix("in 9 days."))
  }

  @Test("of nothing it says so, in sentences that end with a full stop")
  func nothing() {
    let empty = LearnerReport(
      ProgressSnapshot(), memory: MemoryReplay(scheduler: ReviewScheduler(model: FSRS6())),
      lessons: [], bank: .init(), seconds: 0, today: 0)
    let sentences =
      empty.todaySentences + empty.goalSentences
      + [
        empty.forecastSentence, empty.calendarSentence, empty.lessonSentence, empty.stateSentence,
      ]
    #expect(sentences.allSatisfy { $0.hasSuffix(".") }, "\(sentences)")
    #expect(empty.calendarLines.isEmpty && empty.forecastLines.isEmpty)
    #expect(empty.planSentence == nil && empty.confusionSentences.isEmpty)
  }

  @Test(
    "the day of the goal and the days after it are told apart",
    arguments: [
      (0, "is the day you wanted to be ready by"), (-1, "is over. Set another date"),
      (1, "tomorrow."), (40, "in 40 days."),
    ])
  func goal(days: Int, part: String) {
    let report = report(ProgressScreenTests.progress(goalIn: days))
    #expect(report.goalSentences.first?.contains(part) == true, "\(report.goalSentences)")
    #expect((report.planSentence == nil) == (days <= 0))
  }

  @Test("the calendar has twelve weeks from Monday to Sunday, and ends today, on any day")
  func calendar() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let today = Int.random(in: -30_000...60_000, using: &generator)
      var progress = ProgressSnapshot()
      let studied = Set(
        (0..<20).map { _ in today - Int.random(in: -5...100, using: &generator) })
      progress.days = studied.sorted().map { .init(number: $0, tally: .init(correct: 0, total: 3)) }
      let report = report(progress, today: today)
      let calendar = report.calendar
      #expect(calendar.count == 12 && calendar.allSatisfy { $0.count == 7 }, "seed \(seed)")
      #expect(RelativeDay.weekday(report.calendarStart) == "Mon", "seed \(seed)")
      for (offset, answers) in calendar.joined().enumerated() {
        let day = report.calendarStart + offset
        let expected: Int? = day > today ? nil : studied.contains(day) ? 3 : 0
        #expect(answers == expected, "seed \(seed)")
      }
      let last = calendar.joined().compactMap(\.self).count - 1
      #expect(report.calendarStart + last == today, "seed \(seed)")
    }
  }

  @Test(
    "a weekday is that of the calendar",
    arguments: [
      ("1970-01-01", "Thu"), ("2026-11-23", "Mon"), ("1969-12-31", "Wed"), ("2000-02-29", "Tue"),
    ])
  func weekday(date: String, name: String) throws {
    let day = try #require(CivilDate(date)).dayNumber
    #expect(RelativeDay.weekday(day) == name)
  }

  @Test("the days of a plan are lines of one shape; those beyond the limit are summed up")
  func planLines() throws {
    let report = report(ProgressScreenTests.progress(goalIn: 20))
    let goal = try #require(report.goal)
    let all = GoalWords.days(of: goal, limit: .max)
    #expect(all.count == 20)
    #expect(all.allSatisfy { $0.contains("review") && $0.contains("20") })
    let some = GoalWords.days(of: goal, limit: 5)
    #expect(Array(some.dropLast()) == Array(GoalWords.days(of: goal, limit: 5).prefix(5)))
    #expect(some.last?.hasPrefix("Then 15 more days with at most ") == true)
  }

  @Test("a bar is as long as its share, and anything above nothing is seen")
  func bars() {
    #expect(BarText.bar(0, of: 9, columns: 4) == "    ")
    #expect(BarText.bar(1, of: 1000, columns: 4) == "█   ")
    #expect(BarText.bar(500, of: 1000, columns: 4) == "██  ")
    #expect(BarText.bar(1000, of: 1000, columns: 4) == "████")
    #expect(BarText.bar(7, of: 3, columns: 4) == "████")
    #expect(BarText.bar(3, of: 0, columns: 4) == "    ")
  }
}

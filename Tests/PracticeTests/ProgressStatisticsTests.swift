import Practice
import Testing

@Suite("Statistics of the log")
struct ProgressStatisticsTests {
  private func answer(
    _ item: String, _ isCorrect: Bool, topic: String = "ports", at: Int64 = 0, zone: Int = 0
  ) -> AnswerRecord {
    AnswerRecord(
      itemID: item, topic: topic, kind: .exercise, isCorrect: isCorrect, given: "1",
      durationMilliseconds: 0, usedHint: false, answeredAt: at, zoneOffset: zone)
  }

  @Test("an empty log gives an empty snapshot")
  func empty() {
    #expect(ProgressStatistics.snapshot(answers: [], lessons: []) == ProgressSnapshot())
  }

  @Test("right and all answers are counted together and by topic")
  func tallies() {
    let snapshot = ProgressStatistics.snapshot(
      answers: [
        answer("a", true), answer("b", false), answer("c", true, topic: "tuples"),
      ],
      lessons: [
        LessonRecord(lessonID: "l1", finishedAt: 0, zoneOffset: 0),
        LessonRecord(lessonID: "l1", finishedAt: 9, zoneOffset: 0),
        LessonRecord(lessonID: "l2", finishedAt: 9, zoneOffset: 0),
      ])
    #expect(snapshot.all == .init(correct: 2, total: 3))
    #expect(
      snapshot.topics == [
        "ports": .init(correct: 1, total: 2), "tuples": .init(correct: 1, total: 1),
      ])
    #expect(snapshot.lessonsDone == ["l1", "l2"])
  }

  @Test("days are each row's own, in order, even if the clock went back")
  func days() {
    let hour: Int64 = 3_600_000
    let snapshot = ProgressStatistics.snapshot(
      answers: [
        answer("a", true, at: 24 * hour), answer("b", false, at: 23 * hour, zone: 7_200),
        answer("c", true, at: 23 * hour), answer("d", true, at: -hour),
      ],
      lessons: [])
    #expect(
      snapshot.days == [
        .init(number: -1, tally: .init(correct: 1, total: 1)),
        .init(number: 0, tally: .init(correct: 1, total: 1)),
        .init(number: 1, tally: .init(correct: 1, total: 2)),
      ])
  }

  @Test("mistakes are the questions whose latest answer was wrong, the newest first")
  func mistakes() {
    let snapshot = ProgressStatistics.snapshot(
      answers: [
        answer("mended", false), answer("old", false), answer("mended", true),
        answer("broken", true, at: 900), answer("broken", false, at: 100),
        answer("again", false), answer("old", false),
      ],
      lessons: [])
    #expect(snapshot.recentMistakes == ["old", "again", "broken"])
  }

  @Test("at most twenty mistakes are listed")
  func mistakeLimit() {
    let answers = (1...30).map { answer("q\($0)", false) }
    let snapshot = ProgressStatistics.snapshot(answers: answers, lessons: [])
    #expect(snapshot.recentMistakes == (11...30).reversed().map { "q\($0)" })
  }

  @Test(
    "a streak is the days in a row up to today or yesterday",
    arguments: [
      ([], 0), ([10], 1), ([9], 1), ([8], 0), ([8, 9, 10], 3), ([8, 9], 2), ([7, 9, 10], 2),
      ([10, 11, 12], 1), ([11], 0), ([1, 2, 3, 4, 5, 6, 8, 9, 10], 3),
    ] as [([Int], Int)])
  func streak(days: [Int], length: Int) {
    let snapshot = ProgressSnapshot(days: days.map { .init(number: $0, tally: .init()) })
    #expect(snapshot.streak(today: 10) == length)
  }

  @Test(
    "a percentage is rounded to the nearest",
    arguments: [
      (0, 0, nil), (0, 3, 0), (1, 3, 33), (2, 3, 67), (1, 2, 50), (7, 8, 88), (3, 3, 100),
    ] as [(Int, Int, Int?)])
  func percentage(correct: Int, total: Int, percentage: Int?) {
    #expect(ProgressSnapshot.Tally(correct: correct, total: total).percentage == percentage)
  }
}

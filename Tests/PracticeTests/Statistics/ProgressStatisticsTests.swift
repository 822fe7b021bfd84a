import PortKnowledge
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

  @Test("study days are each row's own and begin at four, in order, even if the clock went back")
  func days() {
    let hour: Int64 = 3_600_000
    let snapshot = ProgressStatistics.snapshot(
      answers: [
        answer("a", true, at: 28 * hour), answer("b", false, at: 27 * hour, zone: 7_200),
        answer("c", true, at: 27 * hour), answer("d", true, at: 3 * hour),
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

  @Test("a review makes its day a day of study, by the beginning of the day that held then")
  func reviews() {
    var statistics = ProgressStatistics()
    let seconds: Int64 = 5 * 86_400 + 3 * 3_600
    for hour in [4, 2] {
      statistics.add(
        Review(
          row: 1, cardID: "interview:x", grade: .good, seconds: seconds, zoneOffset: 0,
          rolloverHour: hour))
    }
    let snapshot = statistics.snapshot
    #expect(snapshot.days.map(\.number) == [4, 5])
    #expect(snapshot.days.allSatisfy { $0.tally == .init() })
    #expect(snapshot.all == .init())
    #expect(snapshot.streak(today: 6) == 2)
  }

  @Test("answers are counted by kind of exercise; ports asked by themselves are one kind")
  func families() {
    let snapshot = ProgressStatistics.snapshot(
      answers: [
        answer("bind-pair/1/7", true), answer("bind-pair/3/8", false),
        answer("port:993/tcp:number", true), answer("deck-mail/2/99", false),
        answer("a-question", true), answer("demo/tabs/rows", false), answer("/1/2", false),
        answer("a/b/c/d", false), answer("9/9/9", false),
      ],
      lessons: [])
    #expect(
      snapshot.families == [
        "bind-pair": .init(correct: 1, total: 2),
        ProgressSnapshot.portsByHeart: .init(correct: 1, total: 2),
      ])
  }

  @Test("the newest wrong answers are kept, the newest first, at most 300 of any log")
  func wrongAnswers() {
    let log = (0..<1000).map { answer("q\($0)", $0 % 2 == 0) }
    let snapshot = ProgressStatistics.snapshot(answers: log, lessons: [])
    #expect(snapshot.wrongAnswers.map(\.itemID) == (0..<300).map { "q\(999 - 2 * $0)" })
  }

  @Test("an answer that was withdrawn counts nowhere")
  func withdrawn() {
    let withdrawn = answer("port:22/tcp:number", false, at: 7)
    let snapshot = ProgressStatistics.snapshot(
      answers: [withdrawn, answer("port:22/tcp:number", false, at: 8)], lessons: [],
      withdrawn: [WithdrawalRecord(of: withdrawn)])
    #expect(snapshot.wrongAnswers.count == 1)
    #expect(snapshot.families[ProgressSnapshot.portsByHeart]?.total == 1)
    #expect(snapshot.days.map(\.tally.total) == [1])
  }

  @Test("the latest goal holds, and one that was dropped is none; each state counts once")
  func goalsAndStates() {
    var statistics = ProgressStatistics()
    for day in [100, 200, nil] as [Int?] {
      statistics.add(GoalRecord(readyDay: day, setAt: 0, zoneOffset: 0))
      #expect(statistics.snapshot.goalDay == day)
    }
    for state in [TCPState.timeWait, .listen, .timeWait] {
      statistics.add(SightingRecord(state: state, seenAt: 0, zoneOffset: 0))
    }
    #expect(statistics.snapshot.statesSeen == [.timeWait, .listen])
  }

  @Test("of any log every tally adds up, and the days are those of its rows")
  func properties() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let log = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
        answer(
          ["q", "bind-pair/1/7", "port:22/tcp:number", "deck-x/1/1"]
            .randomElement(using: &generator) ?? "q",
          Bool.random(using: &generator),
          topic: ["ports", "tuples"].randomElement(using: &generator) ?? "ports",
          at: Int64.random(in: -400_000_000...900_000_000, using: &generator),
          zone: Int.random(in: -50_000...50_000, using: &generator))
      }
      let snapshot = ProgressStatistics.snapshot(answers: log, lessons: [])
      #expect(snapshot.all.total == log.count, "seed \(seed)")
      for tallies in [Array(snapshot.topics.values), snapshot.days.map(\.tally)] {
        #expect(tallies.reduce(0) { $0 + $1.total } == log.count, "seed \(seed)")
        #expect(tallies.reduce(0) { $0 + $1.correct } == snapshot.all.correct, "seed \(seed)")
      }
      let ofFamilies = log.count { $0.itemID != "q" }
      #expect(
        snapshot.families.values.reduce(0) { $0 + $1.total } == ofFamilies, "seed \(seed)")
      let days = Set(
        log.map {
          StudyDay.number(
            milliseconds: $0.answeredAt, zoneOffset: $0.zoneOffset, rolloverHour: 4)
        })
      #expect(snapshot.days.map(\.number) == days.sorted(), "seed \(seed)")
      let wrong = log.reversed().filter { !$0.isCorrect }.map(\.itemID)
      #expect(snapshot.wrongAnswers.map(\.itemID) == wrong, "seed \(seed)")
    }
  }
}

import PortKnowledge
import Practice
import Progress

/// What learners do on several machines whose clocks are right, the same for the same seed.
struct LogHistory {
  /// Kinds of rows whose order counts.
  static let kindsInOrder: [@Sendable (LogEntry) -> Bool] = [
    { if case .answer = $0 { true } else { false } },
    { if case .lesson = $0 { true } else { false } },
    { if case .review = $0 { true } else { false } },
    { if case .goal = $0 { true } else { false } },
    { if case .sighting = $0 { true } else { false } },
  ]

  /// Some goal.
  static let goal = GoalRecord(readyDay: 20_000, setAt: 1, zoneOffset: 0)

  /// The moment of the latest row, in milliseconds.
  private(set) var now: Int64 = 1_700_000_000_000
  private var state: UInt64

  /// A history by its seed.
  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// Lets the learner do something so many times, each time on one of the machines.
  mutating func live(_ stores: [ProgressStore], steps: Int) throws {
    for _ in 0..<steps {
      now += Int64(1 + number(below: 5_000))
      try act(on: stores[number(below: stores.count)])
    }
  }

  /// Some review at a moment.
  mutating func review(at moment: Int64) -> ReviewRecord {
    ReviewRecord(
      cardID: "card-\(number(below: 5))", grade: Grade.allCases[number(below: 4)],
      durationMilliseconds: number(below: 3), reviewedAt: moment, zoneOffset: 3600,
      rolloverHour: 4)
  }

  private mutating func act(on store: ProgressStore) throws {
    var answer = AnswerRecord.numbered(number(below: 6), isCorrect: number(below: 2) == 0)
    answer.answeredAt = now
    switch number(below: 9) {
    case 0: try store.record(answer)
    case 1:
      let place = QuizPlaceRecord(
        quizStartedAt: now - 10, position: 1, count: 3, itemID: answer.itemID, answeredAt: now)
      try store.record(answer, at: place)
    case 2:
      try store.record(answer)
      try store.withdraw(WithdrawalRecord(of: answer))
    case 3:
      try store.finish(
        LessonRecord(lessonID: "lesson-\(number(below: 3))", finishedAt: now, zoneOffset: 0))
    case 4:
      try store.record(GoalRecord(readyDay: number(below: 2), setAt: now, zoneOffset: 0))
    case 5:
      let state = TCPState(rawValue: UInt8(1 + number(below: 11)))
      try store.record(SightingRecord(state: state, seenAt: now, zoneOffset: 0))
    case 6:
      let review = review(at: now)
      _ = try store.record(review, with: answer)
      try store.takeBack(review, with: answer)
    default: _ = try store.record(review(at: now), with: answer)
    }
  }

  private mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % limit
  }
}

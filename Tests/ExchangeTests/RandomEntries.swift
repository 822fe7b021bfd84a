import PortKnowledge
import Practice

/// Rows that no learner would make, from a seed.
struct RandomEntries {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// Texts that have broken other programs.
  static let texts = [
    "", " ", "plain", "2, 3", "a\nb\r\nc\t", "nul\u{0}inside", "\u{0}", "\u{1B}[2J", "\u{7F}\u{9B}",
    "\u{202E}drawkcab\u{2066}", "e\u{301}\u{200D}👩‍👩‍👧‍👦", "\u{FEFF}", "\u{FFFE}", "\u{10FFFF}",
    "\u{E000}",
    "\"quoted\" \\back\\ /slash/", "\\u0041", "{\"type\":\"end\"}", "Straße", "漢字",
    "\u{2028}\u{A0}",
    "=1+1", "\u{FFFD}", String(repeating: "long \u{1} ", count: 9_000),
  ]

  mutating func entry() -> LogEntry {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: .answer(answer())
    case 1: .withdrawal(WithdrawalRecord(itemID: text(), answeredAt: moment()))
    case 2: .lesson(LessonRecord(lessonID: text(), finishedAt: moment(), zoneOffset: zone()))
    case 3: .review(review())
    case 4: .reviewWithdrawal(ReviewWithdrawalRecord(cardID: text(), reviewedAt: moment()))
    case 5:
      .goal(
        GoalRecord(
          readyDay: Bool.random(using: &generator) ? nil : Int(moment()), setAt: moment(),
          zoneOffset: zone()))
    case 6:
      .sighting(
        SightingRecord(
          state: TCPState(rawValue: .random(in: 1...255, using: &generator)), seenAt: moment(),
          zoneOffset: zone()))
    default: .quizPlace(place())
    }
  }

  mutating func answer() -> AnswerRecord {
    AnswerRecord(
      itemID: text(), topic: text(),
      kind: AnswerRecord.Kind.allCases.randomElement(using: &generator) ?? .lesson,
      isCorrect: .random(using: &generator), given: text(), durationMilliseconds: duration(),
      usedHint: .random(using: &generator), answeredAt: moment(), zoneOffset: zone())
  }

  mutating func review() -> ReviewRecord {
    ReviewRecord(
      cardID: text(), grade: Grade.allCases.randomElement(using: &generator) ?? .good,
      durationMilliseconds: duration(), reviewedAt: moment(), zoneOffset: zone(),
      rolloverHour: .random(in: 0...23, using: &generator))
  }

  private mutating func place() -> QuizPlaceRecord {
    let count = [1, 20, Int.max].randomElement(using: &generator) ?? 1
    return QuizPlaceRecord(
      quizStartedAt: moment(), position: .random(in: 1...count, using: &generator), count: count,
      itemID: text(), answeredAt: moment())
  }

  private mutating func text() -> String {
    if Int.random(in: 0..<4, using: &generator) > 0 {
      return Self.texts.randomElement(using: &generator) ?? ""
    }
    let scalars = (0..<Int.random(in: 0..<20, using: &generator)).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private mutating func moment() -> Int64 {
    let extremes: [Int64] = [.min, .min + 1, -1, 0, 1, 1_700_000_000_000, .max]
    return Bool.random(using: &generator)
      ? extremes.randomElement(using: &generator) ?? 0
      : .random(in: .min ... .max, using: &generator)
  }

  private mutating func duration() -> Int {
    [0, 1, 4_321, .max].randomElement(using: &generator) ?? 0
  }

  private mutating func zone() -> Int {
    [-86_400, -1, 0, 3_600, 86_400].randomElement(using: &generator) ?? 0
  }
}

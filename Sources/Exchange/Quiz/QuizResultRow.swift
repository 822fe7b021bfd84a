/// An answer that was given in a quiz, as a teacher reads it.
public struct QuizResultRow: Hashable, Sendable {
  /// When the quiz began, in milliseconds since 1970-01-01 00:00 UTC.
  public var quizStartedAt: Int64
  /// The learner's zone at the answer, in seconds east of UTC; nil where the answer is unknown.
  public var zoneOffset: Int?
  /// The question's place in the quiz, from 1.
  public var position: Int
  /// How many questions the quiz had.
  public var count: Int
  /// The question's id.
  public var itemID: String
  /// The topic; empty where it is unknown.
  public var topic = ""
  /// What was asked, with its figure; empty where the question cannot be made again.
  public var question = ""
  /// Whether the answer was right; nil where it is unknown.
  public var isCorrect: Bool?
  /// The answer as it is kept, for example `2` or `995`.
  public var given = ""
  /// The answer in words; empty where the question cannot be made again as it was shown.
  public var givenText = ""
  /// The right answer in words; empty where the question cannot be made again.
  public var rightAnswer = ""
  /// From showing the question to the answer, in milliseconds; nil where it is unknown.
  public var durationMilliseconds: Int?
  /// Whether a hint was looked at; nil where it is unknown.
  public var usedHint: Bool?
  /// Whether the answer counts: false where the kernel decided otherwise than the exercise.
  public var counts = true

  /// A row that knows only its place.
  public init(quizStartedAt: Int64, position: Int, count: Int, itemID: String) {
    self.quizStartedAt = quizStartedAt
    self.position = position
    self.count = count
    self.itemID = itemID
  }
}

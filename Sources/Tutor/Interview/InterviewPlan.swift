/// What a mock interview is to be like.
public struct InterviewPlan: Hashable, Sendable {
  /// How long an interview may take, in minutes.
  public static let allowedMinutes = 1...120

  /// How long it takes, in minutes, from 1 to 120.
  public var minutes: Int
  /// How deep the questions go.
  public var level: InterviewLevel
  /// The topics of the questions; every topic where there are none.
  public var topics: Set<String>
  /// What chooses among questions that are equally good to ask.
  public var seed: UInt64

  /// A plan; the minutes are moved into the allowed range.
  public init(
    minutes: Int = 20, level: InterviewLevel = .mixed, topics: Set<String> = [], seed: UInt64
  ) {
    let allowed = Self.allowedMinutes
    self.minutes = min(max(minutes, allowed.lowerBound), allowed.upperBound)
    self.level = level
    self.topics = topics
    self.seed = seed
  }
}

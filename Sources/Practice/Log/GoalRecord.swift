/// The date by which a learner wants to be ready, as it was set, changed or dropped.
///
/// The latest row holds.
public struct GoalRecord: Hashable, Sendable {
  /// The date's study day, in days since 1970-01-01; nil where the goal was dropped.
  public var readyDay: Int?
  /// When it was set, in milliseconds since 1970-01-01 00:00 UTC.
  public var setAt: Int64
  /// The learner's zone at that moment, in seconds east of UTC.
  public var zoneOffset: Int

  /// A goal, or none, and the moment it was set.
  public init(readyDay: Int?, setAt: Int64, zoneOffset: Int) {
    self.readyDay = readyDay
    self.setAt = setAt
    self.zoneOffset = zoneOffset
  }
}

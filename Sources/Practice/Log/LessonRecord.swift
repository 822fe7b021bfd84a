/// A lesson that was read to its end.
public struct LessonRecord: Hashable, Sendable {
  /// The lesson's id.
  public var lessonID: String
  /// When, in milliseconds since 1970-01-01 00:00 UTC.
  public var finishedAt: Int64
  /// The learner's zone at that moment, in seconds east of UTC.
  public var zoneOffset: Int

  /// A lesson and the moment it was finished.
  public init(lessonID: String, finishedAt: Int64, zoneOffset: Int) {
    self.lessonID = lessonID
    self.finishedAt = finishedAt
    self.zoneOffset = zoneOffset
  }
}

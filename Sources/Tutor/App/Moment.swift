/// When something happened, handed in with every message because the application has no clock.
public struct Moment: Hashable, Sendable {
  /// Milliseconds since 1970-01-01 00:00 UTC.
  public var milliseconds: Int64
  /// The learner's zone, in seconds east of UTC.
  public var zoneOffset: Int

  /// A time and the zone in which it is read.
  public init(milliseconds: Int64, zoneOffset: Int) {
    self.milliseconds = milliseconds
    self.zoneOffset = zoneOffset
  }

  /// The day in the learner's zone, counted from 1970-01-01.
  var day: Int {
    Int((milliseconds / 1000 + Int64(zoneOffset)) / 86_400)
  }
}

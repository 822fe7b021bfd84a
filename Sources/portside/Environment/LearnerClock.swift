import Glibc

/// The time of day where the learner sits.
struct LearnerClock: Sendable {
  /// A moment with the zone that holds at it.
  struct Moment: Hashable, Sendable {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    var milliseconds: Int64
    /// Seconds east of UTC, summer time included.
    var zoneOffset: Int
  }

  /// Reads the clock.
  let now: @Sendable () -> Moment

  /// The system's clock, in the zone that `TZ` or `/etc/localtime` names.
  static let system = LearnerClock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var parts = tm()
    localtime_r(&time.tv_sec, &parts)
    return Moment(
      milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000,
      zoneOffset: parts.tm_gmtoff)
  }
}

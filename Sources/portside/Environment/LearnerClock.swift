import Glibc
import Tutor

/// The time of day where the learner sits.
struct LearnerClock: Sendable {
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

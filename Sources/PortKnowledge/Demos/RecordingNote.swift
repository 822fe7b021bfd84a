/// Where and when a recording of a demo was made: shown wherever it is played, because nothing in
/// it happens now.
public struct RecordingNote: Hashable, Sendable {
  /// The kernel's name and release, for example `Linux 6.18.44`.
  public var kernel: String
  /// The day in UTC, `2026-11-22`.
  public var day: String
  /// Whether root made it, where some rules differ.
  public var wasRoot: Bool
  /// Why it is shown in place of the live demo, in one sentence; nil where it was asked for.
  public var reason: String?

  /// A recording's origin.
  public init(kernel: String, day: String, wasRoot: Bool, reason: String? = nil) {
    self.kernel = kernel
    self.day = day
    self.wasRoot = wasRoot
    self.reason = reason
  }

  /// What is said before the first step.
  public var sentence: String {
    let origin = "Recorded on \(kernel)\(wasRoot ? " as root" : ""), \(day): nothing runs now."
    return reason.map { "\($0) \(origin)" } ?? origin
  }
}

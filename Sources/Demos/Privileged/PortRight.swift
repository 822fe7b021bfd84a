import Glibc
import PortKnowledge

/// Why a port below 1024 may or may not be bound by this program on this machine; ip(7),
/// capabilities(7).
enum PortRight: Hashable {
  /// The border lies so low that nobody is asked: many containers are set so.
  case noBorder(start: Int)
  /// The program has CAP_NET_BIND_SERVICE.
  case capability(isRoot: Bool)
  /// It is root, but without that capability, as in a container that takes it away.
  case bareRoot
  /// An ordinary user without the capability.
  case none

  /// The lowest port that the demo tries.
  static let lowest = 900
  /// The bit of CAP_NET_BIND_SERVICE in the sets of `/proc/PID/status`.
  private static let bit: UInt64 = 1 << 10

  /// What holds here and now.
  static func read() -> PortRight {
    let start = (try? PortSettings.read().unprivilegedStart).map { Int($0.rawValue) } ?? 1024
    if start <= lowest { return .noBorder(start: start) }
    let isRoot = geteuid() == 0
    guard hasCapability(isRoot: isRoot) else { return isRoot ? .bareRoot : .none }
    return .capability(isRoot: isRoot)
  }

  /// Whether the effective set holds the capability; without `/proc` root is taken to have it.
  private static func hasCapability(isRoot: Bool) -> Bool {
    let line = MachineFile.lines("/proc/self/status").first { $0.hasPrefix("CapEff:") }
    guard let digits = line?.split(whereSeparator: \.isWhitespace).last,
      let set = UInt64(digits, radix: 16)
    else { return isRoot }
    return set & bit != 0
  }

  /// Whether bind() will be granted.
  var isGranted: Bool {
    switch self {
    case .noBorder, .capability: true
    case .bareRoot, .none: false
    }
  }

  /// What it means for the next step, in a sentence.
  func sentence(user: String) -> String {
    switch self {
    case .noBorder(let start):
      "The border is \(start) here, so the ports of the next step are above it and nobody is asked "
        + "for a privilege. Many containers are set so; elsewhere it is 1024."
    case .capability(true):
      "You are root here, so the next step will succeed where an ordinary user is refused."
    case .capability(false):
      "You are user \(user), and this program has the capability: the next step will succeed where "
        + "an ordinary user is refused."
    case .bareRoot:
      "You are root here, but without CAP_NET_BIND_SERVICE, as in a container that takes it away. "
        + "The capability decides, not the user."
    case .none:
      "You are user \(user): an ordinary user without the capability."
    }
  }
}

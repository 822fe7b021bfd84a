import Glibc

/// What this machine lets a crowd have, found before it starts.
public struct CrowdLimits: Hashable, Sendable {
  /// Descriptors that one process may have (RLIMIT_NOFILE, the hard limit).
  public var descriptors: Int
  /// Ports from which connect() chooses: net.ipv4.ip_local_port_range.
  public var ephemeralPorts: Int
  /// Memory that is free for use, in bytes (MemAvailable).
  public var memory: Int

  /// The most connections that it makes.
  public static let most = 100_000
  /// Descriptors of a process that are left for everything else.
  static let reserve = 200
  /// What a connection costs the kernel with both its ends, in bytes, rounded up.
  ///
  /// Measured on Linux 6.18: about 8 kB.
  static let bytesPerConnection = 12_000
  /// Processes besides this one that are started at most.
  static let mostHelpers = 400
  /// Linux's own number of ephemeral ports, for a machine that does not tell.
  private static let usualPorts = 28_232
  /// Source addresses of 127.0.0.0/8 that are used at most.
  static let mostSources = 250

  /// Limits by their values.
  public init(descriptors: Int, ephemeralPorts: Int, memory: Int) {
    self.descriptors = descriptors
    self.ephemeralPorts = ephemeralPorts
    self.memory = memory
  }

  /// The limits of this process on this machine.
  public static func read() -> CrowdLimits {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    let range = numbers(in: "/proc/sys/net/ipv4/ip_local_port_range")
    let ports = range.count == 2 ? range[1] - range[0] + 1 : Self.usualPorts
    let memory = MachineFile.lines("/proc/meminfo").first { $0.hasPrefix("MemAvailable:") }
    let kilobytes = memory.map { $0.filter(\.isNumber) }.flatMap { Int($0) } ?? 0
    return CrowdLimits(
      descriptors: Int(clamping: limit.rlim_max), ephemeralPorts: ports, memory: kilobytes * 1024)
  }

  /// The connections that one process can hold with both ends.
  public var perProcess: Int { max(0, (descriptors - Self.reserve) / 2) }

  /// The processes besides this one that it can talk to: each takes two descriptors here, and some
  /// are left for everything else.
  private var helpers: Int {
    min(Self.mostHelpers, max(1, (descriptors - Self.reserve / 2) / 2))
  }

  /// The connections that there can be, and what sets that limit, in a few words.
  public var largest: (clients: Int, because: String) {
    let candidates = [
      (Self.most, "more than \(Self.most) are never made"),
      (
        perProcess * helpers,
        "a process here may open \(descriptors) descriptors (ulimit -Hn)"
      ),
      (
        ephemeralPorts / 8 * Self.mostSources,
        "there are \(ephemeralPorts) ephemeral ports (net.ipv4.ip_local_port_range)"
      ),
      (memory / 2 / Self.bytesPerConnection, "\(memory / 1_048_576) MB of memory are free"),
    ]
    let least = candidates.min { $0.0 < $1.0 } ?? candidates[0]
    return (max(0, least.0), least.1)
  }

  private static func numbers(in path: String) -> [Int] {
    MachineFile.lines(path).first.map { line in
      line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    } ?? []
  }
}

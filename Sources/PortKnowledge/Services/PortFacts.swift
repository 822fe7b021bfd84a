/// What can be said of any port number, whether or not a service is listed on it.
public struct PortFacts: Hashable, Sendable {
  /// The ports from which Linux takes those of outgoing connections by default
  /// (`net.ipv4.ip_local_port_range`).
  public static let linuxEphemeralRange: ClosedRange<PortNumber> =
    MachinePorts.linuxDefaults.ephemeral

  /// The port.
  public var port: PortNumber

  /// The facts about a port.
  public init(_ port: PortNumber) {
    self.port = port
  }

  /// IANA's range.
  public var range: PortRange { PortRange(containing: port) }

  /// Whether listening on it needs CAP_NET_BIND_SERVICE on a default Linux.
  public var isPrivileged: Bool { PortClassification(Int(port.rawValue)).isPrivileged }

  /// Whether a default Linux may pick it for an outgoing connection.
  public var isEphemeralOnLinux: Bool { PortClassification(Int(port.rawValue)).isEphemeral }

  /// The three facts in words: IANA's range, who may listen, and the ephemeral range.
  public var sentences: [String] {
    [rangeSentence, privilegeSentence, ephemeralSentence]
  }

  private var rangeSentence: String {
    switch range {
    case .system:
      "IANA range: system (0 to 1023), also called well-known."
    case .user:
      "IANA range: user (1024 to 49151), also called registered."
    case .dynamic:
      "IANA range: dynamic (49152 to 65535), also called private: never assigned."
    }
  }

  private var privilegeSentence: String {
    if port == 0 { return "Linux: bind() to 0 lets the kernel choose a port; anyone may do that." }
    return isPrivileged
      ? "Linux default: below 1024; listening takes CAP_NET_BIND_SERVICE or root."
      : "Linux default: 1024 or above, so any user may listen on it."
  }

  private var ephemeralSentence: String {
    isEphemeralOnLinux
      ? "Linux: inside 32768 to 60999, the default ports of outgoing connections."
      : "Linux: outside 32768 to 60999, the default ports of outgoing connections."
  }
}

/// A machine's own settings of ports, as ip(7) names them.
///
/// They are handed in by whoever reads `/proc/sys/net/ipv4`; nothing in this module does.
public struct MachinePorts: Hashable, Sendable {
  /// The ports from which the kernel takes those of outgoing connections: `ip_local_port_range`.
  public var ephemeral: ClosedRange<PortNumber>
  /// The first port on which anybody may listen: `ip_unprivileged_port_start`.
  ///
  /// 0 means that no port is privileged.
  public var unprivilegedStart: PortNumber

  /// The settings of a machine, Linux's defaults where nothing else is given.
  public init(
    ephemeral: ClosedRange<PortNumber> = 32768...60999, unprivilegedStart: PortNumber = 1024
  ) {
    self.ephemeral = ephemeral
    self.unprivilegedStart = unprivilegedStart
  }

  /// What Linux has where nobody has changed it: 32768 to 60999, and 1024.
  public static let linuxDefaults = MachinePorts()

  /// Whether `bind()` to a port takes CAP_NET_BIND_SERVICE, as root has it.
  ///
  /// Port 0 never does: it only asks the kernel to choose one.
  public func isPrivileged(_ port: PortNumber) -> Bool {
    port != 0 && port < unprivilegedStart
  }

  /// Whether the kernel may choose a port by itself, for an outgoing connection or for port 0.
  public func isEphemeral(_ port: PortNumber) -> Bool { ephemeral.contains(port) }

  /// The ports that only a privileged program may bind; nil where there are none.
  public var privileged: ClosedRange<PortNumber>? {
    guard unprivilegedStart > 1 else { return nil }
    return 1...PortNumber(unprivilegedStart.rawValue - 1)
  }
}

/// Three facts about a number, of which none follows from another: IANA's range for it, whether
/// `bind()` to it is privileged, and whether the kernel chooses it by itself.
///
/// Sources: RFC 6335 §6 for the ranges; ip(7) for `ip_unprivileged_port_start` and
/// `ip_local_port_range`; the 16-bit field of RFC 9293 §3.1 and RFC 768 for what a port is at all.
public struct PortClassification: Hashable, Sendable {
  /// The number.
  public let number: Int
  /// The port with this number; nil where it does not fit into 16 bits.
  public let port: PortNumber?
  /// The settings of the machine in question.
  public let machine: MachinePorts

  /// What a number is on a machine, on Linux with its defaults where none is given.
  public init(_ number: Int, on machine: MachinePorts = .linuxDefaults) {
    self.number = number
    port = PortNumber(exactly: number)
    self.machine = machine
  }

  /// IANA's range, or nil where no port has the number.
  public var range: PortRange? { port.map(PortRange.init(containing:)) }

  /// Whether `bind()` to it takes CAP_NET_BIND_SERVICE; port 0 never does.
  public var isPrivileged: Bool { port.map(machine.isPrivileged) ?? false }

  /// Whether the kernel may choose it for an outgoing connection.
  public var isEphemeral: Bool { port.map(machine.isEphemeral) ?? false }
}

import PortKnowledge

/// This machine's own settings of ports, as `/proc/sys` has them.
enum PortSettings {
  /// Reads them; a value that cannot be read ends the demo.
  static func read() throws -> MachinePorts {
    let range = numbers(in: "/proc/sys/net/ipv4/ip_local_port_range")
    let start = numbers(in: "/proc/sys/net/ipv4/ip_unprivileged_port_start")
    guard range.count == 2, range[0] <= range[1] else {
      throw DemoInterruption.failed("/proc/sys/net/ipv4/ip_local_port_range cannot be read here.")
    }
    return MachinePorts(ephemeral: range[0]...range[1], unprivilegedStart: start.first ?? 1024)
  }

  private static func numbers(in path: String) -> [PortNumber] {
    MachineFile.lines(path).first.map { line in
      line.split(whereSeparator: \.isWhitespace).compactMap { PortNumber(text: $0) }
    } ?? []
  }
}

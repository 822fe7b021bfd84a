public import PortKnowledge

/// Settings of the kernel in this network namespace, from `/proc/sys/net`.
public enum KernelSettings {
  /// The ports from which the kernel takes those of outgoing connections: `ip_local_port_range`,
  /// ip(7).
  ///
  /// Nil where the file does not hold two ports.
  public static func localPortRange() throws(SocketError) -> ClosedRange<PortNumber>? {
    let ports = try words("ipv4/ip_local_port_range").compactMap { PortNumber(text: $0) }
    guard ports.count == 2, ports[0] <= ports[1] else { return nil }
    return ports[0]...ports[1]
  }

  /// The greatest backlog of a listener: `somaxconn`, listen(2); nil where there is no number.
  public static func greatestBacklog() throws(SocketError) -> Int? {
    try words("core/somaxconn").first.flatMap { Int($0) }
  }

  private static func words(_ name: String) throws(SocketError) -> [Substring] {
    let bytes = try ProcFile.read("/proc/sys/net/\(name)")
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
  }
}

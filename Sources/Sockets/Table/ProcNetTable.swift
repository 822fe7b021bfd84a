public import PortKnowledge

/// The text of `/proc/net/tcp`, `tcp6`, `udp` and `udp6` as rows; proc_pid_net(5).
public enum ProcNetTable {
  /// The rows of a file's text.
  ///
  /// The heading and lines that are not rows are passed over. The receive queue of a TCP listener
  /// counts the connections that wait; its backlog is not in the file, so its send queue is 0.
  public static func rows(
    of text: String, _ transport: TransportProtocol, _ family: AddressFamily
  ) -> [SocketRow] {
    text.split(separator: "\n").compactMap { row(String($0), transport, family) }
  }

  /// The row of one line; nil where it is none.
  ///
  /// `0: 0100007F:1F90 00000000:0000 0A 00000000:00000002 00:00000000 00000000  1000        0 4711`
  /// is a listener on 127.0.0.1:8080 of user 1000 with two waiting connections and inode 4711.
  public static func row(
    _ line: String, _ transport: TransportProtocol, _ family: AddressFamily
  ) -> SocketRow? {
    let columns = line.split(separator: " ", omittingEmptySubsequences: true)
    guard columns.count >= 10, columns[0].hasSuffix(":"),
      let line = ProcNetLine(columns: columns[1...4], byteOrder: .host),
      line.local.address.isIPv6 == (family == .ipv6), let userID = UInt32(columns[7]),
      let inode = UInt64(columns[9])
    else { return nil }
    return SocketRow(
      transport: transport, state: line.state, local: line.local, remote: line.remote,
      receiveQueue: line.receiveQueue, sendQueue: line.sendQueue, inode: inode, userID: userID,
      isIPv6Table: family == .ipv6)
  }
}

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
      let local = endpoint(columns[1], family), let remote = endpoint(columns[2], family),
      columns[3].utf8.count == 2, let state = UInt8(columns[3], radix: 16),
      let queues = pair(columns[4]), let userID = UInt32(columns[7]),
      let inode = UInt64(columns[9])
    else { return nil }
    return SocketRow(
      transport: transport, state: TCPState(rawValue: state), local: local, remote: remote,
      receiveQueue: queues.second, sendQueue: queues.first, inode: inode, userID: userID,
      isIPv6Table: family == .ipv6)
  }

  /// Two hexadecimal numbers with a colon between them.
  private static func pair(_ text: Substring) -> (first: UInt32, second: UInt32)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = UInt32(parts[0], radix: 16),
      let second = UInt32(parts[1], radix: 16)
    else { return nil }
    return (first, second)
  }

  /// An address of one or four hexadecimal words, a colon, and the port.
  ///
  /// Each word is printed as this machine reads four bytes in network order; the port is printed as
  /// a number.
  private static func endpoint(_ text: Substring, _ family: AddressFamily) -> Endpoint? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let wordCount = family == .ipv4 ? 1 : 4
    guard parts.count == 2, parts[0].utf8.count == wordCount * 8, parts[1].utf8.count == 4,
      let port = UInt16(parts[1], radix: 16)
    else { return nil }
    var words: [UInt32] = []
    var rest = parts[0]
    while !rest.isEmpty {
      guard let word = UInt32(rest.prefix(8), radix: 16) else { return nil }
      words.append(UInt32(bigEndian: word))
      rest = rest.dropFirst(8)
    }
    func half(_ index: Int) -> UInt64 { UInt64(words[index]) << 32 | UInt64(words[index + 1]) }
    let address: IPAddress = family == .ipv4 ? .v4(words[0]) : .v6(half(0), half(2))
    return Endpoint(address, PortNumber(port))
  }
}

/// What a line of `/proc/net/tcp`, `tcp6`, `udp` or `udp6` says about a socket.
///
///     0100007F:1F90 00000000:0000 0A 00000000:00000002
///
/// is a listener on 127.0.0.1:8080 for which two connections wait. Source: proc_pid_net(5) and
/// `net/ipv4/tcp_ipv4.c`. An IPv4 address is one 32-bit word and an IPv6 address four. The kernel
/// prints each word as its processor reads four bytes in network order, so a little-endian machine
/// shows the bytes of every word reversed. Ports, the state and the queues are printed as numbers.
public struct ProcNetLine: Hashable, Sendable {
  /// The order in which a processor keeps the bytes of a word.
  public enum ByteOrder: Hashable, Sendable {
    /// The lowest byte first, as on x86-64 and on ARM under Linux.
    case little
    /// The highest byte first, as on s390x.
    case big

    /// That of this machine.
    public static var host: ByteOrder { UInt16(1).littleEndian == 1 ? .little : .big }
  }

  /// The column `local_address`.
  public var local: Endpoint
  /// The column `rem_address`; the wildcard address and port 0 where there is no peer.
  public var remote: Endpoint
  /// The column `st`.
  public var state: TCPState
  /// The column `tx_queue`: bytes that are not acknowledged yet; 0 for a TCP listener.
  public var sendQueue: UInt32
  /// The column `rx_queue`: bytes not read yet, or the connections that wait for `accept()`.
  public var receiveQueue: UInt32

  /// A line with its columns.
  public init(
    local: Endpoint, remote: Endpoint, state: TCPState, sendQueue: UInt32 = 0,
    receiveQueue: UInt32 = 0
  ) {
    self.local = local
    self.remote = remote
    self.state = state
    self.sendQueue = sendQueue
    self.receiveQueue = receiveQueue
  }

  /// The line of four columns, from `local_address` to the queues; nil where they are none.
  public init?(columns: ArraySlice<Substring>, byteOrder: ByteOrder = .little) {
    let cells = Array(columns)
    guard cells.count == 4, let local = Self.endpoint(cells[0], byteOrder: byteOrder),
      let remote = Self.endpoint(cells[1], byteOrder: byteOrder),
      local.address.isIPv6 == remote.address.isIPv6,
      cells[2].utf8.count == 2, let state = Self.number(cells[2]),
      let queues = Self.pair(cells[3]), let sent = Self.number(queues.0),
      let received = Self.number(queues.1)
    else { return nil }
    self.init(
      local: local, remote: remote, state: TCPState(rawValue: UInt8(truncatingIfNeeded: state)),
      sendQueue: sent, receiveQueue: received)
  }

  // MARK: Writing

  /// The four columns from `local_address` to the queues, as the kernel prints them.
  public func columns(byteOrder: ByteOrder = .little) -> [String] {
    [
      Self.text(of: local, byteOrder: byteOrder), Self.text(of: remote, byteOrder: byteOrder),
      Self.text(of: state),
      "\(Self.hexadecimal(sendQueue, digits: 8)):\(Self.hexadecimal(receiveQueue, digits: 8))",
    ]
  }

  /// An endpoint as the kernel prints it, for example `0100007F:1F90`.
  public static func text(of endpoint: Endpoint, byteOrder: ByteOrder = .little) -> String {
    text(of: endpoint.address, byteOrder: byteOrder) + ":" + text(of: endpoint.port)
  }

  /// An address as the kernel prints it: 8 digits for IPv4, 32 for IPv6.
  public static func text(of address: IPAddress, byteOrder: ByteOrder = .little) -> String {
    words(of: address).map { word in
      hexadecimal(byteOrder == .little ? word.byteSwapped : word, digits: 8)
    }.joined()
  }

  /// A port as the kernel prints it: four digits, whatever the byte order.
  public static func text(of port: PortNumber) -> String {
    hexadecimal(UInt32(port.rawValue), digits: 4)
  }

  /// A state as the kernel prints it: two digits.
  public static func text(of state: TCPState) -> String {
    hexadecimal(UInt32(state.rawValue), digits: 2)
  }

  /// The 32-bit words of an address with the first byte in the highest bits: one or four.
  public static func words(of address: IPAddress) -> [UInt32] {
    switch address {
    case .v4(let bits): [bits]
    case .v6(let high, let low):
      [high >> 32, high, low >> 32, low].map { UInt32(truncatingIfNeeded: $0) }
    }
  }

  // MARK: Reading

  /// The endpoint of a text such as `0100007F:1F90`; nil where it is none.
  public static func endpoint(
    _ text: some StringProtocol, byteOrder: ByteOrder = .little
  ) -> Endpoint? {
    guard let (first, second) = pair(Substring(text)), second.utf8.count == 4,
      let port = number(second), let address = address(first, byteOrder: byteOrder)
    else { return nil }
    return Endpoint(address, PortNumber(UInt16(truncatingIfNeeded: port)))
  }

  /// The address of 8 or 32 hexadecimal digits; nil where they are none.
  public static func address(
    _ text: some StringProtocol, byteOrder: ByteOrder = .little
  ) -> IPAddress? {
    guard text.utf8.count == 8 || text.utf8.count == 32 else { return nil }
    var words: [UInt64] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      guard let word = number(rest.prefix(8)) else { return nil }
      words.append(UInt64(byteOrder == .little ? word.byteSwapped : word))
      rest = rest.dropFirst(8)
    }
    return words.count == 1
      ? .v4(UInt32(truncatingIfNeeded: words[0]))
      : .v6(words[0] << 32 | words[1], words[2] << 32 | words[3])
  }

  /// Two texts with a colon between them.
  private static func pair(_ text: Substring) -> (Substring, Substring)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }

  /// The number of one to eight hexadecimal digits and nothing else; nil for anything else.
  private static func number(_ text: Substring) -> UInt32? {
    guard (1...8).contains(text.utf8.count) else { return nil }
    var number: UInt32 = 0
    for byte in text.utf8 {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      number = number << 4 | UInt32(digit)
    }
    return number
  }

  private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}

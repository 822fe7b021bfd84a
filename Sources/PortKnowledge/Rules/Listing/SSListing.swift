/// Rows as ss prints them, narrow enough for a small screen.
///
///     State      Recv-Q Send-Q Local           Peer
///     LISTEN     0      128    *:8080          *:*
///     CLOSE-WAIT 1      0      192.0.2.10:443  203.0.113.5:51234
///
/// The texts are those of `ss -n` of iproute2 6.1; only the spaces between them are fewer, and the
/// titles of the last two columns shorter.
public struct SSListing: Hashable, Sendable {
  /// A column, or the port at the end of one.
  public enum Column: Hashable, Sendable {
    /// The state.
    case state
    /// Recv-Q.
    case receiveQueue
    /// Send-Q.
    case sendQueue
    /// The local address and port.
    case local
    /// The port of the local side.
    case localPort
    /// The peer's address and port.
    case peer
    /// The port of the peer.
    case peerPort
  }

  /// The rows from top to bottom.
  public let sockets: [ListedSocket]
  /// Whether Recv-Q and Send-Q are shown; without them there is room for longer addresses.
  public let hasQueues: Bool
  /// The title and the rows.
  public let lines: [MarkedText]
  private let starts: [Int]

  /// The listing of some rows.
  public init(_ sockets: [ListedSocket], hasQueues: Bool = true) {
    self.sockets = sockets
    self.hasQueues = hasQueues
    let titles = hasQueues ? ["State", "Recv-Q", "Send-Q"] : ["State"]
    let head = (titles + ["Local", "Peer"]).map { [MarkedText.Span($0, .faint)] }
    let rows = sockets.map { Self.cells(of: $0, hasQueues: hasQueues) }
    var widths = head.map { $0[0].text.utf8.count }
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], cell.reduce(0) { $0 + $1.text.utf8.count })
      }
    }
    let gap = widths.reduce(0, +) + 2 * (widths.count - 1) <= AlignedRows.widest ? 2 : 1
    lines = AlignedRows([head] + rows, gap: gap).lines
    starts = widths.indices.map { widths[..<$0].reduce(0, +) + gap * $0 }
  }

  /// The rows, and below one of them a line that points at a cell of it.
  public func lines(pointingAt row: Int, _ column: Column, note: String) -> [MarkedText] {
    guard sockets.indices.contains(row) else { return lines }
    var lines = lines
    lines.insert(AlignedRows.pointer(at: start(of: column, row: row), note: note), at: row + 2)
    return lines
  }

  private func start(of column: Column, row: Int) -> Int {
    let socket = sockets[row]
    switch column {
    case .state: return starts[0]
    case .receiveQueue: return starts[1]
    case .sendQueue: return starts[2]
    case .local: return starts[starts.count - 2]
    case .peer: return starts[starts.count - 1]
    case .localPort:
      return starts[starts.count - 2] + Self.localAddress(of: socket).utf8.count + 1
    case .peerPort:
      return starts[starts.count - 1] + Self.peerAddress(of: socket).utf8.count + 1
    }
  }

  // MARK: Texts

  /// The local side, for example `*:8080`, `[::1]:631` or `192.0.2.10:443`.
  public static func local(_ socket: ListedSocket) -> String {
    localAddress(of: socket) + ":" + port(socket.row.local.port)
  }

  /// The peer's side, for example `0.0.0.0:*` where there is none.
  public static func peer(_ socket: ListedSocket) -> String {
    peerAddress(of: socket) + ":" + port(socket.row.remote.port)
  }

  /// State, local side and peer's side in a line of their own.
  public static func brief(_ socket: ListedSocket) -> String {
    "\(socket.row.stateName) \(local(socket)) \(peer(socket))"
  }

  private static func cells(of socket: ListedSocket, hasQueues: Bool) -> [[MarkedText.Span]] {
    let queues = [socket.row.receiveQueue, socket.row.sendQueue].map {
      [MarkedText.Span(String($0))]
    }
    let local: [MarkedText.Span] = [
      .init(localAddress(of: socket), .field(.sourceAddress)), .init(":"),
      .init(port(socket.row.local.port), .field(.sourcePort)),
    ]
    let peer: [MarkedText.Span] = [
      .init(peerAddress(of: socket), .field(.destinationAddress)), .init(":"),
      .init(port(socket.row.remote.port), .field(.destinationPort)),
    ]
    return [[.init(socket.row.stateName)]] + (hasQueues ? queues : []) + [local, peer]
  }

  private static func localAddress(of socket: ListedSocket) -> String {
    socket.isDualStack ? "*" : text(of: socket.row.local.address)
  }

  private static func peerAddress(of socket: ListedSocket) -> String {
    socket.isDualStack && socket.row.remote.address == .any6
      ? "*" : text(of: socket.row.remote.address)
  }

  private static func text(of address: IPAddress) -> String {
    address.isIPv6 ? "[\(address)]" : "\(address)"
  }

  private static func port(_ port: PortNumber) -> String {
    port == 0 ? "*" : "\(port)"
  }
}

/// The calls of a client and a server in the order in which they are made, and a ▲ under one.
///
///        client 198.51.100.7:40112  server 192.0.2.10:443
///     1                             send(5 bytes)
///     2  close()
///        ▲ RST: 5 bytes unread
struct CallFigure {
  /// The header and the calls alone.
  let lines: [MarkedText]
  private let sides: [ConnectionSide]
  private static let clientColumn = 3
  private let serverColumn: Int

  /// Calls, the client's to the left and the server's to the right.
  init(client: Endpoint, server: Endpoint, calls: [(side: ConnectionSide, text: String)]) {
    let header = "client \(client)"
    serverColumn = Self.clientColumn + header.utf8.count + 2
    sides = calls.map(\.side)
    var lines = [MarkedText([.init("   " + header + "  server \(server)", .faint)])]
    for (index, call) in calls.enumerated() {
      let column = call.side == .client ? Self.clientColumn : serverColumn
      let padding = String(repeating: " ", count: column - 1)
      lines.append(MarkedText([.init("\(index + 1)", .faint), .init(padding + call.text)]))
    }
    self.lines = lines
  }

  /// The lines with a ▲ under a call.
  func lines(pointingAt call: Int, note: String) -> [MarkedText] {
    guard sides.indices.contains(call) else { return lines }
    let column = sides[call] == .client ? Self.clientColumn : serverColumn
    var lines = lines
    lines.insert(AlignedRows.pointer(at: column, note: note), at: call + 2)
    return lines
  }
}

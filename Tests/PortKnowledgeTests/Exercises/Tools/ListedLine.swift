import PortKnowledge

/// A row of a figure, read from its text alone.
struct ListedLine {
  let state: String
  let receiveQueue: Int
  let sendQueue: Int
  let local: String
  let peer: String

  /// The row of a line with five columns; nil for the title and for lines that point.
  init?(_ line: MarkedText) {
    let cells = line.text.split(separator: " ").map(String.init)
    guard cells.count == 5, let receiveQueue = Int(cells[1]), let sendQueue = Int(cells[2]) else {
      return nil
    }
    state = cells[0]
    self.receiveQueue = receiveQueue
    self.sendQueue = sendQueue
    local = cells[3]
    peer = cells[4]
  }

  /// The rows of a figure.
  static func all(_ figure: [MarkedText]) -> [ListedLine] { figure.compactMap(ListedLine.init) }

  var localPort: String { Self.split(local).port }
  var peerPort: String { Self.split(peer).port }
  var localAddress: String { Self.split(local).address }
  var peerAddress: String { Self.split(peer).address }

  static func split(_ end: String) -> (address: String, port: String) {
    let colon = end.lastIndex(of: ":") ?? end.endIndex
    return (String(end[..<colon]), String(end[colon...].dropFirst()))
  }
}

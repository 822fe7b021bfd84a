import PortKnowledge
import TerminalUI

/// How the rows of a reading are set in the columns there are.
struct TableLayout {
  private let table: TableReading
  private let stateColumns: Int
  private let localColumns: Int
  private let columns: Int
  private let isShort: Bool
  private let showsRole: Bool
  /// The local ports of the listeners: what has one of them is the destination's side.
  private let serverPorts: Set<PortNumber>

  init(_ table: TableReading, columns: Int) {
    self.table = table
    self.columns = columns
    let rows = table.lines.map(\.row)
    stateColumns = (rows.map { $0.stateName.utf8.count }.max() ?? 5) + 1
    localColumns = rows.map { Flow.endpoint($0.local, side: .source).columns }.max() ?? 0
    serverPorts = Set(rows.filter { $0.state == .listen }.map(\.local.port))
    let remote = rows.map { Flow.endpoint($0.remote, side: .source).columns }.max() ?? 0
    let roles = table.lines.map { DisplayText($0.role).columns }.max() ?? 0
    let fixed = 2 + 4 + stateColumns + localColumns + 3
    isShort = fixed + remote > columns
    showsRole = roles > 0 && fixed + (isShort ? 6 : remote) + 2 + roles <= columns
  }

  private func isServerSide(_ row: SocketRow) -> Bool {
    row.state == .listen || serverPorts.contains(row.local.port)
  }

  /// A row with its mark.
  func line(_ entry: TableReading.Line) -> StyledLine {
    let row = entry.row
    var line = StyledLine()
    switch entry.change {
    case .same: line.append("  ")
    case .added: line.append("+ ", Style(.good, isBold: true))
    case .removed: line.append("− ", Style(.bad, isBold: true))
    case .changed: line.append("~ ", Style(.caution, isBold: true))
    }
    line.append(DisplayText(row.transport.rawValue).padded(to: 4), Style(.transport))
    line.append(DisplayText(row.stateName).padded(to: stateColumns))
    let isServer = isServerSide(row)
    let local = Flow.endpoint(row.local, side: isServer ? .destination : .source)
    line = line + local
    if row.remote.port != 0 {
      line.append(DisplayText(String(repeating: " ", count: localColumns - local.columns)))
      line.append(isServer ? " ← " : " → ", .dim)
      let hidesAddress = isShort && row.remote.address == row.local.address
      line =
        line
        + Flow.endpoint(
          row.remote, side: isServer ? .source : .destination, isShort: hidesAddress)
    }
    // What waits is a part of the row as soon as there is something to see of it.
    if row.receiveQueue > 0 || (entry.change == .changed && row.state == .listen) {
      line.append("  Recv-Q ", .dim)
      line.append(DisplayText("\(row.receiveQueue)"), .strong)
    }
    if showsRole, !entry.role.isEmpty { line.append(DisplayText("  \(entry.role)"), .dim) }
    return line
  }

  /// ▲ under each deciding field of the last row on the client's side, or of the last one where
  /// none has a peer, and what it says.
  func marker() -> StyledLine? {
    let fields = table.decidingFields
    let present = table.lines.filter { $0.change != .removed }.map(\.row)
    let clients = present.filter { $0.remote.port != 0 && !isServerSide($0) }
    guard !fields.isEmpty, let row = clients.last ?? present.last else { return nil }
    let local = Flow.endpoint(row.local, side: .source)
    let addressColumns = local.columns - "\(row.local.port)".utf8.count
    let start = 6 + stateColumns
    let places: [(TupleField, Int)] = [
      (.transport, 2), (.sourceAddress, start), (.sourcePort, start + addressColumns),
      (.destinationAddress, start + localColumns + 3),
      (.destinationPort, start + localColumns + 4),
    ]
    var text = ""
    for (field, column) in places where fields.contains(field) {
      text += String(repeating: " ", count: max(0, column - text.count)) + "▲"
    }
    let words = fields.count == 1 ? "only this field differs" : "these fields differ"
    // The words stand behind the last mark, or before the first where the line would be too long.
    if text.count + 1 + words.count <= columns {
      return StyledLine(DisplayText("\(text) \(words)"), .accent)
    }
    let short = fields.count == 1 ? "only this differs " : "these differ "
    let room = text.prefix { $0 == " " }.count
    guard room >= short.count else { return StyledLine(DisplayText(text), .accent) }
    let lead = String(repeating: " ", count: room - short.count) + short
    return StyledLine(DisplayText(lead + text.dropFirst(room)), .accent)
  }
}

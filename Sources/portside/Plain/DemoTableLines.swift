import PortKnowledge
import TerminalUI

/// A reading of the kernel's table as lines with their marks.
struct DemoTableLines {
  /// The heading, the rows, and a line with ▲ where fields are to be marked.
  let lines: [DisplayText]

  private static let margin = 2
  private static let stateColumn = margin + 6
  private static let queueColumn = stateColumn + 12
  private static let localColumn = queueColumn + 8

  /// The lines of a reading.
  init(_ reading: TableReading) {
    guard !reading.lines.isEmpty else {
      lines = ["  no row of this demo"]
      return
    }
    let localWidth = reading.lines.map { "\($0.row.local)".count }.max() ?? 0
    let remoteWidth = reading.lines.map { "\($0.row.remote)".count }.max() ?? 0
    let widths = (local: localWidth + 2, remote: remoteWidth + 2)
    var lines = [
      Self.line(("", "", "state", "Recv-Q", "this end", "other end", "whose"), widths)
    ]
    lines += reading.lines.map { line in
      let row = line.row
      return Self.line(
        (
          Self.mark(line.change), row.transport.rawValue, row.stateName, "\(row.receiveQueue)",
          "\(row.local)", "\(row.remote)", line.role
        ), widths)
    }
    let marker = Self.marker(reading, remoteColumn: Self.localColumn + widths.local)
    self.lines = lines + (marker.map { [$0] } ?? [])
  }

  private typealias Cells = (
    mark: String, transport: String, state: String, queue: String, local: String, remote: String,
    role: String
  )

  /// The cells at their columns.
  private static func line(
    _ cells: Cells, _ widths: (local: Int, remote: Int)
  ) -> DisplayText {
    let parts: [(String, Int)] = [
      ("", margin), (cells.mark, 2), (cells.transport, stateColumn - margin - 2),
      (cells.state, queueColumn - stateColumn), (cells.queue, localColumn - queueColumn),
      (cells.local, widths.local), (cells.remote, cells.role.isEmpty ? 0 : widths.remote),
      (cells.role, 0),
    ]
    return parts.reduce(DisplayText("")) { line, part in
      let text = DisplayText(part.0)
      return line + (text.columns < part.1 ? text.padded(to: part.1) : text)
    }
  }

  private static func mark(_ change: TableReading.Line.Change) -> String {
    switch change {
    case .same: " "
    case .added: "+"
    case .removed: "−"
    case .changed: "~"
    }
  }

  /// ▲ below each field that differs, and which these are; nil where none is to be marked.
  private static func marker(_ reading: TableReading, remoteColumn: Int) -> DisplayText? {
    let fields = TupleField.allCases.filter(reading.decidingFields.contains)
    guard !fields.isEmpty else { return nil }
    // All rows begin their addresses in the same columns; the port's column is that of a client,
    // where there are any.
    let rows = reading.lines.filter { $0.change != .removed }.map(\.row)
    let listeners = Set(rows.filter { $0.state == .listen }.map(\.local))
    guard let row = rows.last(where: { !listeners.contains($0.local) }) ?? rows.last else {
      return nil
    }
    var text = ""
    for field in fields {
      let column =
        switch field {
        case .transport: margin + 2
        case .sourceAddress: localColumn
        case .sourcePort: localColumn + portOffset(row.local)
        case .destinationAddress: remoteColumn
        case .destinationPort: remoteColumn + portOffset(row.remote)
        }
      text += String(repeating: " ", count: max(0, column - text.count)) + "▲"
    }
    // Sockets without a peer send nothing yet: what they have is an address and port of their own.
    let isUnconnected = rows.allSatisfy { $0.remote.port == 0 }
    let names = fields.map { isUnconnected ? ownName($0) : $0.name }.joined(separator: ", ")
    return DisplayText(
      text + (fields.count == 1 ? " only the \(names) differs" : " these differ: \(names)"))
  }

  private static func ownName(_ field: TupleField) -> String {
    switch field {
    case .sourceAddress: "own address"
    case .sourcePort: "own port"
    default: field.name
    }
  }

  /// How far behind the start of an endpoint its port begins.
  private static func portOffset(_ endpoint: Endpoint) -> Int {
    "\(endpoint)".count - "\(endpoint.port)".count
  }
}

import PortKnowledge
import TerminalUI

/// Draws hosts as boxes, their sockets in them, and a line for each connection.
enum PictureView {
  /// A row of the picture: a socket on either side, and whether a connection joins them.
  private struct Row {
    var left: DemoPicture.Socket?
    var right: DemoPicture.Socket?
    var isLinked = false
  }

  /// How many rows the picture takes.
  static func rows(of picture: DemoPicture) -> Int { max(1, lines(of: picture).count) + 3 }

  /// Draws the picture into an area.
  static func draw(_ picture: DemoPicture, into frame: inout Frame, area: Rect) {
    let rows = lines(of: picture)
    let left = rows.map { $0.left.map { label($0, side: .source) } ?? StyledLine() }
    let right = rows.map { $0.right.map { label($0, side: .destination) } ?? StyledLine() }
    let leftColumns = max(9, (left.map(\.columns).max() ?? 0) + 4)
    let rightColumns = max(9, (right.map(\.columns).max() ?? 0) + 4)
    let width = min(area.columns, 74)
    let leftBox = Rect(
      column: area.column + 4, row: area.row + 1, columns: leftColumns, rows: max(1, rows.count) + 2
    )
    let rightBox = Rect(
      column: area.column + width - rightColumns, row: area.row + 1, columns: rightColumns,
      rows: max(1, rows.count) + 2)
    guard rightBox.column > leftBox.endColumn + 6 else { return }
    title(of: picture.left, into: &frame, above: leftBox, limit: rightBox.column - 1)
    title(of: picture.right, into: &frame, above: rightBox, limit: area.endColumn)
    frame.canvas.box(leftBox)
    frame.canvas.box(rightBox)
    for (index, row) in rows.enumerated() {
      let line = leftBox.row + 1 + index
      frame.canvas.write(left[index], column: leftBox.column + 2, row: line)
      frame.canvas.write(right[index], column: rightBox.column + 2, row: line)
      guard row.isLinked else { continue }
      let count = rightBox.column - leftBox.endColumn - 3
      frame.canvas.write(
        DisplayText(String(repeating: "─", count: count) + "▸"), column: leftBox.endColumn + 1,
        row: line, style: .dim)
    }
  }

  private static func title(
    of host: DemoPicture.Host, into frame: inout Frame, above box: Rect, limit: Int
  ) {
    let text: DisplayText = "\(host.name) \(host.address)"
    let column = max(1, min(box.column, limit - text.columns))
    frame.canvas.write(text, column: column, row: box.row - 1, style: .dim, limit: limit)
  }

  private static func label(_ socket: DemoPicture.Socket, side: Flow.Side) -> StyledLine {
    var line = StyledLine()
    if !socket.note.isEmpty { line.append(DisplayText(socket.note + " "), .dim) }
    line = line + Flow.endpoint(socket.local, side: side, isShort: true)
    if socket.transport == .udp { line.append(" udp", Style(.transport)) }
    if socket.state != TCPState.established.ssName {
      line.append(DisplayText(" " + socket.state))
    }
    return line
  }

  /// Joined sockets first, each pair in one row, then those that stand alone.
  private static func lines(of picture: DemoPicture) -> [Row] {
    var rows: [Row] = []
    var usedLeft: Set<Int> = []
    var usedRight: Set<Int> = []
    let left = picture.left.sockets
    let right = picture.right.sockets
    for link in picture.links
    where left.indices.contains(link.left) && right.indices.contains(link.right) {
      let isNew = usedRight.insert(link.right).inserted
      rows.append(
        Row(
          left: usedLeft.insert(link.left).inserted ? left[link.left] : nil,
          right: isNew ? right[link.right] : nil, isLinked: true))
    }
    let aloneLeft = left.indices.filter { !usedLeft.contains($0) }.map { left[$0] }
    let aloneRight = right.indices.filter { !usedRight.contains($0) }.map { right[$0] }
    for index in 0..<max(aloneLeft.count, aloneRight.count) {
      rows.append(
        Row(
          left: index < aloneLeft.count ? aloneLeft[index] : nil,
          right: index < aloneRight.count ? aloneRight[index] : nil))
    }
    return rows
  }
}

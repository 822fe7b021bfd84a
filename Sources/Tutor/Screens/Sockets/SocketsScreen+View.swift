import PortKnowledge
import TerminalUI

extension SocketsScreen {
  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    drawTop(into: &frame, area: area)
    let rows = Self.listRows(in: context)
    let list = Rect(
      column: area.column, row: area.row + 2, columns: area.columns, rows: rows)
    drawList(into: &frame, area: list)
    let bottom = Rect(
      column: area.column, row: list.endRow + 1, columns: area.columns,
      rows: area.endRow - list.endRow - 1)
    frame.canvas.rule(row: bottom.row - 1, column: area.column, columns: area.columns)
    drawSentence(into: &frame, area: bottom)
  }

  /// The filter while there is one, else what the switches show.
  private func drawTop(into frame: inout Frame, area: Rect) {
    let row = area.row
    if isTyping || !field.text.isEmpty {
      var column = frame.canvas.write("Filter ", column: area.column, row: row, style: .dim)
      column = frame.canvas.write("▸ ", column: column, row: row, style: .accent)
      let text: DisplayText =
        field.text.isEmpty
        ? "listen   port:443   process:nginx   !lo   sport = :53" : DisplayText(field.text)
      frame.canvas.write(
        text, column: column, row: row, style: field.text.isEmpty ? .dim : .strong,
        limit: area.endColumn)
      if isTyping {
        frame.canvas.cursor = Canvas.Cursor(
          column: min(area.endColumn - 1, column + field.cursorColumns), row: row)
      }
    } else {
      frame.canvas.write(summary, column: area.column, row: row, limit: area.endColumn)
    }
    frame.canvas.write(
      SocketColumns(area.columns - 1).heading, column: area.column + 1, row: row + 1,
      limit: area.endColumn)
  }

  /// What is shown and in which order, in a line.
  private var summary: StyledLine {
    var parts: [String] = []
    let words: [(SocketView.Kind, String)] = [
      (.listening, "listening"), (.connected, "connected"), (.tcp, "TCP"), (.udp, "UDP"),
    ]
    let chosen = words.filter { view.kinds.contains($0.0) }.map(\.1)
    parts.append(chosen.isEmpty ? "every TCP and UDP socket" : chosen.joined(separator: ", "))
    if view.isOwnOnly { parts.append("of this program") }
    if view.followed != nil { parts = ["one connection and its listener"] }
    var line = StyledLine("Shown ", .dim)
    line.append(DisplayText(parts.joined(separator: " ")), .strong)
    line.append(DisplayText(", sorted \(watch.order.title)"), .dim)
    return line
  }

  private func drawList(into frame: inout Frame, area: Rect) {
    guard let table else {
      let text = snapshot?.failure ?? "Reading the kernel's table …"
      let style = snapshot?.failure == nil ? Style.dim : Style(.bad)
      for (offset, line) in StyledLine(DisplayText(text), style).wrapped(to: area.columns)
        .enumerated()
      {
        frame.canvas.write(line, column: area.column, row: area.row + offset)
      }
      return
    }
    let columns = SocketColumns(area.columns - 1)
    let visible = position.visible(rows: area.rows, count: shown.count)
    let other = selected.flatMap { table.mirror(of: $0.row) }?.identity
    for (offset, index) in visible.enumerated() {
      let entry = watch.lines[shown[index]]
      let row = area.row + offset
      let isHere = index == position.selected
      let isOther = other != nil && entry.row.identity == other
      let pointer: DisplayText = isHere ? "▸" : isOther ? "⇄" : " "
      frame.canvas.write(pointer, column: area.column, row: row, style: .accent)
      frame.canvas.write(
        columns.line(
          entry, isServer: Self.isServer(entry.row, in: table),
          service: table.service(of: entry.row)),
        column: area.column + 1, row: row, limit: area.endColumn)
      let rect = Rect(column: area.column, row: row, columns: area.columns, rows: 1)
      frame.targets.append(Frame.Target(rect: rect, action: .choose(index)))
    }
    if shown.isEmpty {
      frame.canvas.write(
        view.isLimited ? "No socket fits." : "No TCP or UDP socket is open.",
        column: area.column + 2, row: area.row, style: .dim)
    }
    let hidden = shown.count - visible.count
    if hidden > 0 {
      let note: DisplayText = " \(visible.lowerBound + 1)-\(visible.upperBound) of \(shown.count) "
      frame.canvas.write(
        note, column: area.endColumn - note.columns - 2, row: area.endRow, style: .dim)
    }
  }

  /// Whether a row's own port is the one that is dialled.
  static func isServer(_ row: SocketRow, in table: InspectedTable) -> Bool {
    !row.hasPeer || table.opener(of: row) == .peer
  }

  /// The sentence about the chosen row, or what is to be said first.
  private func drawSentence(into frame: inout Frame, area: Rect) {
    var document = Document(columns: area.columns)
    if let complaint = view.complaint {
      document.paragraph(StyledLine(DisplayText(complaint.description), Style(.caution)))
    } else if let line = selected, let table {
      if line.change == .removed {
        document.paragraph(StyledLine("This row is gone from the table.", Style(.caution)))
      }
      document.paragraph(SocketSentence.sentence(for: line.row, in: table))
    }
    if let notice, document.lines.count < area.rows {
      document.paragraph(notice, style: Style(.caution))
    }
    frame.draw(document, in: area, scroll: ScrollPosition())
  }

  /// What is to be known of the last reading; nil where it is whole.
  private var notice: String? {
    guard let snapshot else { return nil }
    if let failure = snapshot.failure { return failure }
    if !snapshot.isComplete {
      return "The table changed while it was read: rows may be missing."
    }
    if snapshot.hiddenProcesses > 0 {
      return
        "\(snapshot.hiddenProcesses) processes of other users do not show their sockets to you."
    }
    return snapshot.source == "/proc/net" ? "Read from /proc/net: backlogs are missing there." : nil
  }
}

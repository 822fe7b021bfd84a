import PortKnowledge
import TerminalUI

extension PortsScreen {
  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    drawField(into: &frame, area: area)
    drawList(into: &frame, area: Self.listArea(in: context))
    let area = Self.detailsArea(in: context)
    if context.columns < Self.sideBySide {
      frame.canvas.rule(row: area.row - 1, column: area.column, columns: area.columns)
    }
    frame.draw(details(columns: area.columns), in: area, scroll: scroll)
  }

  /// Where the list stands: beside the details, or above them.
  private static func listArea(in context: Context) -> Rect {
    let area = ScreenFrame.content(of: context.size).split(top: 2).rest
    return context.columns >= sideBySide
      ? area.split(left: min(36, area.columns * 2 / 5)).left
      : area.split(top: listRows(area.rows, in: context)).top
  }

  /// Where the details of the chosen service stand.
  static func detailsArea(in context: Context) -> Rect {
    let area = ScreenFrame.content(of: context.size).split(top: 2).rest
    let list = listArea(in: context)
    return context.columns >= sideBySide
      ? area.split(left: list.columns + 2).rest
      : area.split(top: list.rows + 1).rest
  }

  private func drawField(into frame: inout Frame, area: Rect) {
    var column = frame.canvas.write("Find ", column: area.column, row: area.row, style: .dim)
    column = frame.canvas.write("▸ ", column: column, row: area.row, style: .accent)
    if field.text.isEmpty {
      frame.canvas.write(
        "a number, a name, a purpose or a range: 443, https, mail, 8000-9000", column: column,
        row: area.row, style: .dim, limit: area.endColumn)
    } else {
      frame.canvas.write(
        DisplayText(field.text), column: column, row: area.row, style: .strong,
        limit: area.endColumn)
    }
    frame.canvas.cursor = Canvas.Cursor(
      column: min(area.endColumn - 1, column + field.cursorColumns), row: area.row)
  }

  private func drawList(into frame: inout Frame, area: Rect) {
    let visible = position.visible(rows: area.rows, count: matches.count)
    for (offset, index) in visible.enumerated() {
      let service = matches[index].service
      let row = area.row + offset
      let isHere = index == position.selected
      frame.canvas.write(isHere ? "▸" : " ", column: area.column, row: row, style: .accent)
      // Right-aligned by place, not by spaces: without colours a port is underlined.
      let port = DisplayText(service.port.description)
      frame.canvas.write(
        port, column: area.column + 7 - port.columns, row: row,
        style: Style(.destinationPort, isBold: true))
      let transports = service.transports == .both ? "both" : service.transports.rawValue
      frame.canvas.write(
        DisplayText(transports), column: area.column + 8, row: row, style: Style(.transport))
      frame.canvas.write(
        DisplayText(service.commonName).truncated(to: area.columns - 13),
        column: area.column + 13, row: row, style: isHere ? .strong : .text,
        limit: area.endColumn)
      let rect = Rect(column: area.column, row: row, columns: area.columns, rows: 1)
      frame.targets.append(Frame.Target(rect: rect, action: .choose(index)))
    }
  }

  /// What is known of the chosen service, or of a number on which none is listed.
  func details(columns: Int) -> Document {
    var document = Document(columns: columns)
    if let complaint {
      document.paragraph(complaint, style: Style(.caution))
      return document
    }
    guard let port else {
      document.paragraph("Nothing here is called that. Try a number, a shorter word or a purpose.")
      return document
    }
    if let selected {
      add(selected, to: &document)
    } else {
      document.paragraph(
        StyledLine(DisplayText("\(port)"), Style(.destinationPort, isBold: true))
          + StyledLine("  no service is listed on this port"))
    }
    addSystemNames(of: port, to: &document)
    document.space()
    for sentence in PortFacts(port).sentences {
      document.paragraph(sentence, style: .dim, hanging: 2)
    }
    return document
  }

  private func add(_ service: Service, to document: inout Document) {
    var line = StyledLine(DisplayText("\(service.port)"), Style(.destinationPort, isBold: true))
    line.append(
      DisplayText("/" + service.transports.list.map(\.rawValue).joined(separator: "+")),
      Style(.transport))
    line.append("  ")
    line.append(DisplayText(service.commonName), .strong)
    document.paragraph(line, hanging: 2)
    document.paragraph(service.purpose)
    document.space()
    func fact(_ label: String, _ text: String) {
      guard !text.isEmpty else { return }
      document.paragraph(
        StyledLine(DisplayText(label).padded(to: 10), .dim) + StyledLine(DisplayText(text)),
        hanging: 10)
    }
    let registry =
      service.ianaName
      ?? (service.registryNames.isEmpty
        ? (service.port == 0 ? "reserved" : "habit, not registered")
        : "habit; registered: " + service.registryNames.joined(separator: ", "))
    fact("IANA", registry)
    fact("Secure", service.secureTwin == "-" ? "" : service.secureTwin)
    fact("Mind", service.confusion)
  }

  private func addSystemNames(of port: PortNumber, to document: inout Document) {
    let names = systemNames[port].map { names in
      names.isEmpty
        ? "no name in /etc/services"
        : names.map { "\($0.name)/\($0.transport.rawValue)" }.joined(separator: ", ")
    }
    guard let names else { return }
    document.paragraph(
      StyledLine(DisplayText("Here").padded(to: 10), .dim) + StyledLine(DisplayText(names)),
      hanging: 10)
  }
}

import PortKnowledge
import TerminalUI

/// One socket as the tools show it: ss, lsof, netstat and /proc, each column explained.
struct SocketPage: ScreenModel {
  let row: SocketRow
  private let sentence: String
  private let views: [ToolView]
  private var scroll = ScrollPosition()

  init(_ row: SocketRow, in table: InspectedTable) {
    self.row = row
    sentence = SocketSentence.sentence(for: row, in: table)
    views = ToolView.views(of: row, in: table)
  }

  let name = ScreenName.sockets
  let keyContext = KeyContext.page

  func path(in context: Context) -> [DisplayText] {
    ["Sockets", DisplayText("\(row.transport.name) \(row.local)")]
  }

  func fact(in context: Context) -> DisplayText { DisplayText(row.stateName) }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    if action == .back { return [.close] }
    _ = scroll.handle(action, of: document(columns: context.columns), rows: context.rows)
    return []
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    frame.draw(document(columns: area.columns), in: area, scroll: scroll)
  }

  private func document(columns: Int) -> Document {
    var document = Document(columns: columns)
    document.paragraph(sentence)
    for view in views {
      document.space()
      var heading = StyledLine(DisplayText(view.tool), .accent)
      heading.append("   ")
      heading.append(DisplayText(view.command), Style(.code, isBold: true))
      document.paragraph(heading, hanging: 4)
      // The row below its titles as the tool prints them, where there is room for that.
      for (text, style) in [(view.heading ?? "", Style.dim), (view.line, .text)]
      where !text.isEmpty {
        let line = StyledLine(DisplayText(text), style)
        if line.columns + 2 <= columns {
          document.verbatim(line, indent: 2)
        } else {
          document.paragraph(line, indent: 2, hanging: 2)
        }
      }
      let names = view.columns.map { DisplayText($0.name).columns }.max() ?? 0
      for column in view.columns {
        var line = StyledLine(DisplayText(column.name).padded(to: names), .dim)
        line.append("  ")
        line.append(DisplayText(column.value), .strong)
        line.append("  ")
        line.append(DisplayText(column.explanation))
        document.paragraph(line, indent: 4, hanging: names + 2)
      }
      for note in view.notes { document.paragraph(note, style: .dim, indent: 2, hanging: 2) }
    }
    return document
  }
}

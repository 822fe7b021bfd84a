import PortKnowledge
import TerminalUI

extension DemoScreen {
  /// The kernel's rows with their marks, and ▲ under what differs.
  func tableDocument(columns: Int) -> Document {
    var document = Document(columns: columns)
    var heading = StyledLine("THE KERNEL'S TABLE", .dim)
    guard let table = stage?.table else {
      document.verbatim(heading)
      document.verbatim(StyledLine("not read yet", .dim))
      return document
    }
    heading.append(DisplayText("  " + table.source), .dim)
    document.verbatim(heading)
    if table.lines.isEmpty {
      document.verbatim(StyledLine("  no row of this demo", .dim))
    }
    let layout = TableLayout(table, columns: columns)
    for line in table.lines { document.verbatim(layout.line(line)) }
    if let marker = layout.marker() { document.verbatim(marker) }
    return document
  }
}

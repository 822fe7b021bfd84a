import PortKnowledge
import TerminalUI

extension DemoScreen {
  /// The least columns on which calls and table stand side by side.
  private static let sideBySide = 76

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    guard stage != nil else {
      frame.canvas.write("Opening the sockets …", column: area.column, row: area.row, style: .dim)
      if case .failed(let reason) = end {
        let lines = StyledLine(DisplayText(reason), Style(.bad)).wrapped(to: area.columns)
        for (offset, line) in lines.enumerated() {
          frame.canvas.write(line, column: area.column, row: area.row + 1 + offset)
        }
      }
      return
    }
    switch pane {
    case .story where area.columns >= Self.sideBySide:
      drawWide(into: &frame, area: area)
    case .story:
      drawNarrow(into: &frame, area: area)
    case .picture:
      drawPicture(into: &frame, area: area)
    case .calls:
      drawCalls(into: &frame, area: area)
    case .table:
      drawTable(into: &frame, area: area)
    }
  }

  /// What the keys scroll: the pane that is shown alone.
  func document(columns: Int) -> Document {
    switch pane {
    case .story: storyDocument(columns: columns)
    case .picture: Document(columns: columns)
    case .calls: callsDocument(columns: columns)
    case .table: tableDocument(columns: columns)
    }
  }

  /// Story on top, the picture where it fits, calls and table side by side below.
  private func drawWide(into frame: inout Frame, area: Rect) {
    let story = storyDocument(columns: area.columns)
    let callsColumns = callsColumns(in: area.columns)
    let table = tableDocument(columns: area.columns - callsColumns - 2)
    let calls = callsDocument(columns: callsColumns)
    let panes = min(max(table.lines.count, min(calls.lines.count, 8)), area.rows / 2)
    // A question is shown whole; a story that is very long gives way to the panes.
    let isAsking = question != nil && isNewest
    let most = isAsking ? area.rows : area.rows - min(panes, 6) - 1
    var (top, rest) = area.split(top: min(story.lines.count, most))
    frame.draw(story, in: top, scroll: scroll)
    rest = rest.split(top: 1).rest
    if isAsking, rest.rows < min(table.lines.count, Self.leastPane) { return }
    if let picture = stage?.picture {
      let height = PictureView.rows(of: picture)
      if height + 1 + panes <= rest.rows {
        let split = rest.split(top: height)
        PictureView.draw(picture, into: &frame, area: split.top)
        rest = split.rest.split(top: 1).rest
      }
    }
    let (left, right) = rest.split(left: callsColumns)
    drawCalls(into: &frame, area: left)
    drawTable(into: &frame, area: right.split(left: 2).rest)
  }

  /// The picture, and the rows it was made from below it.
  private func drawPicture(into frame: inout Frame, area: Rect) {
    guard let picture = stage?.picture else { return }
    let (top, rest) = area.split(top: min(area.rows, PictureView.rows(of: picture)))
    PictureView.draw(picture, into: &frame, area: top)
    if rest.rows > 2 { drawTable(into: &frame, area: rest.split(top: 1).rest) }
  }

  /// How many columns the calls take beside the table: two fifths, or less where the table needs
  /// more, because half a port number would be a wrong one.
  private func callsColumns(in columns: Int) -> Int {
    let usual = max(33, (columns - 2) * 2 / 5)
    let needed = tableDocument(columns: columns - usual - 2).lines.map(\.text.columns).max() ?? 0
    return min(usual, max(Self.leastCalls, columns - 2 - needed))
  }

  /// The fewest columns in which a call can be read.
  private static let leastCalls = 28

  /// The fewest rows in which calls and table say anything.
  private static let leastPane = 4

  /// Story on top and the table below it where it fits.
  private func drawNarrow(into frame: inout Frame, area: Rect) {
    let story = storyDocument(columns: area.columns)
    let table = tableDocument(columns: area.columns)
    let height = min(story.lines.count, area.rows)
    let (top, rest) = area.split(top: height)
    frame.draw(story, in: top, scroll: scroll)
    guard stage?.table != nil, rest.rows > min(table.lines.count, Self.leastPane) else { return }
    drawTable(into: &frame, area: rest.split(top: 1).rest)
  }

  private func drawCalls(into frame: inout Frame, area: Rect) {
    let document = callsDocument(columns: area.columns)
    drawTail(of: document, into: &frame, area: area)
  }

  private func drawTable(into frame: inout Frame, area: Rect) {
    let document = tableDocument(columns: area.columns)
    // What is new stands at the end.
    guard pane == .table || document.lines.count <= area.rows else {
      return drawTail(of: document, into: &frame, area: area)
    }
    frame.draw(document, in: area, scroll: pane == .table ? scroll : ScrollPosition())
  }

  /// The heading and the newest lines: what was called last matters most.
  private func drawTail(of document: Document, into frame: inout Frame, area: Rect) {
    guard let heading = document.lines.first, area.rows > 1 else { return }
    frame.canvas.write(heading.text, column: area.column, row: area.row, limit: area.endColumn)
    let rows = area.rows - 1
    let body = document.lines.dropFirst()
    var shown = Array(body.suffix(rows))
    if body.count > rows {
      let hidden = body.count - rows + 1
      shown[0] = Document.Line(text: StyledLine(DisplayText("… \(hidden) lines before"), .dim))
    }
    for (offset, line) in shown.enumerated() {
      frame.canvas.write(
        line.text, column: area.column, row: area.row + 1 + offset, limit: area.endColumn)
    }
  }

  /// The step's title, what to look at, what was predicted, what was seen.
  private func storyDocument(columns: Int) -> Document {
    var document = Document(columns: columns)
    guard let stage else { return document }
    if let recording, shown == 0 {
      document.paragraph(StyledLine(DisplayText(recording.sentence), Style(.caution)))
      document.space()
    }
    if let question, isNewest {
      document.paragraph(stage.narration)
      document.space()
      document.append(question.document(columns: columns))
      return document
    }
    document.paragraph(
      StyledLine(DisplayText(stage.title + (stage.title.hasSuffix("?") ? "  " : ".  ")), .accent)
        + StyledLine(DisplayText(stage.narration)))
    for outcome in stage.outcomes { add(outcome, to: &document) }
    if !stage.figure.isEmpty {
      document.space()
      document.figure(stage.figure)
      document.space()
    }
    for remark in stage.remarks {
      document.paragraph(StyledLine("• ", .dim) + StyledLine(DisplayText(remark)), hanging: 2)
    }
    if isNewest, case .failed(let reason) = end {
      document.paragraph(StyledLine(DisplayText("✗ " + reason), Style(.bad)), hanging: 2)
    }
    return document
  }

  private func add(_ outcome: PredictionOutcome, to document: inout Document) {
    var line = StyledLine()
    switch outcome.isCorrect {
    case true?: line.append("✓ You predicted it.  ", Style(.good, isBold: true))
    case false?:
      line.append("✗ You predicted: ", Style(.bad, isBold: true))
      line.append(DisplayText((outcome.given ?? "") + ".  "))
    case nil: break
    }
    line.append("The kernel: ", .strong)
    line.append(DisplayText(outcome.measured + ". "), .strong)
    line.append(DisplayText(outcome.explanation))
    document.paragraph(line, hanging: 2)
  }
}

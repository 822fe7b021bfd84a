import TerminalUI

/// The keys of the screen below, made from the key map.
struct HelpScreen: ScreenModel {
  private let explained: KeyContext
  private let hidden: Set<Action>
  private var scroll = ScrollPosition()

  init(of context: KeyContext, without unused: Set<Action> = []) {
    explained = context
    hidden = unused
  }

  let name = ScreenName.help
  let keyContext = KeyContext.help

  func path(in context: Context) -> [DisplayText] { ["Help"] }
  func fact(in context: Context) -> DisplayText { "" }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    let box = Self.box(in: ScreenFrame.content(of: context.size))
    _ = scroll.handle(action, of: document(columns: box.columns - 4), rows: box.rows - 2)
    return []
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    let box = Self.box(in: area)
    frame.canvas.clear(box)
    frame.canvas.box(box)
    frame.canvas.write(
      " Keys on this screen ", column: box.column + 2, row: box.row, style: .accent)
    let inside = box.inset(columns: 2, rows: 1)
    frame.draw(document(columns: inside.columns), in: inside, scroll: scroll)
  }

  private static func box(in area: Rect) -> Rect {
    let columns = min(area.columns, 60)
    return Rect(
      column: area.column + (area.columns - columns) / 2, row: area.row, columns: columns,
      rows: min(area.rows, 22))
  }

  private func document(columns: Int) -> Document {
    var document = Document(columns: columns)
    for binding in KeyMap.bindings(in: explained)
    where !binding.keyLabel.isEmpty && !hidden.contains(binding.action) {
      var line = StyledLine(binding.keyLabel.padded(to: 16), .accent)
      line.append(binding.label)
      document.verbatim(line)
    }
    if KeyMap.typing.contains(explained) {
      document.verbatim(
        StyledLine(DisplayText("letters").padded(to: 16), .accent)
          + StyledLine("go into the line you type"))
    }
    document.verbatim(
      StyledLine(DisplayText("mouse").padded(to: 16), .accent)
        + StyledLine("click to choose, wheel to move"))
    document.space()
    document.paragraph("While the mouse is on, hold Shift to select text.", style: .dim)
    return document
  }
}

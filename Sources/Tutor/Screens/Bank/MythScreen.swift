import Curriculum
import PortKnowledge
import TerminalUI

/// One claim: what is true, why people believe it, and the demo that settles it.
struct MythScreen: ScreenModel {
  let myth: Myth
  private var scroll = ScrollPosition()

  init(_ myth: Myth) {
    self.myth = myth
  }

  let name = ScreenName.myths
  let keyContext = KeyContext.claim

  func path(in context: Context) -> [DisplayText] { ["Myths", DisplayText(myth.claim)] }

  func fact(in context: Context) -> DisplayText { "" }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    switch action {
    case .back: return [.close]
    case .open:
      guard let demo = context.catalog.demo(myth.demo) else { return [] }
      let screen = DemoScreen(demo, in: context)
      return [.open(screen)] + screen.opening.map { .effect($0) }
    default:
      _ = scroll.handle(
        action, of: document(columns: context.columns, in: context), rows: context.rows)
      return []
    }
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    frame.draw(document(columns: area.columns, in: context), in: area, scroll: scroll)
  }

  private func document(columns: Int, in context: Context) -> Document {
    var document = Document(columns: columns)
    document.paragraph("“\(myth.claim)”", style: Style(.caution))
    document.space()
    document.paragraph("What is true", style: .accent)
    document.paragraph(myth.truth)
    document.space()
    document.paragraph("Why people believe it", style: .accent)
    document.paragraph(myth.belief)
    document.space()
    document.paragraph("Sources", style: .accent)
    for source in myth.sources {
      document.paragraph(
        StyledLine("• ", .dim) + StyledLine(DisplayText(source), .dim), hanging: 2)
    }
    document.space()
    var line = StyledLine("▸ ", .accent)
    line.append("Enter", .accent)
    line.append("  let the kernel decide: ")
    line.append(DisplayText(context.catalog.demo(myth.demo)?.title ?? myth.demo), .strong)
    document.paragraph(line, hanging: 9, action: .open)
    return document
  }
}

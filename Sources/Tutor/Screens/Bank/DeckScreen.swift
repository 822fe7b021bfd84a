import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// A deck to look at before it is drilled: its ports, and what helps to remember them.
struct DeckScreen: ScreenModel {
  let deck: PortDeck
  private var scroll = ScrollPosition()

  init(_ deck: PortDeck) {
    self.deck = deck
  }

  let name = ScreenName.decks
  let keyContext = KeyContext.deck

  func path(in context: Context) -> [DisplayText] {
    ["Ports by heart", DisplayText(deck.title)]
  }

  func fact(in context: Context) -> DisplayText { "\(deck.services.count) ports" }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    switch action {
    case .back: return [.close]
    case .open: return drill(.easy, in: context)
    case .changeLevel: return drill(.medium, in: context)
    case .cram:
      var plan = QuizPlan()
      plan.decks = [deck.drill]
      return QuizScreen.opened(plan, isCram: true, in: context)
    default:
      _ = scroll.handle(action, of: document(columns: context.columns), rows: context.rows)
      return []
    }
  }

  private func drill(_ level: ExerciseLevel, in context: Context) -> [Reaction] {
    [.open(PracticeRoundScreen(drilling: [deck.drill], seed: nil, level: level, in: context))]
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    frame.draw(document(columns: area.columns), in: area, scroll: scroll)
  }

  private func document(columns: Int) -> Document {
    var document = Document(columns: columns)
    document.paragraph(deck.about)
    document.space()
    let width = deck.services.map(\.portAndTransports.count).max() ?? 0
    for service in deck.services {
      let port = DisplayText(service.portAndTransports).padded(to: width)
      var line = StyledLine(port, .strong)
      line.append("  ")
      line.append(DisplayText(service.commonName))
      document.paragraph(line, hanging: width + 2)
    }
    document.space()
    if !deck.mnemonics.isEmpty {
      document.paragraph("To remember them", style: .accent)
      document.space()
    }
    for mnemonic in deck.mnemonics {
      let ports = mnemonic.services.map(\.port.description).joined(separator: ", ")
      document.paragraph(
        StyledLine(DisplayText(ports + "  "), .strong) + StyledLine(DisplayText(mnemonic.text)),
        hanging: 2)
    }
    return document
  }
}

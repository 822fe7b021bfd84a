import Curriculum
import PortKnowledge
import TerminalUI

/// The list of decks of ports.
struct DecksScreen: ScreenModel {
  private var position = ListPosition()

  let name = ScreenName.decks
  let keyContext = KeyContext.list

  func path(in context: Context) -> [DisplayText] { ["Practice", "Ports by heart"] }

  func fact(in context: Context) -> DisplayText {
    "\(context.catalog.bank.decks.count) decks"
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    if action == .back { return [.close] }
    let decks = context.catalog.bank.decks
    let capacity = EntryList.capacity(entries(in: context), in: context)
    guard position.handle(action, count: decks.count, rows: capacity) else { return [] }
    return [.open(DeckScreen(decks[position.selected]))]
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    let entries = entries(in: context)
    guard !entries.isEmpty else {
      frame.canvas.write(
        "There are no decks in the folder of the lessons.", column: area.column + 1,
        row: area.row + 1)
      return
    }
    EntryList.draw(entries, position: position, into: &frame, area: area)
  }

  private func entries(in context: Context) -> [EntryList.Entry] {
    context.catalog.bank.decks.map { deck in
      EntryList.Entry(
        title: DisplayText(deck.title), sentence: DisplayText(deck.about),
        fact: "\(deck.services.count) ports")
    }
  }
}

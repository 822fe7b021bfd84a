import Curriculum
import TerminalUI

/// The list of claims that are widespread and wrong.
struct MythsScreen: ScreenModel {
  private var position = ListPosition()

  let name = ScreenName.myths
  let keyContext = KeyContext.list

  func path(in context: Context) -> [DisplayText] { ["Practice", "Myths"] }

  func fact(in context: Context) -> DisplayText {
    "all wrong: \(context.catalog.bank.myths.count)"
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    if action == .back { return [.close] }
    let myths = context.catalog.bank.myths
    let capacity = EntryList.capacity(entries(in: context), in: context)
    guard position.handle(action, count: myths.count, rows: capacity) else { return [] }
    return [.open(MythScreen(myths[position.selected]))]
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    let entries = entries(in: context)
    guard !entries.isEmpty else {
      frame.canvas.write(
        "There are no myths in the folder of the lessons.", column: area.column + 1,
        row: area.row + 1)
      return
    }
    EntryList.draw(entries, position: position, into: &frame, area: area)
  }

  private func entries(in context: Context) -> [EntryList.Entry] {
    context.catalog.bank.myths.map { myth in
      EntryList.Entry(
        title: DisplayText("“\(myth.claim)”"),
        sentence: "Say first why it is wrong, then open it.", fact: "")
    }
  }
}

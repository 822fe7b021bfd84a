import PortKnowledge
import TerminalUI

/// The list of demos.
struct DemosScreen: ScreenModel {
  private var position = ListPosition()

  let name = ScreenName.demos
  let keyContext = KeyContext.list

  func path(in context: Context) -> [DisplayText] { ["Portside", "Demos"] }

  func fact(in context: Context) -> DisplayText { "on this machine's own kernel" }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    if action == .back { return [.close] }
    let demos = context.catalog.demos
    let capacity = EntryList.capacity(entries(in: context), in: context)
    guard position.handle(action, count: demos.count, rows: capacity) else { return [] }
    let screen = DemoScreen(demos[position.selected], in: context)
    return [.open(screen)] + screen.opening.map { .effect($0) }
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    EntryList.draw(entries(in: context), position: position, into: &frame, area: area)
  }

  private func entries(in context: Context) -> [EntryList.Entry] {
    context.catalog.demos.map { demo in
      EntryList.Entry(
        title: DisplayText(demo.title), sentence: DisplayText(demo.teaches),
        fact: "\(demo.stepCount) steps")
    }
  }
}

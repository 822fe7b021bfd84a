import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// The first screen: where to go, and how far one is.
struct HomeScreen: ScreenModel {
  private(set) var position = ListPosition()

  /// A line of the menu.
  enum Entry: CaseIterable {
    case carryOn
    case lessons
    case practice
    case review
    case interview
    case demos
    case ports
    case sockets
    case progress
  }

  var selectedIndex: Int { position.selected }

  let name = ScreenName.home
  let keyContext = KeyContext.home

  func path(in context: Context) -> [DisplayText] { ["Portside"] }

  func fact(in context: Context) -> DisplayText {
    let all = context.catalog.lessons
    let done = all.count { context.progress.lessonsDone.contains($0.id) }
    return "\(done) of \(all.count) lessons"
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    let entries = Entry.allCases
    switch action {
    case .up: position.move(by: -1, count: entries.count)
    case .down: position.move(by: 1, count: entries.count)
    case .top, .pageUp: position.select(0, count: entries.count)
    case .bottom, .pageDown: position.select(entries.count - 1, count: entries.count)
    case .choose(let index):
      position.select(index, count: entries.count)
      return open(in: context)
    case .open: return open(in: context)
    case .findPort: return [.open(PortsScreen(query: ""))]
    default: break
    }
    return []
  }

  private func openSockets(in context: Context) -> [Reaction] {
    let screen = SocketsScreen(in: context)
    return [.open(screen)] + screen.opening.map { .effect($0) }
  }

  private func open(in context: Context) -> [Reaction] {
    switch Entry.allCases[position.selected] {
    case .carryOn: nextLesson(in: context).map { [.open(LessonScreen($0, in: context))] } ?? []
    case .lessons: [.open(LessonsScreen())]
    case .practice: [.open(PracticeMenuScreen())]
    case .review: [.open(ReviewScreen(in: context))]
    // Not there yet: the choice of what to practise is.
    case .interview: [.open(InterviewStartScreen())]
    case .demos: [.open(DemosScreen())]
    case .ports: [.open(PortsScreen(query: ""))]
    case .sockets: openSockets(in: context)
    case .progress: [.open(ProgressScreen())]
    }
  }
}

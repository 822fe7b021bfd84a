import PortKnowledge
import TerminalUI

/// What is open on this machine now: the kernel's socket table, alive, with a plain sentence for
/// the chosen row.
struct SocketsScreen: ScreenModel {
  /// The list, which stays still while it is watched.
  private(set) var watch = SocketWatch(order: .state)
  /// What is shown of it.
  private(set) var view = SocketView()
  private(set) var field = TextField()
  private(set) var isTyping = false
  /// Whether the table is read again and again.
  private(set) var isLive = true
  private(set) var position = ListPosition()
  /// The lines to show, by their places in the list.
  private(set) var shown: [Int] = []
  /// The last reading with its indexes; nil before the first.
  private(set) var table: InspectedTable?
  /// What is said of the last reading besides its rows.
  private(set) var snapshot: SocketSnapshot?
  /// Which opening of the screen a reading or a reminder belongs to.
  private let run: Int
  private var reminders = 0

  /// The name of this program's processes.
  static let program = "portside"
  /// How often a live list is read, in milliseconds.
  static let period = 1000

  init(query: String = "", isOwnOnly: Bool = false, in context: Context) {
    run = Int(truncatingIfNeeded: context.moment.milliseconds)
    field = TextField(query)
    view.type(query)
    view.isOwnOnly = isOwnOnly
  }

  /// What is asked when the screen opens.
  var opening: [Effect] { [.readSockets(run: run)] }

  let name = ScreenName.sockets

  var keyContext: KeyContext { isTyping ? .socketsFilter : .sockets }

  /// The line that is chosen.
  var selected: SocketWatch.Line? {
    shown.indices.contains(position.selected) ? watch.lines[shown[position.selected]] : nil
  }

  func path(in context: Context) -> [DisplayText] { ["Portside", "Sockets"] }

  func fact(in context: Context) -> DisplayText {
    guard let table else { return "reading" }
    let count =
      view.isLimited
      ? "\(shown.count) of \(watch.lines.count) shown"
      : "\(table.counts.listening) listening, \(table.counts.established) connected"
    return DisplayText(count + (isLive ? ", live" : ", paused"))
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    switch action {
    case .type(let key): type(key)
    case .confirm: isTyping = false
    case .back: return goBack()
    case .filter: isTyping = true
    case .show(let kind):
      view.toggle(kind)
      refresh()
    case .showOwn:
      view.isOwnOnly.toggle()
      refresh()
    case .follow:
      view.followed = view.followed == nil ? selected?.row : nil
      refresh()
    case .sort:
      keepingSelection { $0.watch.sort(by: $0.watch.order.next) }
    case .play:
      isLive.toggle()
      return isLive ? [.effect(.readSockets(run: run))] : []
    case .redo: return [.effect(.readSockets(run: run))]
    default:
      let rows = Self.listRows(in: context)
      guard position.handle(action, count: shown.count, rows: rows), let line = selected,
        let table
      else { return [] }
      return [.open(SocketPage(line.row, in: table))]
    }
    return []
  }

  mutating func receive(_ message: Message, in context: Context) -> [Reaction] {
    switch message {
    case .socketsRead(let run, let snapshot) where run == self.run:
      self.snapshot = snapshot
      if snapshot.failure == nil {
        keepingSelection {
          $0.watch.take(snapshot.rows)
          $0.table = InspectedTable(snapshot.rows)
        }
      }
      guard isLive else { return [] }
      reminders += 1
      return [
        .effect(
          .remind(Reminder(run: run, number: reminders), afterMilliseconds: Self.period))
      ]
    case .reminded(let reminder) where reminder == Reminder(run: run, number: reminders):
      return isLive ? [.effect(.readSockets(run: run))] : []
    default:
      return []
    }
  }

  /// Esc takes back the newest limit before it leaves.
  private mutating func goBack() -> [Reaction] {
    if isTyping {
      if field.text.isEmpty { isTyping = false } else { clear() }
    } else if view.followed != nil {
      view.followed = nil
      refresh()
    } else if !field.text.isEmpty {
      clear()
    } else {
      return [.close]
    }
    return []
  }

  private mutating func clear() {
    field = TextField()
    view.type("")
    refresh()
  }

  private mutating func type(_ key: Key) {
    let before = field.text
    field.handle(key)
    guard field.text != before else { return }
    view.type(field.text)
    refresh()
  }

  private mutating func refresh() {
    keepingSelection { _ in }
  }

  /// Changes the list and keeps the chosen line chosen, wherever it then stands.
  private mutating func keepingSelection(_ change: (inout Self) -> Void) {
    let id = selected?.id
    change(&self)
    guard let table else { return }
    shown = view.shown(watch.lines, of: table, program: Self.program)
    let place = id.flatMap { id in shown.firstIndex { watch.lines[$0].id == id } }
    position.select(place ?? position.selected, count: shown.count)
  }

  /// How many rows of the list there are room for.
  static func listRows(in context: Context) -> Int {
    max(1, context.rows - 2 - SocketsScreen.sentenceRows(in: context) - 1)
  }

  /// How many rows the sentence about the chosen row may take.
  static func sentenceRows(in context: Context) -> Int { context.columns >= 100 ? 4 : 5 }
}

import PortKnowledge
import TerminalUI

/// The port table: every key searches all of it.
struct PortsScreen: ScreenModel {
  private(set) var field: TextField
  private(set) var matches: [ServiceMatch] = []
  /// What is wrong with the query, in a sentence.
  private(set) var complaint: String?
  private(set) var position = ListPosition()
  /// What this machine's table calls the ports that were looked at.
  private(set) var systemNames: [PortNumber: [SystemServiceName]] = [:]
  private(set) var scroll = ScrollPosition()

  init(query: String) {
    field = TextField(query)
    search()
  }

  /// What is asked when the screen opens: the name of the port that is chosen first.
  var opening: [Effect] { lookUp() }

  let name = ScreenName.ports
  let keyContext = KeyContext.ports

  /// The chosen service.
  var selected: Service? {
    matches.indices.contains(position.selected) ? matches[position.selected].service : nil
  }

  /// The port that is looked at: the chosen service's, or a number on which nothing is listed.
  var port: PortNumber? {
    if let selected { return selected.port }
    if case .port(let port, _)? = try? PortQuery(field.text) { return port }
    return nil
  }

  func path(in context: Context) -> [DisplayText] { ["Portside", "Ports"] }

  func fact(in context: Context) -> DisplayText {
    matches.count == 1 ? "1 service" : "\(matches.count) services"
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    let rows = max(1, context.rows - 2)
    switch action {
    case .back:
      guard !field.text.isEmpty else { return [.close] }
      field = TextField()
      search()
    case .type(let key):
      let before = field.text
      field.handle(key)
      if field.text != before { search() }
    case .pageUp, .pageDown:
      // The details are paged first where they do not fit, the list where they do.
      let area = Self.detailsArea(in: context)
      let document = details(columns: area.columns)
      if document.lines.count <= area.rows || !scroll.handle(action, of: document, rows: area.rows)
      {
        _ = position.handle(
          action, count: matches.count, rows: Self.listRows(rows, in: context))
        scroll = ScrollPosition()
      }
    default:
      _ = position.handle(action, count: matches.count, rows: Self.listRows(rows, in: context))
      scroll = ScrollPosition()
    }
    return lookUp().map { .effect($0) }
  }

  mutating func receive(_ message: Message, in context: Context) -> [Reaction] {
    if case .systemNamesFound(let port, let names) = message { systemNames[port] = names }
    return []
  }

  /// How many rows the list takes: all of them beside the details, a part of them above.
  static func listRows(_ rows: Int, in context: Context) -> Int {
    context.columns >= sideBySide ? rows : max(3, rows * 2 / 5)
  }

  /// The least columns on which list and details stand side by side.
  static let sideBySide = 76

  private mutating func search() {
    position = ListPosition()
    scroll = ScrollPosition()
    do {
      matches = ServiceTable.search(try PortQuery(field.text))
      complaint = nil
    } catch {
      matches = []
      complaint = error.sentence
    }
  }

  private func lookUp() -> [Effect] {
    guard let port, systemNames[port] == nil else { return [] }
    return [.findSystemNames(port)]
  }
}

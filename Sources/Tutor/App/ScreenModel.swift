import TerminalUI

/// A screen: its state, what it does with an action, and how it looks.
protocol ScreenModel: Sendable {
  /// The name under which `--screen` opens it.
  var name: ScreenName { get }
  /// The keys that work now.
  var keyContext: KeyContext { get }
  /// What the keys offer but this screen has no use for; neither footer nor help show it.
  var unused: Set<Action> { get }
  /// The way to this screen, for the header.
  func path(in context: Context) -> [DisplayText]
  /// The one fact at the right end of the header.
  func fact(in context: Context) -> DisplayText
  /// What follows from an action.
  mutating func handle(_ action: Action, in context: Context) -> [Reaction]
  /// What follows from something that was reported while this screen was open.
  mutating func receive(_ message: Message, in context: Context) -> [Reaction]
  /// What is to be done when the screen goes away.
  func closing() -> [Effect]
  /// Draws the area between header and footer.
  func draw(into frame: inout Frame, area: Rect, in context: Context)
}

extension ScreenModel {
  var unused: Set<Action> { [] }
  mutating func receive(_ message: Message, in context: Context) -> [Reaction] { [] }
  func closing() -> [Effect] { [] }
}

/// What a screen asks the application for.
enum Reaction {
  /// Something to be done outside.
  case effect(Effect)
  /// Another screen on top of this one.
  case open(any ScreenModel)
  /// Another screen in the place of this one.
  case replace(any ScreenModel)
  /// Back to the screen below.
  case close
}

/// A key as a terminal sends it.
public enum Key: Hashable, Sendable {
  /// A character that was typed.
  case character(Character)
  /// A letter with the control key, for example `l` for Ctrl-L.
  case control(Character)
  /// The arrow up.
  case up
  /// The arrow down.
  case down
  /// The arrow to the left.
  case left
  /// The arrow to the right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Enter or return.
  case enter
  /// Escape alone.
  case escape
  /// Tab.
  case tab
  /// Tab with shift.
  case backTab
  /// Backspace.
  case backspace
  /// Delete forward.
  case delete
  /// A function key by its number from 1.
  case function(Int)
  /// The left button pressed on a cell.
  case click(column: Int, row: Int)
  /// The wheel turned away from the user.
  case wheelUp
  /// The wheel turned towards the user.
  case wheelDown
  /// Text pasted at once.
  case paste(String)
}

import TerminalUI

/// One row of the key map.
struct KeyBinding: Sendable {
  /// Where it holds.
  var contexts: Set<KeyContext>
  /// The keys that do the same.
  var keys: [Key]
  /// What they ask for.
  var action: Action
  /// The keys as they are written in the footer and in the help; empty for a row that the row
  /// before it already tells of.
  var keyLabel: DisplayText
  /// What they do, in a word or two.
  var label: DisplayText
  /// The place in the footer, the lowest number first and dropped last; nil for help only.
  var footer: Int?
}

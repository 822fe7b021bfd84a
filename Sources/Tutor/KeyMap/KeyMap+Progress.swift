import TerminalUI

extension KeyMap {
  /// The keys of the progress screen.
  static let progressing: [KeyBinding] = [
    KeyBinding(
      contexts: [.progress], keys: [.enter], action: .open, keyLabel: "Enter",
      label: "review what is due", footer: 1),
    KeyBinding(
      contexts: [.progress], keys: [.character("d")], action: .setDate, keyLabel: "d",
      label: "ready by a date", footer: 2),
    KeyBinding(
      contexts: [.progress], keys: [.character(" ")], action: .pageDown, keyLabel: "Space",
      label: "a page down", footer: nil),
    KeyBinding(
      contexts: [.goalDate], keys: [.enter], action: .confirm, keyLabel: "Enter", label: "set",
      footer: 1),
  ]
}

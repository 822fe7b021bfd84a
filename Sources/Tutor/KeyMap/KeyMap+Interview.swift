import TerminalUI

extension KeyMap {
  /// The keys of a mock interview, and of an interview's question wherever it is asked.
  static let interviewing: [KeyBinding] = [
    KeyBinding(
      contexts: [.interviewMenu], keys: [.enter], action: .confirm, keyLabel: "Enter",
      label: "start", footer: 1),
    KeyBinding(
      contexts: [.interviewMenu], keys: [.up, .character("k"), .wheelUp], action: .up,
      keyLabel: "↑↓", label: "move", footer: 3),
    KeyBinding(
      contexts: [.interviewMenu], keys: [.down, .character("j"), .wheelDown], action: .down,
      keyLabel: "j k", label: "move", footer: nil),
    KeyBinding(
      contexts: [.interviewMenu], keys: [.right, .character("l"), .character(" "), .tab],
      action: .right, keyLabel: "←→", label: "change", footer: 2),
    KeyBinding(
      contexts: [.interviewMenu], keys: [.left, .character("h"), .backTab], action: .left,
      keyLabel: "Tab", label: "change", footer: nil),
    KeyBinding(
      contexts: [.spoken], keys: [.enter], action: .confirm, keyLabel: "Enter",
      label: "the model answer", footer: 1),
    KeyBinding(
      contexts: [.spoken], keys: [.pageDown], action: .skip, keyLabel: "PageDown", label: "skip",
      footer: 5),
    KeyBinding(
      contexts: [.spoken], keys: [.up, .wheelUp], action: .up, keyLabel: "↑↓", label: "scroll",
      footer: nil),
    KeyBinding(
      contexts: [.spoken], keys: [.down, .wheelDown], action: .down, keyLabel: "", label: "",
      footer: nil),
    KeyBinding(
      contexts: [.rubric], keys: [.enter], action: .confirm, keyLabel: "Enter", label: "next",
      footer: 1),
    KeyBinding(
      contexts: [.rubric], keys: [.character(" "), .character("x")], action: .toggle,
      keyLabel: "1-9 or Space", label: "tick", footer: 2),
    KeyBinding(
      contexts: [.rubric], keys: [.character("a")], action: .tickAll, keyLabel: "a", label: "all",
      footer: 3),
    KeyBinding(
      contexts: [.rubric], keys: [.right, .character("l")], action: .right, keyLabel: "←→",
      label: "grade", footer: 6),
    KeyBinding(
      contexts: [.rubric], keys: [.left, .character("h")], action: .left, keyLabel: "", label: "",
      footer: nil),
    KeyBinding(
      contexts: [.rubric], keys: [.character("e")], action: .easier, keyLabel: "e",
      label: "it was easy", footer: nil),
    KeyBinding(
      contexts: [.rubric], keys: [.character("d")], action: .openDemo, keyLabel: "d",
      label: "demo", footer: 5),
    KeyBinding(
      contexts: [.rubric], keys: [.up, .character("k")], action: .up, keyLabel: "↑↓",
      label: "move", footer: 8),
    KeyBinding(
      contexts: [.rubric], keys: [.down, .character("j")], action: .down, keyLabel: "j k",
      label: "move", footer: nil),
    KeyBinding(
      contexts: [.rubric], keys: [.wheelUp], action: .scroll(-1), keyLabel: "wheel",
      label: "scroll", footer: nil),
    KeyBinding(
      contexts: [.rubric], keys: [.wheelDown], action: .scroll(1), keyLabel: "", label: "",
      footer: nil),
    KeyBinding(
      contexts: [.interviewDone], keys: [.up, .character("k"), .wheelUp], action: .up,
      keyLabel: "↑↓", label: "move", footer: 2),
    KeyBinding(
      contexts: [.interviewDone], keys: [.down, .character("j"), .wheelDown], action: .down,
      keyLabel: "j k", label: "move", footer: nil),
    KeyBinding(
      contexts: [.interviewDone], keys: [.enter], action: .open, keyLabel: "Enter",
      label: "open it", footer: 1),
    KeyBinding(
      contexts: [.interviewDone], keys: [.character(" ")], action: .pageDown, keyLabel: "Space",
      label: "a page down", footer: nil),
    KeyBinding(
      contexts: [.interviewDone], keys: [.character("n")], action: .forward, keyLabel: "n",
      label: "again", footer: 5),
  ]
}

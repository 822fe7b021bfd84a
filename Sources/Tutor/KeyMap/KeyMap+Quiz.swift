import TerminalUI

extension KeyMap {
  /// The pages of a quiz that are read.
  static let quizPages: Set<KeyContext> = [.quizLeaving, .quizResult, .quizDone]

  /// The keys of a quiz beside those of its questions.
  static let quizzing: [KeyBinding] = [
    KeyBinding(
      contexts: [.quizMenu], keys: [.enter], action: .confirm, keyLabel: "Enter", label: "start",
      footer: 1),
    KeyBinding(
      contexts: [.quizMenu], keys: [.up, .character("k"), .wheelUp], action: .up, keyLabel: "↑↓",
      label: "move", footer: 3),
    KeyBinding(
      contexts: [.quizMenu], keys: [.down, .character("j"), .wheelDown], action: .down,
      keyLabel: "j k", label: "move", footer: nil),
    KeyBinding(
      contexts: [.quizMenu], keys: [.right, .character("l"), .character(" "), .tab],
      action: .right, keyLabel: "←→", label: "change", footer: 2),
    KeyBinding(
      contexts: [.quizMenu], keys: [.left, .character("h"), .backTab], action: .left,
      keyLabel: "Tab", label: "change", footer: nil),
    KeyBinding(
      contexts: [.quizLeaving], keys: [.enter, .character(" "), .character("n")], action: .next,
      keyLabel: "Enter", label: "go on", footer: 1),
    KeyBinding(
      contexts: [.quizLeaving], keys: [.character("r")], action: .toggle, keyLabel: "r",
      label: "end it: the result", footer: 2),
    KeyBinding(
      contexts: [.quizResult], keys: [.enter], action: .next, keyLabel: "Enter",
      label: "ask these again", footer: 1),
    KeyBinding(
      contexts: [.quizResult], keys: [.character("a"), .tab], action: .toggle, keyLabel: "a",
      label: "the answers", footer: 2),
    KeyBinding(
      contexts: [.quizDone], keys: [.enter], action: .next, keyLabel: "Enter", label: "done",
      footer: 1),
    KeyBinding(
      contexts: [.quizResult, .quizDone], keys: [.character("n")], action: .forward, keyLabel: "n",
      label: "a new one", footer: 3),
    KeyBinding(
      contexts: [.quizResult, .quizDone], keys: [.character(" ")], action: .pageDown,
      keyLabel: "Space", label: "a page down", footer: nil),
    KeyBinding(
      contexts: [.deck], keys: [.character("c")], action: .cram, keyLabel: "c", label: "cram",
      footer: 5),
  ]
}

import TerminalUI

extension KeyMap {
  /// Where a review was just answered.
  static let reviewed: Set<KeyContext> = [
    .reviewed, .reviewedKernel, .remembered, .rememberedKernel,
  ]

  /// The keys of reviews.
  static let reviewing: [KeyBinding] = [
    KeyBinding(
      contexts: reviewed,
      keys: [.character(" "), .pageDown, .enter, .character("n"), .character(".")],
      action: .next, keyLabel: "Space", label: "next", footer: 1),
    KeyBinding(
      contexts: reviewed, keys: [.right, .character("l")], action: .forward, keyLabel: "→",
      label: "next card", footer: nil),
    KeyBinding(
      contexts: [.reviewedKernel, .rememberedKernel], keys: [.character("v")], action: .askKernel,
      keyLabel: "v",
      label: "ask the kernel", footer: 2),
    KeyBinding(
      contexts: [.remembered, .rememberedKernel], keys: [.character("e"), .character("4")],
      action: .easier, keyLabel: "e",
      label: "it was easy", footer: 3),
    KeyBinding(
      contexts: reviewed.union([.reviewDone]), keys: [.character("u")], action: .undo,
      keyLabel: "u", label: "undo", footer: 5),
    KeyBinding(
      contexts: [.reviewDone], keys: [.enter, .character(" ")], action: .next, keyLabel: "Enter",
      label: "done", footer: 1),
    KeyBinding(
      contexts: [.reviewDone], keys: [.character("n")], action: .forward, keyLabel: "n",
      label: "more new cards", footer: 2),
  ]
}

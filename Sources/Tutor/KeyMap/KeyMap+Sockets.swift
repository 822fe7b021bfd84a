import TerminalUI

extension KeyMap {
  /// The keys of the list of sockets.
  static let inspecting: [KeyBinding] = [
    KeyBinding(
      contexts: [.sockets], keys: [.up, .character("k"), .wheelUp], action: .up, keyLabel: "↑↓",
      label: "move", footer: 7),
    KeyBinding(
      contexts: [.sockets], keys: [.down, .character("j"), .wheelDown], action: .down,
      keyLabel: "j k", label: "move", footer: nil),
    KeyBinding(
      contexts: [.socketsFilter], keys: [.up, .wheelUp], action: .up, keyLabel: "↑↓",
      label: "move", footer: 2),
    KeyBinding(
      contexts: [.socketsFilter], keys: [.down, .wheelDown], action: .down, keyLabel: "", label: "",
      footer: nil),
    KeyBinding(
      contexts: [.socketsFilter], keys: [.pageUp], action: .pageUp, keyLabel: "PageUp",
      label: "a page up", footer: nil),
    KeyBinding(
      contexts: [.socketsFilter], keys: [.pageDown], action: .pageDown, keyLabel: "PageDown",
      label: "a page down", footer: nil),
    KeyBinding(
      contexts: [.sockets], keys: [.enter, .right], action: .open, keyLabel: "Enter",
      label: "in ss, lsof …", footer: 1),
    KeyBinding(
      contexts: [.sockets], keys: [.character("/")], action: .filter, keyLabel: "/",
      label: "filter", footer: 2),
    KeyBinding(
      contexts: [.socketsFilter], keys: [.enter, .tab], action: .confirm, keyLabel: "Enter",
      label: "done", footer: 1),
    KeyBinding(
      contexts: [.sockets], keys: [.character("f")], action: .follow, keyLabel: "f",
      label: "follow", footer: 3),
    KeyBinding(
      contexts: [.sockets], keys: [.character("s")], action: .sort, keyLabel: "s",
      label: "sort", footer: 5),
    KeyBinding(
      contexts: [.sockets], keys: [.character("l")], action: .show(.listening), keyLabel: "l",
      label: "listening ones", footer: nil),
    KeyBinding(
      contexts: [.sockets], keys: [.character("e")], action: .show(.connected), keyLabel: "e",
      label: "connected ones", footer: nil),
    KeyBinding(
      contexts: [.sockets], keys: [.character("t")], action: .show(.tcp), keyLabel: "t",
      label: "TCP", footer: nil),
    KeyBinding(
      contexts: [.sockets], keys: [.character("u")], action: .show(.udp), keyLabel: "u",
      label: "UDP", footer: nil),
    KeyBinding(
      contexts: [.sockets], keys: [.character("o")], action: .showOwn, keyLabel: "o",
      label: "this program's own, as for a class", footer: nil),
    KeyBinding(
      contexts: [.sockets], keys: [.character(" "), .character("a")], action: .play,
      keyLabel: "Space", label: "pause", footer: 6),
    KeyBinding(
      contexts: [.sockets], keys: [.character("r")], action: .redo, keyLabel: "r",
      label: "read now", footer: nil),
    KeyBinding(
      contexts: [.sockets], keys: [.character("b")], action: .blank, keyLabel: "b",
      label: "blank the screen", footer: nil),
  ]
}

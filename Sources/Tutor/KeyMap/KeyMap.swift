import TerminalUI

/// The one table of keys: it binds them, draws the footer and writes the help.
enum KeyMap {
  /// What a key asks for in a context; nil where it means nothing.
  ///
  /// Where text is typed, every key without a binding goes to the field.
  static func action(for key: Key, in context: KeyContext) -> Action? {
    if let binding = bindings.first(where: {
      $0.contexts.contains(context) && $0.keys.contains(key)
    }) {
      return binding.action
    }
    if typing.contains(context) { return .type(key) }
    if case .character(let character) = key, numbered.contains(context),
      let digit = character.wholeNumberValue, (1...9).contains(digit)
    {
      return .choose(digit - 1)
    }
    return nil
  }

  /// The bindings of a context in the order of the help.
  static func bindings(in context: KeyContext) -> [KeyBinding] {
    bindings.filter { $0.contexts.contains(context) }
  }

  /// The bindings that a context's footer shows, the most important first: worked out once, because
  /// every screen draws it.
  static let footers: [KeyContext: [KeyBinding]] = Dictionary(
    uniqueKeysWithValues: KeyContext.allCases.map { context in
      let shown = bindings(in: context).filter { $0.footer != nil && !$0.keyLabel.isEmpty }
      return (context, shown.sorted { ($0.footer ?? 0) < ($1.footer ?? 0) })
    })

  /// The contexts in which characters are text.
  static let typing: Set<KeyContext> = [
    .questionEntry, .ports, .socketsFilter, .goalDate, .spoken,
  ]

  /// The contexts in which digits choose an option.
  static let numbered = choosing.union([.rubric])

  private static let all = Set(KeyContext.allCases)
  private static let lists: Set<KeyContext> = [.home, .list, .lessonList, .practiceMenu]
  private static let choosing: Set<KeyContext> = [
    .question, .questionSeveral, .questionOrder, .questionTable, .prediction,
  ]
  /// Questions in which letters are commands.
  private static let commanded = choosing.subtracting([.prediction])
  private static let reading = Set<KeyContext>([
    .lesson, .lessonDemo, .answered, .answeredKernel, .roundDone, .demo, .demoWorking, .demoDone,
    .page, .help, .deck, .claim, .reviewDone, .progress,
  ]).union(reviewed).union(quizPages)
  /// Where PageDown only scrolls; elsewhere it goes on, as the clickers of teachers want it.
  private static let scrollable = all.subtracting([
    .lesson, .lessonDemo, .answered, .answeredKernel, .demo, .demoWorking, .demoDone, .prediction,
    .questionEntry, .ports, .socketsFilter, .goalDate, .spoken,
  ]).subtracting(reviewed)
  private static let commands = all.subtracting(typing)

  /// The order matters twice: the first match binds, and the help lists from top to bottom.
  static let bindings: [KeyBinding] =
    moving + answering + assembling + working + inspecting + reviewing + progressing + quizzing
    + interviewing + everywhere

  private static let moving: [KeyBinding] = [
    KeyBinding(
      contexts: lists.union(choosing), keys: [.up, .character("k"), .wheelUp], action: .up,
      keyLabel: "↑↓", label: "move", footer: 6),
    KeyBinding(
      contexts: lists.union(choosing), keys: [.down, .character("j"), .wheelDown], action: .down,
      keyLabel: "j k", label: "move", footer: nil),
    KeyBinding(
      contexts: [.ports], keys: [.up, .wheelUp], action: .up, keyLabel: "↑↓", label: "move",
      footer: 2),
    KeyBinding(
      contexts: [.ports], keys: [.down, .wheelDown], action: .down, keyLabel: "",
      label: "", footer: nil),
    KeyBinding(
      contexts: reading.union([.questionEntry]), keys: [.up, .wheelUp], action: .up,
      keyLabel: "↑↓", label: "scroll", footer: 7),
    KeyBinding(
      contexts: reading.union([.questionEntry]), keys: [.down, .wheelDown], action: .down,
      keyLabel: "", label: "", footer: nil),
    KeyBinding(
      contexts: reading, keys: [.character("k")], action: .up, keyLabel: "j k",
      label: "scroll", footer: nil),
    KeyBinding(
      contexts: reading, keys: [.character("j")], action: .down, keyLabel: "",
      label: "", footer: nil),
    KeyBinding(
      contexts: [.lesson, .lessonDemo, .answered, .answeredKernel],
      keys: [.character(" "), .pageDown],
      action: .next, keyLabel: "Space", label: "next", footer: 1),
    KeyBinding(
      contexts: [.ports], keys: [.pageDown], action: .pageDown, keyLabel: "PageDown",
      label: "more of it", footer: 3),
    KeyBinding(
      contexts: all.subtracting([
        .demo, .demoWorking, .demoDone, .questionEntry, .socketsFilter, .goalDate,
      ]),
      keys: [.pageUp],
      action: .pageUp, keyLabel: "PageUp", label: "a page up",
      footer: nil),
    KeyBinding(
      contexts: [.page, .help, .deck, .claim], keys: [.character(" ")], action: .pageDown,
      keyLabel: "Space",
      label: "a page down", footer: nil),
    KeyBinding(
      contexts: scrollable, keys: [.pageDown], action: .pageDown,
      keyLabel: "PageDown", label: "a page down", footer: nil),
    KeyBinding(
      contexts: commands, keys: [.home, .character("g")], action: .top, keyLabel: "g Home",
      label: "first", footer: nil),
    KeyBinding(
      contexts: commands, keys: [.end, .character("G")], action: .bottom, keyLabel: "G End",
      label: "last", footer: nil),
  ]

  private static let answering: [KeyBinding] = [
    KeyBinding(
      contexts: [.question], keys: [.enter], action: .confirm, keyLabel: "1-9 or Enter",
      label: "answer", footer: 1),
    KeyBinding(
      contexts: [.questionSeveral], keys: [.enter], action: .confirm, keyLabel: "Enter",
      label: "answer", footer: 2),
    KeyBinding(
      contexts: [.questionSeveral], keys: [.character(" "), .character("x")], action: .toggle,
      keyLabel: "1-9 or Space", label: "tick", footer: 1),
    KeyBinding(
      contexts: [.questionEntry], keys: [.enter], action: .confirm, keyLabel: "Enter",
      label: "answer", footer: 1),
    KeyBinding(
      contexts: [.questionEntry], keys: [.pageDown], action: .skip, keyLabel: "PageDown",
      label: "skip", footer: 5),
    KeyBinding(
      contexts: [.questionEntry], keys: [.pageUp], action: .previous, keyLabel: "PageUp",
      label: "before", footer: nil),
    KeyBinding(
      contexts: [.questionEntry], keys: [.tab], action: .hint, keyLabel: "Tab", label: "hint",
      footer: 2),
    KeyBinding(
      contexts: [.prediction], keys: [.enter], action: .confirm, keyLabel: "1-9 or Enter",
      label: "predict", footer: 1),
    KeyBinding(
      contexts: [.prediction], keys: [.character(" "), .character("n"), .pageDown], action: .skip,
      keyLabel: "Space", label: "just look", footer: 2),
    KeyBinding(
      contexts: commanded.subtracting([.questionTable]), keys: [.character("h"), .tab],
      action: .hint, keyLabel: "h", label: "hint", footer: 3),
    KeyBinding(
      contexts: [.questionTable], keys: [.character("h")], action: .hint, keyLabel: "h",
      label: "hint", footer: 3),
    KeyBinding(
      contexts: commanded, keys: [.character("s")], action: .skip, keyLabel: "s", label: "skip",
      footer: 5),
    KeyBinding(
      contexts: [.answered, .answeredKernel], keys: [.character("u")], action: .undo, keyLabel: "u",
      label: "undo", footer: 8),
    KeyBinding(
      contexts: commanded, keys: [.character("u")], action: .undo, keyLabel: "u",
      label: "undo the answer before", footer: nil),
    KeyBinding(
      contexts: [.answered, .answeredKernel], keys: [.enter, .character("n"), .character(".")],
      action: .next,
      keyLabel: "Enter", label: "next", footer: nil),
    KeyBinding(
      contexts: [.roundDone], keys: [.enter, .character(" "), .character("n")], action: .next,
      keyLabel: "Enter", label: "ten more", footer: 1),
  ]

  /// What builds an answer of several parts: an order, or a table.
  private static let assembling: [KeyBinding] = [
    KeyBinding(
      contexts: [.questionOrder], keys: [.character(" "), .character("x")], action: .toggle,
      keyLabel: "1-9 or Space", label: "place", footer: 1),
    KeyBinding(
      contexts: [.questionOrder], keys: [.backspace, .delete], action: .takeBack,
      keyLabel: "Backspace", label: "take the last out", footer: 8),
    KeyBinding(
      contexts: [.questionTable], keys: [.right], action: .right,
      keyLabel: "1-9 or ←→", label: "fill", footer: 1),
    KeyBinding(
      contexts: [.questionTable], keys: [.left], action: .left, keyLabel: "", label: "",
      footer: nil),
    KeyBinding(
      contexts: [.questionTable], keys: [.character(" "), .character("x")], action: .toggle,
      keyLabel: "Space", label: "next choice", footer: nil),
    KeyBinding(
      contexts: [.questionTable], keys: [.tab], action: .down, keyLabel: "Tab",
      label: "next blank", footer: 7),
    KeyBinding(
      contexts: [.questionTable], keys: [.backTab], action: .up, keyLabel: "", label: "",
      footer: nil),
    KeyBinding(
      contexts: [.questionTable], keys: [.backspace, .delete], action: .takeBack,
      keyLabel: "Backspace", label: "empty the blank", footer: 8),
    KeyBinding(
      contexts: [.questionOrder, .questionTable], keys: [.enter], action: .confirm,
      keyLabel: "Enter", label: "answer", footer: 2),
  ]

  private static let working: [KeyBinding] = [
    KeyBinding(
      contexts: [.answeredKernel], keys: [.character("v")], action: .askKernel, keyLabel: "v",
      label: "ask the kernel", footer: 2),
    KeyBinding(
      contexts: commanded, keys: [.character("v")], action: .askKernel, keyLabel: "v",
      label: "let the kernel answer", footer: nil),
    KeyBinding(
      contexts: lists, keys: [.enter, .right, .character("l"), .character(" ")], action: .open,
      keyLabel: "Enter", label: "open", footer: 2),
    KeyBinding(
      contexts: [.lessonDemo], keys: [.enter, .character("d")], action: .open, keyLabel: "Enter",
      label: "open it here", footer: 2),
    KeyBinding(
      contexts: [.claim], keys: [.enter, .character("d")], action: .open, keyLabel: "Enter",
      label: "run the demo", footer: 2),
    KeyBinding(
      contexts: [.deck], keys: [.enter], action: .open, keyLabel: "Enter", label: "drill: choose",
      footer: 2),
    KeyBinding(
      contexts: [.deck], keys: [.tab], action: .changeLevel, keyLabel: "Tab",
      label: "drill: type", footer: 3),
    KeyBinding(
      contexts: [.lesson], keys: [.enter], action: .next, keyLabel: "Enter", label: "next",
      footer: nil),
    KeyBinding(
      contexts: [.lesson, .lessonDemo, .answered, .answeredKernel],
      keys: [.right, .character("l")], action: .forward, keyLabel: "→",
      label: "next page", footer: nil),
    KeyBinding(
      contexts: commanded.subtracting([.questionTable]).union([
        .lesson, .lessonDemo, .answered, .answeredKernel,
      ]),
      keys: [.left], action: .previous, keyLabel: "←", label: "before", footer: 5),
    KeyBinding(
      contexts: [.lesson, .lessonDemo], keys: [.character("h")], action: .previous, keyLabel: "h",
      label: "back a page", footer: nil),
    KeyBinding(
      contexts: [.lesson, .lessonDemo], keys: [.character("n"), .character(".")],
      action: .skip, keyLabel: "n", label: "next lesson", footer: 8),
    KeyBinding(
      contexts: [.demoWorking],
      keys: [.character(" "), .enter, .right, .character("n"), .pageDown], action: .proceed,
      keyLabel: "Space", label: "wait", footer: 1),
    KeyBinding(
      contexts: [.demo], keys: [.character(" "), .enter, .right, .character("n"), .pageDown],
      action: .proceed, keyLabel: "Space", label: "next", footer: 1),
    KeyBinding(
      contexts: [.demo, .demoWorking, .demoDone], keys: [.left, .character("h"), .pageUp],
      action: .previous,
      keyLabel: "←", label: "before", footer: 2),
    KeyBinding(
      contexts: [.demoDone], keys: [.character(" "), .right, .pageDown], action: .proceed,
      keyLabel: "→", label: "forward", footer: nil),
    KeyBinding(
      contexts: [.demoDone], keys: [.enter], action: .back, keyLabel: "Enter", label: "done",
      footer: 1),
    KeyBinding(
      contexts: [.demo, .demoWorking, .demoDone, .prediction], keys: [.tab], action: .switchPane,
      keyLabel: "Tab", label: "pane", footer: 3),
    KeyBinding(
      contexts: [.demo, .demoWorking], keys: [.character("a")], action: .play, keyLabel: "a",
      label: "play", footer: 5),
    KeyBinding(
      contexts: [.lesson, .lessonDemo], keys: [.character("x")], action: .testOut, keyLabel: "x",
      label: "questions first", footer: 9),
    KeyBinding(
      contexts: [.lesson, .lessonDemo], keys: [.character("t")], action: .notes, keyLabel: "t",
      label: "notes for teachers", footer: nil),
    KeyBinding(
      contexts: [.demo, .demoWorking, .demoDone, .prediction, .lesson, .lessonDemo],
      keys: [.character("b")],
      action: .blank, keyLabel: "b", label: "blank the screen", footer: nil),
    KeyBinding(
      contexts: [.demo, .demoWorking, .demoDone], keys: [.character("r")], action: .restart,
      keyLabel: "r",
      label: "restart", footer: 6),
    KeyBinding(
      contexts: [.list, .lessonList, .practiceMenu], keys: [.left, .character("h")], action: .back,
      keyLabel: "",
      label: "", footer: nil),
    KeyBinding(
      contexts: [.lessonList], keys: [.tab], action: .changeLevel, keyLabel: "Tab", label: "path",
      footer: 3),
    KeyBinding(
      contexts: [.practiceMenu], keys: [.tab, .character("v")], action: .changeLevel,
      keyLabel: "Tab", label: "level", footer: 3),
    KeyBinding(
      contexts: [.home], keys: [.character("/")], action: .findPort, keyLabel: "/",
      label: "find a port", footer: 7),
  ]

  private static let everywhere: [KeyBinding] = [
    KeyBinding(
      contexts: all.subtracting([.home, .ports, .socketsFilter]), keys: [.escape], action: .back,
      keyLabel: "Esc", label: "back", footer: 4),
    KeyBinding(
      contexts: [.ports, .socketsFilter], keys: [.escape], action: .back, keyLabel: "Esc",
      label: "clear, then back", footer: 4),
    KeyBinding(
      contexts: commands.subtracting([.help]), keys: [.character("?"), .function(1)],
      action: .help, keyLabel: "?", label: "help", footer: 9),
    KeyBinding(
      contexts: typing, keys: [.function(1), .character("?")], action: .help, keyLabel: "?",
      label: "help", footer: 9),
    KeyBinding(
      contexts: [.help], keys: [.character("?"), .enter, .function(1)], action: .back,
      keyLabel: "?", label: "close the help", footer: 1),
    KeyBinding(
      contexts: [.home], keys: [.character("q")], action: .quit, keyLabel: "q", label: "quit",
      footer: 9),
    KeyBinding(
      contexts: commands.subtracting([.home]), keys: [.character("q")], action: .back,
      keyLabel: "q", label: "back", footer: nil),
    KeyBinding(
      contexts: commands, keys: [.character("m")], action: .toggleMouse, keyLabel: "m",
      label: "mouse on or off", footer: nil),
    KeyBinding(
      contexts: all, keys: [.control("l")], action: .redraw, keyLabel: "Ctrl-L",
      label: "draw anew", footer: nil),
    KeyBinding(
      contexts: all, keys: [.control("z")], action: .suspend, keyLabel: "Ctrl-Z",
      label: "suspend; fg comes back", footer: nil),
    KeyBinding(
      contexts: all, keys: [.control("c")], action: .leaveAtOnce, keyLabel: "Ctrl-C",
      label: "leave at once, all kept", footer: nil),
  ]
}

import Foundation
import TerminalUI
import Testing

@testable import Tutor

@Suite("The key map")
struct KeyMapTests {
  @Test("Help, leaving and suspending work everywhere", arguments: KeyContext.allCases)
  func everywhere(context: KeyContext) {
    #expect(KeyMap.action(for: .control("c"), in: context) == .leaveAtOnce)
    #expect(KeyMap.action(for: .control("z"), in: context) == .suspend)
    let expected: Action = context == .help ? .back : .help
    #expect(KeyMap.action(for: .character("?"), in: context) == expected)
    if context != .home { #expect(KeyMap.action(for: .escape, in: context) == .back) }
  }

  @Test("Every key of a binding reaches it: none is hidden by one before it")
  func noneHidden() {
    for context in KeyContext.allCases {
      for binding in KeyMap.bindings(in: context) {
        for key in binding.keys {
          let action = KeyMap.action(for: key, in: context)
          #expect(action == binding.action, "\(key) in \(context) is taken by another binding")
        }
      }
    }
  }

  @Test("Where text is typed, letters and digits are text", arguments: KeyMap.typing)
  func typing(context: KeyContext) {
    for character in "qhjklm123 .n" {
      let key = Key.character(character)
      #expect(KeyMap.action(for: key, in: context) == .type(key))
    }
  }

  @Test("Digits choose where there are options", arguments: KeyMap.numbered)
  func digits(context: KeyContext) {
    #expect(KeyMap.action(for: .character("1"), in: context) == .choose(0))
    #expect(KeyMap.action(for: .character("9"), in: context) == .choose(8))
    #expect(KeyMap.action(for: .character("0"), in: context) == nil)
  }

  @Test("Every context has keys in its footer, and their labels say something")
  func footers() {
    for context in KeyContext.allCases {
      let shown = KeyMap.bindings(in: context).filter { $0.footer != nil }
      #expect((2...9).contains(shown.count), "\(context) shows \(shown.count) keys")
      for binding in shown {
        #expect(!binding.keyLabel.isEmpty && !binding.label.isEmpty)
      }
    }
  }

  @Test("q leaves the home screen and goes back everywhere else, unless it is text")
  func quitting() {
    #expect(KeyMap.action(for: .character("q"), in: .home) == .quit)
    for context in KeyContext.allCases where context != .home && !KeyMap.typing.contains(context) {
      #expect(KeyMap.action(for: .character("q"), in: context) == .back)
    }
  }

  @Test("The reference in the documentation is the key map's")
  func reference() throws {
    let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/portside/Documentation.docc/Keys.md")
    if ProcessInfo.processInfo.environment["PORTSIDE_RECORD"] == "1" {
      try Data(KeyMap.reference.utf8).write(to: article)
    }
    #expect(try String(contentsOf: article, encoding: .utf8) == KeyMap.reference)
  }
}

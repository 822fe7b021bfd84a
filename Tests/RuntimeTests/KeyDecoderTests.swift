import TerminalUI
import Testing

@testable import CursesTerminal

@Suite("Keys from bytes")
struct KeyDecoderTests {
  private let size = Size(columns: 80, rows: 24)
  private let start = ContinuousClock.now

  /// The keys of a text that arrives at once, with time enough after it.
  private func keys(_ text: String, special: [[UInt8]: Key] = [:]) -> [Key] {
    keys(Array(text.utf8), special: special)
  }

  private func keys(_ bytes: [UInt8], special: [[UInt8]: Key] = [:]) -> [Key] {
    var decoder = KeyDecoder(special: special)
    return decoder.decode(bytes, size: size, now: start) + decoder.decide()
  }

  static let sequences: [(String, Key)] = [
    ("a", .character("a")), ("é", .character("é")), ("日", .character("日")),
    ("🙂", .character("🙂")), ("e\u{301}", .character("e\u{301}")),
    ("👩\u{200D}💻", .character("👩\u{200D}💻")), (" ", .character(" ")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace),
    ("\u{03}", .control("c")), ("\u{1A}", .control("z")), ("\u{0C}", .control("l")),
    ("\u{01}", .control("a")), ("\u{1C}", .control("\\")), ("\u{1B}", .escape),
    ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
    ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}OH", .home), ("\u{1B}OF", .end),
    ("\u{1B}[H", .home), ("\u{1B}[F", .end), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end),
    ("\u{1B}[7~", .home), ("\u{1B}[8~", .end), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp),
    ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab), ("\u{1B}[1;5C", .right),
    ("\u{1B}[3;5~", .delete), ("\u{1B}OP", .function(1)), ("\u{1B}[15~", .function(5)),
    ("\u{1B}[24~", .function(12)), ("\u{1B}[[A", .function(1)), ("\u{1B}[1;2P", .function(1)),
    ("\u{1B}OM", .enter), ("\u{1B}[<0;1;1M", .click(column: 0, row: 0)),
    ("\u{1B}[<0;80;24M", .click(column: 79, row: 23)),
    ("\u{1B}[<16;5;6M", .click(column: 4, row: 5)),
    ("\u{1B}[<0;99999;99999M", .click(column: 79, row: 23)),
    ("\u{1B}[<0;18446744073709551616;1M", .click(column: 79, row: 0)),
    ("\u{1B}[<64;1;1M", .wheelUp), ("\u{1B}[<65;1;1M", .wheelDown),
    ("\u{1B}[M !!", .click(column: 0, row: 0)), ("\u{1B}[M`!!", .wheelUp),
    ("\u{1B}[200~one\ntwo\u{1B}[201~", .paste("one\ntwo")),
    ("\u{1B}[200~\u{1B}[201~", .paste("")),
    ("\u{1B}[200~\u{1B}[20\u{1B}\u{1B}[201~", .paste("\u{1B}[20\u{1B}")),
    ("\u{1B}[200~日本\u{1B}[201~", .paste("日本")),
  ]

  @Test("Each sequence is one key", arguments: sequences)
  func one(text: String, key: Key) {
    #expect(keys(text) == [key])
    #expect(keys("x" + text) == [.character("x"), key] || text == "e\u{301}")
  }

  @Test("A sequence may be split anywhere", arguments: sequences)
  func split(text: String, key: Key) {
    let bytes = Array(text.utf8)
    // Scalars of one character that arrive apart are keys of their own.
    let isWhole = text.unicodeScalars.count == 1 || bytes[0] < 0x80 && bytes[0] != 0x65
    for index in bytes.indices where isWhole {
      var decoder = KeyDecoder()
      let first = decoder.decode(Array(bytes[..<index]), size: size, now: start)
      let second = decoder.decode(Array(bytes[index...]), size: size, now: start)
      #expect(first + second + decoder.decide() == [key], "split at \(index)")
    }
  }

  @Test(
    "What is unknown or broken is ignored as a whole",
    arguments: [
      "\u{1B}[99~", "\u{1B}[2~", "\u{1B}[1;2R", "\u{1B}[24;80R", "\u{1B}[I", "\u{1B}[?62;1c",
      "\u{1B}[>0;276;0c", "\u{1B}[201~", "\u{1B}[<0;5M", "\u{1B}[<;;M", "\u{1B}[<0;-5;3M",
      "\u{1B}[<0;0;0M", "\u{1B}[<0;1;1m", "\u{1B}[<2;1;1M", "\u{1B}[<35;1;1M", "\u{1B}[<0;1;1;1M",
      "\u{1B}[M#!!", "\u{1B}[M\u{7F}\u{7F}\u{7F}", "\u{1B}Oz", "\u{1B}[[Z", "\u{00}",
      "\u{1B}[" + String(repeating: "1;", count: 5000) + "A", "\u{85}", "\u{9B}",
    ])
  func ignored(text: String) {
    #expect(keys(text + "x") == [.character("x")])
  }

  @Test(
    "Bytes that are no UTF-8 are ignored",
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xFF, 0xFE],
      [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0xAF],
    ] as [[UInt8]])
  func invalid(bytes: [UInt8]) {
    #expect(keys(bytes + [0x78]) == [.character("x")])
  }

  @Test("Escape waits for what may follow, and keys typed after it count")
  func escape() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B], size: size, now: start) == [])
    #expect(decoder.isUndecided)
    #expect(decoder.decide() == [.escape])
    #expect(!decoder.isUndecided && decoder.decide() == [])
    #expect(keys("\u{1B}q") == [.escape, .character("q")])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
    #expect(keys("\u{1B}[1;\u{1B}[A") == [.up])
    #expect(keys("\u{1B}[1\u{03}") == [.control("c")])
  }

  @Test("A pasted end of a paste does not make what follows a key")
  func strayEnd() {
    let paste = "\u{1B}[200~q\n\u{1B}[201~q\u{1B}[201~x"
    #expect(keys(paste) == [.paste("q\nq"), .character("x")])
    let two = "\u{1B}[200~a\u{1B}[201~q\u{1B}[200~b\u{1B}[201~"
    #expect(keys(two) == [.paste("a"), .character("q"), .paste("b")])
  }

  @Test("A paste is bounded and cut between characters")
  func longPaste() {
    let text = String(repeating: "日", count: 100_000)
    guard case .paste(let kept) = keys("\u{1B}[200~" + text + "\u{1B}[201~")[0] else {
      Issue.record("no paste")
      return
    }
    #expect(kept.utf8.count <= KeyDecoder.pasteLimit)
    #expect(kept == String(repeating: "日", count: KeyDecoder.pasteLimit / 3))
  }

  @Test("A paste whose end never comes does not swallow what is typed later")
  func unfinishedPaste() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~abc".utf8), size: size, now: start) == [])
    let soon = start + .milliseconds(900)
    #expect(decoder.decode(Array("def".utf8), size: size, now: soon) == [])
    let later = soon + .milliseconds(1100)
    let keys = decoder.decode([0x71], size: size, now: later)
    #expect(keys == [.paste("abcdef"), .character("q")])
  }

  @Test("The terminal's own description comes first")
  func special() {
    let special: [[UInt8]: Key] = [Array("\u{1B}[U".utf8): .pageDown, Array("\u{1B}Oz".utf8): .up]
    #expect(keys("\u{1B}[U\u{1B}Oz\u{1B}[A", special: special) == [.pageDown, .up, .up])
  }

  @Test("Whatever arrives, Escape is Escape soon after")
  func random() {
    for seed in UInt64(0)..<400 {
      var generator = SeededBytes(seed: seed)
      var decoder = KeyDecoder()
      var now = start
      for _ in 0..<20 {
        _ = decoder.decode(generator.bytes(upTo: 60), size: size, now: now)
        if Bool.random(using: &generator) { _ = decoder.decide() }
      }
      now += .seconds(2)
      var last: [Key] = []
      // A mouse report of the old form can take three bytes of anything.
      for _ in 0..<4 {
        last = decoder.decode([0x1B], size: size, now: now) + decoder.decide()
      }
      #expect(last.last == .escape, "seed \(seed)")
    }
  }

  @Test("Clicks lie on the screen, whatever is reported")
  func clicks() {
    for seed in UInt64(0)..<500 {
      var generator = SeededBytes(seed: seed)
      let size = Size(
        columns: Int.random(in: 0...90, using: &generator),
        rows: Int.random(in: 0...40, using: &generator))
      let numbers = (0..<3).map { _ in Int.random(in: -3...300, using: &generator) }
      let text = "\u{1B}[<\(numbers[0] % 3);\(numbers[1]);\(numbers[2])M"
      var decoder = KeyDecoder()
      for key in decoder.decode(Array(text.utf8), size: size, now: start) {
        guard case .click(let column, let row) = key else { continue }
        #expect((0..<size.columns).contains(column), "seed \(seed)")
        #expect((0..<size.rows).contains(row), "seed \(seed)")
      }
    }
  }
}

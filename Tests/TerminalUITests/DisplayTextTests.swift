import TerminalUI
import Testing

@Suite("Text made safe to show")
struct DisplayTextTests {
  /// Whether a terminal could do anything with a scalar but draw it.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default:
      scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  @Test(
    "A payload becomes visible",
    arguments: [
      ("\u{1B}[31m", "␛[31m"), ("\u{1B}]0;title\u{07}", "␛]0;title␇"),
      ("\u{1B}[2J\u{1B}[H", "␛[2J␛[H"), ("\u{1B}P+q\u{1B}\\", "␛P+q␛\\"), ("\u{07}", "␇"),
      ("over\rwritten", "over␍written"), ("a\u{08}b", "a␈b"), ("one\ntwo", "one␊two"),
      ("a\tb", "a␉b"), ("\u{00}", "␀"), ("\u{7F}", "␡"), ("\r\n", "␍␊"),
      ("\u{85}", "\\u{85}"), ("\u{9B}31m", "\\u{9B}31m"), ("\u{9D}0;x\u{9C}", "\\u{9D}0;x\\u{9C}"),
      ("\u{202A}", "\\u{202A}"), ("\u{202B}", "\\u{202B}"), ("\u{202C}", "\\u{202C}"),
      ("\u{202D}", "\\u{202D}"), ("\u{202E}exe.txt", "\\u{202E}exe.txt"),
      ("\u{2066}", "\\u{2066}"), ("\u{2067}", "\\u{2067}"), ("\u{2068}", "\\u{2068}"),
      ("\u{2069}", "\\u{2069}"), ("\u{200E}", "\\u{200E}"), ("\u{200F}", "\\u{200F}"),
      ("\u{061C}", "\\u{61C}"), ("\u{200B}", "\\u{200B}"), ("\u{200C}", "\\u{200C}"),
      ("\u{200D}", "\\u{200D}"), ("\u{2060}", "\\u{2060}"), ("\u{FEFF}", "\\u{FEFF}"),
      ("\u{AD}", "\\u{AD}"), ("\u{2028}", "\\u{2028}"), ("\u{2029}", "\\u{2029}"),
      ("\u{E0041}\u{E007F}", "\\u{E0041}\\u{E007F}"), ("\u{FE0F}", "\\u{FE0F}"),
      ("\u{E0100}", "\\u{E0100}"), ("\u{180E}", "\\u{180E}"), ("\u{3164}", "\\u{3164}"),
      ("\u{115F}", "\\u{115F}"), ("\u{34F}", "\\u{34F}"), ("\u{E000}", "\\u{E000}"),
      ("\u{FFF9}", "\\u{FFF9}"), ("\u{10FFFF}", "\\u{10FFFF}"),
    ])
  func tokens(payload: String, shown: String) {
    #expect(DisplayText(payload).string == shown)
    #expect(DisplayText("a" + payload + "b").string == "a" + shown + "b")
    let interpolated: DisplayText = "name \(payload)"
    #expect(interpolated.string == "name " + shown)
  }

  @Test("What is harmless stays as it is", arguments: ["", "plain", "ä é ñ", "日本語", "→ ▸ ✓", "🙂"])
  func harmless(text: String) {
    #expect(DisplayText(text).string == text)
  }

  @Test("A base keeps four combining scalars")
  func combining() {
    let marks = String(repeating: "\u{301}", count: 100)
    #expect(DisplayText("a" + marks + "b").string.unicodeScalars.count == 6)
    #expect(DisplayText("a" + marks + "b").columns == 2)
  }

  @Test("A combining scalar without a base gets one", arguments: ["", " ", "x "])
  func loneCombining(before: String) {
    #expect(DisplayText(before + "\u{301}x").string == before + "\u{25CC}\u{301}x")
  }

  @Test("Any text is safe, and safe text stays as it is")
  func anyText() {
    for seed in UInt64(0)..<500 {
      var generator = TestGenerator(seed: seed)
      let text = DisplayText(generator.text(upTo: 60))
      #expect(!text.string.unicodeScalars.contains(where: Self.isHarmful), "seed \(seed)")
      #expect(DisplayText(text.string) == text, "seed \(seed)")
      #expect((text + text).columns == 2 * text.columns, "seed \(seed)")
    }
  }

  @Test("Cut and padded text has the columns that were asked for")
  func cut() {
    for seed in UInt64(0)..<500 {
      var generator = TestGenerator(seed: seed)
      let text = DisplayText(generator.text(upTo: 30))
      let limit = Int.random(in: 0...40, using: &generator)
      let cut = text.truncated(to: limit)
      #expect(cut.columns <= limit, "seed \(seed)")
      #expect(text.columns > limit || cut == text, "seed \(seed)")
      #expect(text.columns <= limit || limit == 0 || cut.string.hasSuffix("…"), "seed \(seed)")
      #expect(text.padded(to: limit).columns == limit, "seed \(seed)")
    }
  }
}

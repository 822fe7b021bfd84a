import TerminalUI
import Testing

@Suite("Wrapping")
struct WrappingTests {
  /// A scalar that shows, and its look.
  private struct Mark: Hashable {
    var scalar: Unicode.Scalar
    var style: Style
  }

  private func visible(_ line: StyledLine) -> [Mark] {
    line.runs.flatMap { run in
      run.text.string.unicodeScalars.filter { $0 != " " }.map { Mark(scalar: $0, style: run.style) }
    }
  }

  @Test("No line is too wide, and no text or look is lost")
  func properties() {
    for seed in UInt64(0)..<500 {
      var generator = TestGenerator(seed: seed)
      let line = generator.line(upTo: 6)
      let columns = Int.random(in: 2...80, using: &generator)
      let lines = line.wrapped(to: columns)
      #expect(lines.allSatisfy { $0.columns <= columns }, "seed \(seed)")
      #expect(lines.flatMap(visible) == visible(line), "seed \(seed)")
      #expect(!lines.isEmpty, "seed \(seed)")
    }
  }

  @Test("Later lines hang")
  func hanging() {
    for seed in UInt64(0)..<300 {
      var generator = TestGenerator(seed: seed)
      let line = generator.line(upTo: 6)
      let columns = Int.random(in: 8...40, using: &generator)
      let lines = line.wrapped(to: columns, hanging: 3)
      #expect(lines.allSatisfy { $0.columns <= columns }, "seed \(seed)")
      let isHung = lines.dropFirst().allSatisfy { line in
        line.text.unicodeScalars.starts(with: "   ".unicodeScalars)
      }
      #expect(isHung, "seed \(seed)")
      #expect(lines.flatMap(visible) == visible(line), "seed \(seed)")
    }
  }

  @Test("Words stay whole where they fit")
  func words() {
    let line = StyledLine("the kernel picks a port for you")
    #expect(line.wrapped(to: 12).map(\.text) == ["the kernel", "picks a port", "for you"])
    #expect(
      line.wrapped(to: 12, hanging: 2).map(\.text) == [
        "the kernel", "  picks a", "  port for", "  you",
      ])
    #expect(StyledLine("abcdefgh ij").wrapped(to: 3).map(\.text) == ["abc", "def", "gh", "ij"])
    #expect(StyledLine("").wrapped(to: 10).map(\.text) == [""])
  }

  @Test("Wide characters and what combines stay whole")
  func wide() {
    #expect(StyledLine("日本語").wrapped(to: 5).map(\.text) == ["日本", "語"])
    #expect(StyledLine("ae\u{301}b").wrapped(to: 2).map(\.text) == ["ae\u{301}", "b"])
  }

  @Test("A line of one column ends")
  func narrow() {
    for seed in UInt64(0)..<200 {
      var generator = TestGenerator(seed: seed)
      let line = generator.line(upTo: 4)
      #expect(line.wrapped(to: -3).flatMap(visible) == visible(line), "seed \(seed)")
    }
  }
}

import Curriculum
import TerminalUI
import Testing

@testable import portside

@Suite("A lesson's blocks as lines")
struct LessonTextTests {
  private func lines(_ block: LessonBlock) -> [String] {
    LessonText().lines(of: block).map(\.string)
  }

  @Test("running text is wrapped at 76 columns, with code in quotes and links spelled out")
  func paragraph() {
    let block = LessonBlock.paragraph([
      .text("A "), .strong("port"), .text(" and "), .emphasis("this"), .text(": "),
      .code("ss -tln"), .text(", see "), .link(text: "RFC", destination: "https://x.example"),
      .text(" and " + String(repeating: "word ", count: 12) + "end."),
    ])
    #expect(
      lines(block) == [
        "A port and this: `ss -tln`, see RFC (https://x.example) and word word word",
        "word word word word word word word word word end.",
      ])
    #expect(lines(block).allSatisfy { $0.count <= 76 })
  }

  @Test("a narrow terminal gets narrow lines")
  func narrow() {
    let block = LessonBlock.paragraph([.text(String(repeating: "word ", count: 20))])
    let lines = LessonText(columns: 30).lines(of: block).map(\.string)
    #expect(lines.first == "word word word word word word")
    #expect(LessonText(columns: 200).measure == 76)
  }

  @Test("later lines of a list stand under the first word")
  func list() {
    let long = String(repeating: "word ", count: 16) + "end"
    #expect(
      lines(.list(items: [[.text("one")], [.text(long)]], isOrdered: true)) == [
        "1. one", "2. " + String(repeating: "word ", count: 13) + "word",
        "   word word end",
      ])
    #expect(lines(.list(items: [[.text("one")]], isOrdered: false)) == ["- one"])
    #expect(lines(.quote([.text("a claim")])) == ["> a claim"])
  }

  @Test("drawings keep their columns in ASCII, and code is moved in")
  func drawing() {
    #expect(lines(.drawing(lines: ["┌─┐ → ▸", "│x│ ▲"])) == ["+-+ > >", "|x| ^"])
    #expect(
      lines(.code(lines: ["$ ss", "", "  ok"], language: "sh")) == [
        "    $ ss", "    ", "      ok",
      ])
  }

  @Test("a table stands in columns, or as a list where it is too wide")
  func table() {
    #expect(
      lines(
        .table(
          header: [[.text("call")], [.text("result")]],
          rows: [[[.code("bind")], [.text("0")]], [[.text("x")], [.text("")]]])) == [
          "call    result", "`bind`  0", "x",
        ])
    let wide = String(repeating: "y", count: 71)
    #expect(
      lines(
        .table(
          header: [[.text("name")], [.text("what")]], rows: [[[.text("a")], [.text(wide)]]]))
        == ["- name: a", "- what:", "  " + wide])
  }

  @Test("nothing that moves the cursor comes through")
  func controls() {
    #expect(lines(.code(lines: ["a\u{1B}[2Jb"], language: "")) == ["    a␛[2Jb"])
    #expect(lines(.paragraph([.text("a\u{202E}b")])) == ["a\\u{202E}b"])
  }
}

import Testing

@Suite("Faults in the text")
struct BodyFaultTests {
  private static let wide = String(repeating: "─", count: 77)

  @Test(
    "name the place and what to do",
    arguments: [
      ("", ["x.md:10:1: The lesson has no text; begin it with \"## \" and a heading."]),
      (
        "Text.\n\nMore.\n",
        [
          "x.md:11:1: This text stands before the first heading; put a line \"## \" with a heading "
            + "above it."
        ]
      ),
      (
        "# H\n\nText.\n",
        [
          "x.md:11:1: Sections begin with \"## \" and a heading; this is another kind of heading."
        ]
      ),
      (
        "## A\n\nText.\n\n### H\n\nText.\n",
        [
          "x.md:15:1: Sections begin with \"## \" and a heading; this is another kind of heading."
        ]
      ),
      (
        "A heading\n---\n\nText.\n",
        [
          "x.md:11:1: Sections begin with \"## \" and a heading; this is another kind of heading."
        ]
      ),
      ("##\n\nText.\n", ["x.md:11:1: This section has no heading; write one after \"## \"."]),
      (
        "## A\n\n## B\n\nText.\n",
        ["x.md:11:1: This section is empty; write its text or remove the heading."]
      ),
      (
        "## A\n\nText.\n\n## B\n",
        ["x.md:15:1: This section is empty; write its text or remove the heading."]
      ),
      (
        "## A\n\né <b>x</b>\n",
        [
          "x.md:13:3: Raw HTML is not shown; remove the tag, or put it in backquotes if it is meant "
            + "as text.",
          "x.md:13:7: Raw HTML is not shown; remove the tag, or put it in backquotes if it is meant "
            + "as text.",
        ]
      ),
      (
        "## A\n\nText.\n\n<div>\n</div>\n",
        [
          "x.md:15:1: Raw HTML is not shown; remove it, or put it in a fenced block if it is an "
            + "example."
        ]
      ),
      (
        "## A\n\nAn image ![x](https://x.example/y.png)\n",
        [
          "x.md:13:10: Images cannot be shown on a terminal; use a ```drawing block instead."
        ]
      ),
      (
        "## A\n\nA line\\\nbroken.\n",
        [
          "x.md:13:7: A forced line break is not shown; remove the spaces or backslash at the "
            + "line's end."
        ]
      ),
      (
        "## A\n\nA [link](javascript:x).\n",
        [
          "x.md:13:3: A link needs a text, and an address that begins with https:// or the name of "
            + "another lesson's file; write [text](https://…) or [text](05-the-5-tuple.md)."
        ]
      ),
      (
        "## A\n\nText.\n\n***\n",
        ["x.md:15:1: A rule is not shown; begin a new section with \"## \" instead."]
      ),
      (
        "## A\n\n- one\n  - two\n",
        [
          "x.md:14:3: A list item holds one paragraph of text and nothing else; move the rest out "
            + "of it."
        ]
      ),
      (
        "## A\n\n> one\n>\n> two\n",
        [
          "x.md:15:3: A quote holds one paragraph of text and nothing else; move the rest out of it."
        ]
      ),
      (
        "## A\n\n    indented\n",
        [
          "x.md:13:5: Text indented by four spaces becomes code; remove the spaces or use a fenced "
            + "block."
        ]
      ),
      (
        "## A\n\n```drawing\nab\n\(wide)\n```\n",
        ["x.md:15:77: This line of the drawing has 77 columns; keep it within 76."]
      ),
      (
        "## A\n\n```sh\n\(wide)\n```\n",
        ["x.md:14:77: This line of the code has 77 columns; keep it within 76."]
      ),
      ("## A\n\n```sh\na\tb\n```\n", ["x.md:14:2: A tab has no fixed width; use spaces."]),
      ("## A\n\n```sh\n```\n", ["x.md:13:1: This code block is empty; fill it or remove it."]),
      (
        "## A\n\n```sh\nss\n",
        ["x.md:13:1: This block never ends; close it with a line ``` of its own."]
      ),
      (
        "## A\n\n```demo\ntabs twice\n```\n",
        [
          "x.md:13:1: A demo block holds one line with one demo's name, for example tabs."
        ]
      ),
    ])
  func places(body: String, expected: [String]) {
    #expect(Sample.faults(Sample.front + body) == expected)
  }

  @Test("a drawing of exactly 76 columns is accepted, wide characters counting two")
  func measure() {
    func drawing(_ line: String) -> String { Sample.front + "## A\n\n```drawing\n\(line)\n```\n" }
    #expect(Sample.faults(drawing(String(repeating: "─", count: 76))).isEmpty)
    #expect(Sample.faults(drawing(String(repeating: "水", count: 38))).isEmpty)
    #expect(Sample.faults(drawing(String(repeating: "水", count: 39))).count == 1)
  }
}

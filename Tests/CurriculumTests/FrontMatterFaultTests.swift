import Testing

@Suite("Faults in front matter")
struct FrontMatterFaultTests {
  private static let body = "\n## H\n\nText.\n"

  private func faults(replacing line: String, with text: String) -> [String] {
    Sample.faults(Sample.front.replacing(line, with: text) + Self.body)
  }

  @Test(
    "name the place and what to do",
    arguments: [
      (
        "title: A sample", "titel: A sample",
        [
          "x.md:1:1: The front matter has no \"title\"; add it.",
          "x.md:4:1: The front matter has an unknown field \"titel\"; it may have id, number, title, "
            + "question, minutes, interview, summary, sources, teacher.",
        ]
      ),
      ("id: sample\n", "", ["x.md:1:1: The front matter has no \"id\"; add it."]),
      (
        "id: sample", "id: The Sample",
        [
          "x.md:2:5: \"id\" may hold small letters, digits and hyphens, at most 64; rename it."
        ]
      ),
      (
        "number: 7", "number: seven",
        ["x.md:3:9: \"number\" must be a whole number from 1 to 99, without quotes."]
      ),
      (
        "number: 7", "number: \"7\"",
        ["x.md:3:9: \"number\" must be a whole number from 1 to 99, without quotes."]
      ),
      (
        "minutes: 5", "minutes: [5]",
        ["x.md:6:10: \"minutes\" must be a whole number from 1 to 60, without quotes."]
      ),
      (
        "title: A sample", "title: [A, sample]",
        ["x.md:4:8: \"title\" must be a text; write it on one line."]
      ),
      ("title: A sample", "title:", ["x.md:4:7: \"title\" is empty; write its text."]),
      (
        "summary: [One line]", "summary: One line",
        [
          "x.md:8:10: \"summary\" must be a list; begin each entry with \"- \" on a line of its own."
        ]
      ),
      (
        "summary: [One line]", "summary: [1, 2, 3, 4, 5, 6]",
        ["x.md:8:10: The summary has 6 lines; keep the 5 that matter most."]
      ),
      (
        "sources: [RFC 9293]", "sources: []",
        ["x.md:9:10: \"sources\" is an empty list; write at least one entry."]
      ),
      (
        "minutes: 5", "minutes: 5\nminutes: 6",
        ["x.md:6:1: The field \"minutes\" stands here twice; keep one."]
      ),
      (
        "title: A sample", "title: A: sample",
        [
          "x.md:4:9: The front matter is not valid YAML (mapping values are not allowed in this "
            + "context); check the indentation, and put a text with \": \" or \" #\" in quotes."
        ]
      ),
      (
        "title: A sample", "title: é: sample",
        [
          "x.md:4:9: The front matter is not valid YAML (mapping values are not allowed in this "
            + "context); check the indentation, and put a text with \": \" or \" #\" in quotes."
        ]
      ),
      (
        "title: A sample", "title: &a A sample",
        [
          "x.md:4:8: Anchors and aliases (& and *) are not allowed here; write the value itself."
        ]
      ),
    ])
  func places(line: String, replacement: String, expected: [String]) {
    #expect(faults(replacing: line, with: replacement) == expected)
  }

  @Test("several are all told, from top to end, together with those of the body")
  func several() {
    let text =
      Sample.front.replacing("number: 7", with: "number: x").replacing(
        "minutes: 5", with: "minutes: y") + "\n## H\n\n<b>bold</b>\n\n# Big\n\nText.\n"
    #expect(
      Sample.faults(text).map { $0.prefix(8) } == [
        "x.md:3:9", "x.md:6:1", "x.md:14:", "x.md:14:", "x.md:16:",
      ])
  }

  @Test("a missing or open front matter is told at the top")
  func missing() {
    #expect(
      Sample.faults("") == [
        "x.md:1:1: The file is empty; begin it with front matter between two lines \"---\"."
      ])
    #expect(
      Sample.faults("## H\n\nText.\n") == [
        "x.md:1:1: A lesson begins with front matter; put its fields between two lines \"---\"."
      ])
    #expect(
      Sample.faults("---\nid: a\n") == [
        "x.md:1:1: The front matter never ends; close it with a line \"---\"."
      ])
    #expect(
      Sample.faults("---\n---\n\n## H\n\nText.\n") == [
        "x.md:1:1: The front matter is empty; write its fields."
      ])
    #expect(
      Sample.faults("---\n- id\n---\n\n## H\n\nText.\n") == [
        "x.md:2:1: The front matter must be a set of fields; write it as \"name: value\"."
      ])
  }
}

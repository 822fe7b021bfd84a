import Testing

@Suite("Faults in questions")
struct QuestionFaultTests {
  @Test(
    "name the place and what to do",
    arguments: [
      ("id: q1\n", "", ["x.md:13:1: The question has no \"id\"; add it."]),
      (
        "ask: Which?", "ask: Which?\nkolor: red",
        [
          "x.md:18:1: The question has an unknown field \"kolor\"; it may have id, topic, kind, ask, "
            + "figure, options, answers, mistakes, steps, columns, rows, explain, hints."
        ]
      ),
      (
        "kind: one", "kind: two",
        ["x.md:16:7: \"kind\" must be one, several, entry, order or table."]
      ),
      (
        "    why: Not this.\n", "    because: Not this.\n",
        [
          "x.md:22:5: The option has no \"why\"; add it.",
          "x.md:23:5: The option has an unknown field \"because\"; it may have text, right, why.",
        ]
      ),
      (
        "    right: true\n", "",
        [
          "x.md:19:3: A question of kind one needs exactly one option with \"right: true\", and this "
            + "has 0."
        ]
      ),
      (
        "    why: Not this.", "    why: Not this.\n    right: true",
        [
          "x.md:19:3: A question of kind one needs exactly one option with \"right: true\", and this "
            + "has 2."
        ]
      ),
      (
        "    right: true", "    right: yes",
        [
          "x.md:19:3: A question of kind one needs exactly one option with \"right: true\", and this "
            + "has 0.",
          "x.md:20:12: \"right\" must be true or false, without quotes.",
        ]
      ),
      (
        "kind: one", "kind: entry",
        [
          "x.md:13:1: The question has no \"answers\"; add it.",
          "x.md:19:3: A question of kind entry has no \"options\"; remove it or change the kind.",
        ]
      ),
      (
        "explain: A is it.", "explain: A is it.\nanswers: [A]",
        [
          "x.md:25:10: A question of kind one has no \"answers\"; remove it or change the kind."
        ]
      ),
      ("  - text: B", "  - text: A", ["x.md:19:3: Two options have the same text; change one."]),
      (
        "  - text: B\n    why: Not this.\n", "",
        ["x.md:19:3: The question has 1 option; give it 2 to 9."]
      ),
      (
        "ask: Which?", "ask: Which?\nfigure: \"\(String(repeating: "x", count: 77))\"",
        [
          "x.md:18:9: A line of the figure has 77 columns; keep it within 76."
        ]
      ),
      (
        "ask: Which?", "ask: [Which?",
        [
          "x.md:18:8: The question is not valid YAML (did not find expected ',' or ']'); check the "
            + "indentation, and put a text with \": \" or \" #\" in quotes."
        ]
      ),
      (
        "explain: A is it.", "explain: *a",
        [
          "x.md:24:10: The question is not valid YAML (found undefined alias); check the "
            + "indentation, and put a text with \": \" or \" #\" in quotes."
        ]
      ),
    ])
  func places(line: String, replacement: String, expected: [String]) {
    let text = Sample.front + "## H\n\n" + Sample.question.replacing(line, with: replacement)
    #expect(Sample.faults(text) == expected)
  }

  @Test("a question for several needs a right option")
  func several() {
    let text = Sample.question.replacing("kind: one", with: "kind: several")
    let body = Sample.front + "## H\n\n"
    #expect(Sample.faults(body + text).isEmpty)
    #expect(
      Sample.faults(body + text.replacing("    right: true\n", with: "")) == [
        "x.md:19:3: No option is right; mark those that are with \"right: true\"."
      ])
  }

  @Test("an answer may not be a mistake as well")
  func entry() {
    let text = """
      ```question
      id: q1
      topic: ports
      kind: entry
      ask: How many?
      answers: [Three]
      mistakes:
        - {text: three, why: x}
      explain: Three.
      ```
      """
    #expect(
      Sample.faults(Sample.front + "## H\n\n" + text) == [
        "x.md:13:1: \"three\" is an answer and a mistake; remove it from one of them."
      ])
  }
}

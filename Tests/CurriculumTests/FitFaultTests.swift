import PortKnowledge
import Testing

@Suite("Links, exercises and texts that do not fit")
struct FitFaultTests {
  private static let families = ExerciseCatalog.families.map(\.id).sorted()
    .joined(separator: ", ")

  private static let cases: [(String, [String])] = [
    (
      "## A\n\nA [link](../05-x.md).\n",
      [
        "x.md:13:3: A link needs a text, and an address that begins with https:// or the name of "
          + "another lesson's file; write [text](https://…) or [text](05-the-5-tuple.md)."
      ]
    ),
    (
      "## A\n\n```exercise\nbind-pear 2\n```\n",
      [
        "x.md:14:1: There are no exercises \"bind-pear\"; there are "
          + families + "."
      ]
    ),
    (
      "## A\n\n```exercise\nbind-pair 4\n```\n",
      ["x.md:14:1: The level of exercises is 1, 2 or 3."]
    ),
    (
      "## A\n\n```exercise\n```\n",
      [
        "x.md:13:1: An exercise block holds one line with a kind of exercises and perhaps a level, "
          + "for example bind-pair 2."
      ]
    ),
    (
      "## " + String(repeating: "x ", count: 29) + "\n\nText.\n",
      ["x.md:11:1: This heading has 57 columns; keep it within 56."]
    ),
    (
      "## A\n\nA " + String(repeating: "x", count: 57) + "\n",
      [
        "x.md:13:3: This word has 57 columns and fits no line of a narrow screen; keep it within "
          + "56, or put it in a fenced block."
      ]
    ),
    (
      "## A\n\n" + String(repeating: "- x\n", count: 34) + "\nText.\n",
      [
        "x.md:13:1: From here 36 lines follow without a question or a new heading; keep it within "
          + "34."
      ]
    ),
  ]

  @Test("name the place and what to do", arguments: cases)
  func faults(body: String, expected: [String]) {
    #expect(Sample.faults(Sample.front + body) == expected)
  }
}

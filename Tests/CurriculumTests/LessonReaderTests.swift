import Curriculum
import PortKnowledge
import Testing

@Suite("A sound lesson")
struct LessonReaderTests {
  private static let text = """
    ---
    id: the-sample
    number: 7
    title: "Ports: a sample"
    question: What is this?
    minutes: 5
    interview: >
      It is a sample.
      It reads.
    summary:
      - First line
      - Second line
    sources:
      - RFC 9293 §3.1
    ---

    ## The first idea

    A **term**, a *word*, `code` and
    a [page](https://www.rfc-editor.org/rfc/rfc9293).

    1. one
    2. two `x`

    | call | result |
    |------|--------|
    | bind | 0      |
    | a \\| b | *c* |

    > A claim.

    ## The second idea

    ```drawing
     ┌──┐
     │  │
    ```

    ```sh
    $ ss -tln

    ok
    ```

    ```
    plain
    ```

    ```demo
    tabs
    ```

    ```question
    id: s-one
    topic: tuples
    kind: one
    ask: Which of
      them?
    figure: |
      tcp LISTEN
        indented
    options:
      - text: "yes: this"
        right: true
        why: It is.
      - {text: no, why: It is not.}
    explain: The rule.
    hints: [Think., Think more.]
    ```

    ```question
    {id: s-two, topic: ports, kind: several, ask: Which?, explain: All., options: [
      {text: a, right: true, why: x}, {text: b, right: true, why: y},
      {text: c, right: false, why: z}]}
    ```

    ```question
    id: s-three
    topic: ports
    kind: entry
    ask: The highest port?
    answers: [65535, "65 535"]
    mistakes:
      - text: 65536
        why: That would need 17 bits.
    explain: Sixteen bits.
    ```
    """

  private static let lesson = Lesson(
    id: "the-sample", number: 7, title: "Ports: a sample", question: "What is this?", minutes: 5,
    sections: [
      LessonSection(
        title: "The first idea",
        blocks: [
          .paragraph([
            .text("A "), .strong("term"), .text(", a "), .emphasis("word"), .text(", "),
            .code("code"), .text(" and a "),
            .link(text: "page", destination: "https://www.rfc-editor.org/rfc/rfc9293"), .text("."),
          ]),
          .list(items: [[.text("one")], [.text("two "), .code("x")]], isOrdered: true),
          .table(
            header: [[.text("call")], [.text("result")]],
            rows: [
              [[.text("bind")], [.text("0")]], [[.text("a | b")], [.emphasis("c")]],
            ]),
          .quote([.text("A claim.")]),
        ]),
      LessonSection(
        title: "The second idea",
        blocks: [
          .drawing(lines: [" ┌──┐", " │  │"]),
          .code(lines: ["$ ss -tln", "", "ok"], language: "sh"),
          .code(lines: ["plain"], language: ""),
          .demo(id: "tabs"),
          .question(
            Question(
              id: "s-one", topic: "tuples", prompt: "Which of them?",
              figure: [MarkedText("tcp LISTEN"), MarkedText("  indented")],
              kind: .chooseOne([
                .init("yes: this", isRight: true, explanation: "It is."),
                .init("no", isRight: false, explanation: "It is not."),
              ]),
              explanation: "The rule.", hints: ["Think.", "Think more."])),
          .question(
            Question(
              id: "s-two", topic: "ports", prompt: "Which?",
              kind: .chooseSeveral([
                .init("a", isRight: true, explanation: "x"),
                .init("b", isRight: true, explanation: "y"),
                .init("c", isRight: false, explanation: "z"),
              ]),
              explanation: "All.")),
          .question(
            Question(
              id: "s-three", topic: "ports", prompt: "The highest port?",
              kind: .entry(
                .init(
                  accepted: ["65535", "65 535"],
                  mistakes: [.init("65536", explanation: "That would need 17 bits.")],
                  form: .number)),
              explanation: "Sixteen bits.")),
        ]),
    ],
    interview: "It is a sample. It reads.", summary: ["First line", "Second line"],
    sources: ["RFC 9293 §3.1"])

  @Test("gives exactly its values")
  func exactValues() throws {
    let read = try LessonReader().read(Array(Self.text.utf8), file: "07-the-sample.md")
    #expect(read == Self.lesson)
    #expect(read.questions.map(\.id) == ["s-one", "s-two", "s-three"])
    #expect(read.demos == ["tabs"])
  }

  @Test("reads the same with CR LF line ends")
  func carriageReturns() throws {
    let text = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(try LessonReader().read(Array(text.utf8), file: "x.md") == Self.lesson)
  }

  @Test("keeps the style that matters where marks stand in each other")
  func nestedMarks() throws {
    let text = Sample.front + "## H\n\n**a `b` *c*** *d **e*** [f `g` *h*](https://x.example)\n"
    let read = try LessonReader().read(Array(text.utf8), file: "x.md")
    #expect(
      read.sections[0].blocks == [
        .paragraph([
          .strong("a "), .code("b"), .strong(" c"), .text(" "), .emphasis("d "), .strong("e"),
          .text(" "), .link(text: "f g h", destination: "https://x.example"),
        ])
      ])
  }

  @Test("accepts an ampersand and a star in the texts of a question")
  func starsAreNotAliases() {
    let text = Sample.question.replacing("ask: Which?", with: "ask: \"*:80 & &addr in C *x\"")
    #expect(Sample.faults(Sample.front + "## H\n\n" + text).isEmpty)
  }
}

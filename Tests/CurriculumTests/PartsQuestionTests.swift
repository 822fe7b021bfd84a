import Curriculum
import PortKnowledge
import Testing

@Suite("Orders and tables in a lesson")
struct PartsQuestionTests {
  private static let order = """
    ```question
    id: o1
    topic: calls
    kind: order
    ask: Which comes when?
    steps:
      - socket()
      - text: bind()
        why: It needs a socket.
      - text: the client's socket()
        after: 0
      - {text: listen(), after: 2, why: "The name comes first."}
      - text: connect()
        after: [3, 4]
        why: Both ends must be ready.
    explain: Make, name, listen, connect.
    ```

    """

  private static let table = """
    ```question
    id: t1
    topic: states
    kind: table
    ask: Which states?
    columns: [called, state]
    rows:
      - name: client
        cells:
          - close()
          - choices:
              - {text: FIN-WAIT-2, right: true, why: Acknowledged.}
              - {text: ESTAB, why: It has closed.}
      - name: server
        cells: [nothing, {choices: [{text: a, why: x}, {text: b, right: true, why: y}]}]
    explain: The FIN is acknowledged.
    ```

    """

  private func question(_ block: String) throws -> Question {
    let text = Sample.front + "## H\n\n" + block
    return try #require(LessonReader().read(Array(text.utf8), file: "x.md").questions.first)
  }

  private func faults(_ block: String, _ line: String, _ replacement: String) -> [String] {
    #expect(block.contains(line))
    return Sample.faults(Sample.front + "## H\n\n" + block.replacing(line, with: replacement))
  }

  @Test("Steps are shown shuffled, with their rules and the order in which they were written")
  func order() throws {
    guard case .putInOrder(let ordering) = try question(Self.order).kind else {
      Issue.record("it is no order")
      return
    }
    let written = ["socket()", "bind()", "the client's socket()", "listen()", "connect()"]
    #expect(ordering.solution.map { ordering.items[$0] } == written)
    #expect(ordering.isComplete(ordering.solution))
    let rules = ordering.rules.map {
      [ordering.items[$0.before], ordering.items[$0.after], $0.explanation]
    }
    #expect(
      rules == [
        ["socket()", "bind()", "It needs a socket."],
        ["bind()", "listen()", "The name comes first."],
        ["the client's socket()", "connect()", "Both ends must be ready."],
        ["listen()", "connect()", "Both ends must be ready."],
      ])
    #expect(!ordering.hasOneSolution)
    #expect(try question(Self.order).kind == .putInOrder(ordering), "always in the same way")
  }

  @Test("No question shows its steps in a right order, and two differ in how they are shuffled")
  func shuffled() throws {
    var shown: Set<[String]> = []
    for number in 1...60 {
      let question = try question(Self.order.replacing("id: o1", with: "id: o\(number)"))
      guard case .putInOrder(let ordering) = question.kind else { continue }
      #expect(!ordering.broken(by: Array(ordering.items.indices)).isEmpty, "o\(number)")
      #expect(question.verdict(on: .order(ordering.solution)).isCorrect, "o\(number)")
      shown.insert(ordering.items)
    }
    #expect(shown.count > 10)
  }

  @Test("A table has what is given and its blanks")
  func table() throws {
    let expected = Question.Table(
      columns: ["called", "state"],
      rows: [
        .init(
          "client",
          [
            .given("close()"),
            .blank([
              .init("FIN-WAIT-2", isRight: true, explanation: "Acknowledged."),
              .init("ESTAB", isRight: false, explanation: "It has closed."),
            ]),
          ]),
        .init(
          "server",
          [
            .given("nothing"),
            .blank([
              .init("a", isRight: false, explanation: "x"),
              .init("b", isRight: true, explanation: "y"),
            ]),
          ]),
      ])
    #expect(try question(Self.table).kind == .fillTable(expected))
  }

  @Test(
    "Faults of an order name the place and what to do",
    arguments: [
      (
        "    why: It needs a socket.\n", "", ["x.md:20:5: The step has no \"why\"; add it."]
      ),
      (
        "after: 2", "after: 4",
        ["x.md:24:29: \"after\" must be a whole number from 1 to 3, without quotes."]
      ),
      (
        "    after: 0", "    after: 0\n    why: x",
        ["x.md:24:10: A step that may come at any time has no \"why\"; remove it."]
      ),
      (
        "bind()", "socket()", ["x.md:19:3: Two steps have the same text; change one."]
      ),
      (
        "bind()", String(repeating: "x", count: 51),
        ["x.md:20:11: The step has 51 columns; keep it within 50."]
      ),
      (
        "explain:", "rows: [a]\nexplain:",
        [
          "x.md:28:7: A question of kind order has no \"rows\"; remove it or change the kind."
        ]
      ),
    ])
  func orderFaults(line: String, replacement: String, expected: [String]) {
    #expect(faults(Self.order, line, replacement) == expected)
  }

  @Test("An order needs three steps, and a rule")
  func fewSteps() {
    let start = Self.order.firstRange(of: "steps:").map { Self.order[..<$0.lowerBound] } ?? ""
    let few = start + "steps: [a, {text: b, why: c}]\nexplain: x\n```\n"
    #expect(
      Sample.faults(Sample.front + "## H\n\n" + few) == [
        "x.md:18:8: The order has 2 steps; give it 3 to 9."
      ])
    let free =
      start + "steps: [a, {text: b, after: 0}, {text: c, after: 0}]\nexplain: x\n```\n"
    #expect(
      Sample.faults(Sample.front + "## H\n\n" + free) == [
        "x.md:18:8: Every order of these steps is right; say what must come first."
      ])
  }

  @Test(
    "Faults of a table name the place and what to do",
    arguments: [
      (
        ", right: true, why: y", ", why: y",
        [
          "x.md:27:32: A blank needs exactly one choice with \"right: true\", and this has 0."
        ]
      ),
      (
        "[nothing, ", "[", ["x.md:27:12: The row has 1 cell for 2 columns; give it one for each."]
      ),
      (
        "{text: a, why: x}, ", "", ["x.md:27:32: The blank has 1 choice; give it 2 to 9."]
      ),
      (
        "text: a,", "text: b,", ["x.md:27:32: Two choices have the same text; change one."]
      ),
      (
        "text: a,", "text: \(String(repeating: "a", count: 25)),",
        [
          "x.md:27:32: The choice \"\(String(repeating: "a", count: 25))\" has 25 columns; keep it "
            + "within 24."
        ]
      ),
      (
        "  - name: server", "  - name: client",
        [
          "x.md:20:3: Two rows or two columns have the same name, so that a blank has none of its "
            + "own; change one."
        ]
      ),
      (
        "why: x", "because: x",
        [
          "x.md:27:33: The choice has no \"why\"; add it.",
          "x.md:27:43: The choice has an unknown field \"because\"; it may have text, right, why.",
        ]
      ),
      (
        "columns: [called, state]\n", "",
        ["x.md:13:1: The question has no \"columns\"; add it."]
      ),
    ])
  func tableFaults(line: String, replacement: String, expected: [String]) {
    #expect(faults(Self.table, line, replacement) == expected)
  }

  @Test("A table without blanks asks nothing")
  func noBlank() {
    let text = """
      ```question
      {id: t, topic: states, kind: table, ask: x, columns: [a], rows: [{name: b, cells: [c]}],
        explain: y}
      ```
      """
    #expect(
      Sample.faults(Sample.front + "## H\n\n" + text) == [
        "x.md:14:65: The table has 0 blanks; give it 1 to 6, each with \"choices\"."
      ])
  }
}

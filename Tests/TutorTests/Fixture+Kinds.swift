import Curriculum
import PortKnowledge
import TerminalUI

@testable import Tutor

/// Questions that are answered in several parts: an order, or the blanks of a table.
extension Fixture {
  private typealias Rule = Question.Ordering.Rule
  private typealias Option = Question.Option

  static let ordered = Question(
    id: "t-order", topic: "calls",
    prompt: "A TCP server serves one client. Put its calls in order.",
    kind: .putInOrder(
      .init(
        items: ["listen(3, 16)", "recv(4, 4096)", "socket() = 3", "accept(3) = 4", "bind(3, :80)"],
        rules: [
          Rule(before: 2, after: 4, explanation: "bind() needs the socket that socket() makes."),
          Rule(
            before: 4, after: 0,
            explanation: "listen() without bind() would listen on a port the kernel chooses."),
          Rule(
            before: 0, after: 3, explanation: "accept() on a socket that does not listen fails."),
          Rule(before: 3, after: 1, explanation: "Descriptor 4 is what accept() returns."),
        ], solution: [2, 4, 0, 3, 1])),
    explanation: "A passive open: make a socket, name it, listen, accept.",
    hints: ["Each call needs what another one made.", "Follow the descriptors.", "3 comes first."])

  static let looselyOrdered = Question(
    id: "t-loose", topic: "calls",
    prompt:
      "A client on 198.51.100.7 asks a server on 192.0.2.10 for a page. Put what happens in order.",
    kind: .putInOrder(
      .init(
        items: [
          "the client's kernel chooses an ephemeral port", "the server's listener is bound",
          "the three-way handshake begins with the SYN", "accept() returns on the server",
          "the client's first request is received", "listen() turns the socket into a listener",
          "the client makes its own socket", "the server makes the listening socket",
          "the answer has reached the client and is read",
        ],
        rules: [
          Rule(before: 7, after: 1, explanation: "Only a socket that exists can be bound."),
          Rule(before: 1, after: 5, explanation: "The listener was bound before it listened."),
          Rule(before: 5, after: 2, explanation: "A SYN that nobody listens for gets a RST."),
          Rule(before: 6, after: 0, explanation: "The port belongs to a socket that exists."),
          Rule(before: 0, after: 2, explanation: "The SYN carries the client's port."),
          Rule(before: 2, after: 3, explanation: "accept() returns what a handshake made."),
          Rule(before: 3, after: 4, explanation: "The server reads from what accept() returned."),
          Rule(before: 4, after: 8, explanation: "The answer follows the request."),
        ], solution: [7, 1, 5, 6, 0, 2, 3, 4, 8])),
    explanation: "Listen first, then connect; the client's own socket may be made at any time.",
    hints: ["Who must be ready first?"])

  private static func states(_ right: String, why: String, not: [String: String]) -> [Option] {
    let names = ["ESTAB", "FIN-WAIT-2", "CLOSE-WAIT", "TIME-WAIT"]
    return names.map { name in
      Option(
        name, isRight: name == right, explanation: name == right ? why : not[name] ?? "Not here.",
        figure: name == right || not[name] == nil
          ? [] : [MarkedText("FIN → ← ACK"), MarkedText([.init("      ▲ seen", .decisive)])])
    }
  }

  static let tabled = Question(
    id: "t-table", topic: "states",
    prompt: "The client has called close(). Which states do both ends have?",
    figure: [MarkedText("client 192.0.2.7:40112     server 192.0.2.10:443")],
    kind: .fillTable(
      .init(
        columns: ["called", "FIN is acknowledged", "both are closed"],
        rows: [
          .init(
            "client",
            [
              .given("close()"),
              .blank(
                states(
                  "FIN-WAIT-2", why: "Its FIN is acknowledged.",
                  not: ["TIME-WAIT": "TIME-WAIT comes when the other FIN has come too."])),
              .blank(states("TIME-WAIT", why: "It closed first.", not: [:])),
            ]),
          .init(
            "server",
            [
              .given("nothing"),
              .blank(
                states(
                  "CLOSE-WAIT", why: "It waits for its own close().",
                  not: ["ESTAB": "The FIN has arrived, so the server left ESTAB."])),
              .given("gone"),
            ]),
        ])),
    explanation: "Who closes first keeps TIME-WAIT; the other end passes CLOSE-WAIT.",
    hints: ["Who closed first?", "A FIN that came means CLOSE-WAIT."])

  private static let verdicts = [
    Option("delivered to this one", isRight: true, explanation: "All five fields match."),
    Option("refused with an RST", isRight: false, explanation: "A listener is there."),
    Option("dropped without a word", isRight: false, explanation: "Nothing filters here."),
  ]

  /// Too wide for columns on the smallest screen, and on a large one.
  static let widelyTabled = Question(
    id: "t-wide", topic: "tuples", prompt: "What becomes of each segment?",
    kind: .fillTable(
      .init(
        columns: [
          "its source", "before the handshake ends", "after the server's socket is closed",
        ],
        rows: [
          .init(
            "first segment",
            [.given("198.51.100.7:40112"), .blank(verdicts), .blank(verdicts.reversed())]),
          .init(
            "second segment",
            [.given("198.51.100.7:40113"), .blank(verdicts), .blank(verdicts.reversed())]),
        ])),
    explanation: "The 5-tuple decides.", hints: ["Compare all five fields."])

  /// A lesson with these questions only.
  static func app(asking questions: [Question], size: Size = normal) -> AppState {
    var lesson = second
    lesson.sections = [LessonSection(title: "Think", blocks: questions.map { .question($0) })]
    return AppState(
      size: size, catalog: Catalog(lessons: [lesson], demos: [tabs]), progress: progress,
      keepingNotice: nil, start: .lesson("second"), moment: now)
  }
}

import PortKnowledge

/// Questions that are answered in several parts.
enum PartsQuestions {
  private static let states = ["ESTAB", "FIN-WAIT-2", "CLOSE-WAIT"]

  /// One order is right: 2, 3, 1.
  static let order = Question(
    id: "p-order", topic: "calls", prompt: "In which order does a server call them?",
    kind: .putInOrder(
      .init(
        items: ["listen()", "socket()", "bind()"],
        rules: [
          .init(before: 1, after: 2, explanation: "bind() needs a socket."),
          .init(before: 2, after: 0, explanation: "Listening comes after the name."),
        ], solution: [1, 2, 0])),
    explanation: "Make, name, listen.", hints: ["What comes first?"])

  /// Two orders are right: 2, 3, 1 and 3, 2, 1.
  static let looseOrder = Question(
    id: "p-loose", topic: "calls", prompt: "In which order?",
    kind: .putInOrder(
      .init(
        items: ["connect()", "socket() of the client", "listen() of the server"],
        rules: [
          .init(before: 1, after: 0, explanation: "connect() needs a socket."),
          .init(before: 2, after: 0, explanation: "Nobody would answer the SYN."),
        ], solution: [1, 2, 0])),
    explanation: "Both ends are ready before they meet.")

  private static func blank(_ right: String, of texts: [String] = states) -> Question.Table.Cell {
    .blank(
      texts.map {
        .init(
          $0, isRight: $0 == right, explanation: "Why \($0).",
          figure: $0 == right ? [] : [MarkedText("FIN \($0)")])
      })
  }

  /// Two blanks with the same choices; 2,3 is right.
  static let table = Question(
    id: "p-table", topic: "states", prompt: "Which states?",
    kind: .fillTable(
      .init(
        columns: ["called", "state"],
        rows: [
          .init("client", [.given("close()"), blank("FIN-WAIT-2")]),
          .init("server", [.given("nothing"), blank("CLOSE-WAIT")]),
        ])),
    explanation: "The FIN is acknowledged.")

  /// Blanks with choices of their own, in rows that are too long for columns; 1,2 is right.
  static let wideTable = Question(
    id: "p-wide", topic: "states", prompt: "What comes of it?",
    kind: .fillTable(
      .init(
        columns: ["what the first end has called before", "what the second end sees after it"],
        rows: [
          .init(
            "a client that closes", [.given("close()"), blank("a FIN", of: ["a FIN", "a RST"])]),
          .init(
            "a client that aborts", [.given("abort"), blank("a RST", of: ["no", "a RST", "x"])]),
        ])),
    explanation: "It depends on the way out.")

  /// One blank; 2 is right.
  static let oneBlank = Question(
    id: "p-one", topic: "states", prompt: "Which state?",
    kind: .fillTable(.init(columns: [""], rows: [.init("client", [blank("FIN-WAIT-2")])])),
    explanation: "The FIN is acknowledged.")
}

import PortKnowledge

@testable import Tutor

/// Events as a demo with three tabs would send them, with numbers that never change.
enum DemoScript {
  static let server = Endpoint(.loopback, 40123)

  static func tab(_ index: Int) -> Endpoint {
    Endpoint(.loopback, PortNumber(UInt16(51234 + index)))
  }

  static func rows(tabs: Int) -> [SocketRow] {
    let none = Endpoint(.any, 0)
    let listener = SocketRow(
      transport: .tcp, state: .listen, local: server, remote: none, sendQueue: 8, inode: 7)
    let pairs = (0..<tabs).flatMap { index in
      [
        SocketRow(transport: .tcp, state: .established, local: tab(index), remote: server),
        SocketRow(transport: .tcp, state: .established, local: server, remote: tab(index)),
      ]
    }
    return [listener] + pairs
  }

  static func reading(tabs: Int, deciding: Set<TupleField> = []) -> TableReading {
    let lines = rows(tabs: tabs).enumerated().map { index, row in
      TableReading.Line(row: row, change: index > 2 * tabs - 2 && tabs > 0 ? .added : .same)
    }
    return TableReading(lines: lines, decidingFields: deciding, source: "netlink sock_diag")
  }

  static func picture(tabs: Int) -> DemoPicture {
    DemoPicture(
      left: .init(
        name: "browser", address: .loopback,
        sockets: (0..<tabs).map {
          .init(transport: .tcp, local: tab($0), state: "ESTAB", note: "tab \($0 + 1)")
        }),
      right: .init(
        name: "server", address: .loopback,
        sockets: (0..<tabs).map { _ in .init(transport: .tcp, local: server, state: "ESTAB") } + [
          .init(transport: .tcp, local: server, state: "LISTEN")
        ]),
      links: (0..<tabs).map { .init(left: $0, right: $0) })
  }

  static let prediction = Question(
    id: "demo/tabs/rows", topic: "tuples",
    prompt: "The third tab connects. How many rows will the kernel's table have?",
    kind: .chooseOne([
      .init("4", isRight: false, explanation: "Each connection has two ends on this machine."),
      .init("7", isRight: true, explanation: "One listener and three pairs."),
    ]),
    explanation: "One listener and three pairs of rows.")

  static let calls = [
    CallRecord(
      name: "socket", arguments: "AF_INET, SOCK_STREAM", result: 9, microseconds: 11,
      actor: "tab 3"),
    CallRecord(
      name: "connect", arguments: "9, 127.0.0.1:40123", result: -1, errorName: "EINPROGRESS",
      microseconds: 48, actor: "tab 3"),
    CallRecord(
      name: "accept4", arguments: "5", result: 10, output: "127.0.0.1:51236", microseconds: 9,
      actor: "server"),
  ]

  static let firstStep: [DemoEvent] = [
    .stepBegan(
      index: 0, title: "One listener",
      narration: "A server asks the kernel for a port and waits there."),
    .callMade(
      CallRecord(
        name: "listen", arguments: "5, 8", result: 0, microseconds: 6, actor: "server")),
    .tableRead(reading(tabs: 0)), .pictureDrawn(picture(tabs: 0)), .stepEnded(index: 0),
  ]

  static let question: [DemoEvent] = [
    .stepBegan(
      index: 1, title: "Three tabs",
      narration:
        "Three tabs open the same page. The server has one port. How does the kernel know which tab a packet is for?"
    ),
    .questionAsked(prediction),
  ]

  static let answered: [DemoEvent] =
    calls.map { .callMade($0) } + [
      .tableRead(reading(tabs: 3, deciding: [.sourcePort])), .pictureDrawn(picture(tabs: 3)),
      .predictionSettled(
        PredictionOutcome(
          questionID: "demo/tabs/rows", given: "7", measured: "7 rows", isCorrect: true,
          explanation: "One listener and three pairs of rows.")),
      .remark("All three connections end at the same port of the server."),
      .stepEnded(index: 1),
    ]

  /// Sends events to the demo that is open.
  static func play(_ events: [DemoEvent], on app: inout AppState) {
    guard let screen = app.visible as? DemoScreen else { return }
    for event in events {
      _ = app.update(.demoReported(run: screen.run, event), at: Fixture.now)
    }
  }
}

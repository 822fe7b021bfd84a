/// A close history with its endpoints, and what a question's words need to know about it.
struct CloseCase {
  let client: Endpoint
  let server: Endpoint
  let calls: [CloseCall]
  /// The connection before each call, and last the one after all of them.
  let stages: [CloseHistory]

  init(client: Endpoint, server: Endpoint, calls: [CloseCall]) {
    self.client = client
    self.server = server
    self.calls = calls
    var history = CloseHistory()
    var stages = [history]
    for call in calls {
      history.perform(call)
      stages.append(history)
    }
    self.stages = stages
    figure = CallFigure(
      client: client, server: server,
      calls: calls.map { ($0.side, $0.operation.description) })
  }

  /// The connection after the last call.
  var end: CloseHistory { stages[stages.count - 1] }

  /// What each call returned.
  var results: [CloseResult] { end.results }

  /// The index of the call with which a side sent its FIN; nil where it has sent none.
  func fin(of side: ConnectionSide) -> Int? {
    guard end[side].hasEnded else { return nil }
    return calls.indices.first { stages[$0 + 1][side].hasEnded }
  }

  /// The index of the call that sent the first FIN.
  var firstFIN: Int? { end.firstToEnd.flatMap { fin(of: $0) } }

  /// The index of the call that sent the second FIN.
  var secondFIN: Int? { end.firstToEnd.flatMap { fin(of: $0.peer) } }

  /// How the connection was reset, in a sentence.
  var resetSentence: String {
    guard let reset = end.reset else { return "Nobody sent an RST." }
    let number = reset.call + 1
    switch reset.cause {
    case .unread(let count):
      return "Call \(number) closed while \(CloseResult.bytes(count)) "
        + "\(count == 1 ? "was" : "were") unread: the \(reset.sender)'s kernel sent an RST."
    case .linger:
      return "Call \(number), close() with linger 0, sent an RST."
    case .dataAfterClose:
      return "The bytes of call \(number) met a closed program: the \(reset.sender)'s kernel "
        + "answered with an RST."
    }
  }

  /// The calls below each other, the client's to the left and the server's to the right.
  let figure: CallFigure

  /// The case for another program.
  var data: [String: CaseValue] {
    [
      "client": CaseValue(client), "server": CaseValue(server), "start": "ESTAB",
      "nonBlocking": true,
      "calls": .list(calls.map(Self.value)),
    ]
  }

  private static func value(_ call: CloseCall) -> CaseValue {
    var members: [String: CaseValue] = ["side": .text(call.side.rawValue)]
    switch call.operation {
    case .send(let count):
      members["call"] = "send"
      members["bytes"] = .number(count)
    case .receive(let count):
      members["call"] = "recv"
      members["upTo"] = .number(count)
    case .shutdownWriting:
      members["call"] = "shutdown"
      members["how"] = "SHUT_WR"
    case .close:
      members["call"] = "close"
      members["linger"] = .null
    case .abort:
      members["call"] = "close"
      members["linger"] = 0
    }
    return .object(members)
  }
}

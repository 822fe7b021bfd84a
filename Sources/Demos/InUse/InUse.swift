import PortKnowledge
import Sockets

/// "Address already in use": a server that was restarted too soon, and the table of four cases.
enum InUse {
  static let demo = Demo(
    id: "in-use", title: "Address already in use",
    teaches: "Why a restarted server is refused, and which of the two sockets needs SO_REUSEADDR.",
    steps: [serverCloses, restart, cases, twoListeners, ending])

  private static let cells: [(old: Bool, new: Bool)] = [
    (false, false), (false, true), (true, false), (true, true),
  ]

  private static let serverCloses = DemoStep(
    "A server that closes first",
    narration: { _ in
      "A server accepts a client and closes the connection before the client does. Then it closes "
        + "its listener too: the program has ended."
    },
    work: { stage in
      try serve("server", reusesAddress: false, note: "plain", stage)
      try stage.showTable(expecting: [.timeWait: 1])
    },
    remarks: { _ in
      [
        "The side that closes first keeps a row in TIME-WAIT, here with the server's own port. The "
          + "kernel keeps it for 60 seconds, so that late segments cannot reach a new connection."
      ]
    })

  private static let restart = DemoStep(
    "The server starts again",
    narration: { stage in
      "A new socket binds the same address and port, \(stage.notes["plain"] ?? ""), without options."
    },
    prediction: Prediction(
      id: "demo-in-use-restart", topic: "binding",
      prompt: { _ in "No process has that port any more. What does bind() say?" },
      options: [
        .init(
          value: "OK", text: "it succeeds",
          explanation: "No process holds the port, but a row in TIME-WAIT does."),
        .init(
          value: "EADDRINUSE", text: "EADDRINUSE",
          explanation: "The row in TIME-WAIT has this local address and port."),
        .init(
          value: "EACCES", text: "EACCES",
          explanation: "That is for ports that need a privilege."),
      ],
      expected: "EADDRINUSE",
      explanation:
        "A row in TIME-WAIT counts as a user of the port, unless both the old and the new "
        + "socket have SO_REUSEADDR.",
      measure: { stage in
        let outcome = stage.notes["restart"] ?? ""
        return Prediction.Measurement(value: outcome, text: "bind() gave \(outcome)")
      }),
    work: { stage in
      stage.notes["restart"] = try rebind(stage.server, reusesAddress: false, stage) ?? "OK"
      try stage.showTable(expecting: [.timeWait: 1])
    })

  private static let cases = DemoStep(
    "Old and new, with and without",
    narration: { _ in
      "The same for all four cases: the old server with or without SO_REUSEADDR, the new one with or "
        + "without it. Each time the old one closes first and the new one binds at once."
    },
    prediction: Prediction(
      id: "demo-in-use-cases", topic: "binding",
      prompt: { _ in "In how many of the four cases does the new bind() succeed?" },
      options: [
        .init(
          value: "1", text: "one: both set it",
          explanation: "Linux asks both sides, the old socket and the new one."),
        .init(
          value: "2", text: "two: the new one sets it",
          explanation: "That is the rule of other systems. Linux also looks at the old socket."),
        .init(
          value: "3", text: "three: at least one of them sets it",
          explanation: "One side alone is not enough on Linux."),
      ],
      expected: "1",
      explanation: "On Linux both sockets need SO_REUSEADDR. So servers set it always, from their "
        + "first start on.",
      measure: { stage in
        let count = cells.count { stage.notes[key($0)] == "OK" }
        return Prediction.Measurement(value: "\(count)", text: "\(count) of 4 succeeded")
      }),
    work: { stage in
      for cell in cells {
        let name = key(cell)
        try serve(name, reusesAddress: cell.old, note: name + " end", stage)
        let end = stage.serverEndpoints.last ?? stage.server
        stage.notes[name] = try rebind(end, reusesAddress: cell.new, stage) ?? "OK"
      }
      stage.draw(table(stage))
      try stage.showTable(expecting: [.timeWait: 5])
    })

  private static let twoListeners = DemoStep(
    "Two listeners",
    narration: { _ in
      "SO_REUSEADDR is about old connections. Two sockets with it bind the same free port, which is "
        + "allowed, and both call listen()."
    },
    prediction: Prediction(
      id: "demo-in-use-listeners", topic: "binding",
      prompt: { _ in "What does the second listen() say?" },
      options: [
        .init(
          value: "OK", text: "it succeeds: both have SO_REUSEADDR",
          explanation: "Between two listeners SO_REUSEADDR does not help."),
        .init(
          value: "EADDRINUSE", text: "EADDRINUSE",
          explanation: "The first one listens now, and a listener does not share by SO_REUSEADDR."),
      ],
      expected: "EADDRINUSE",
      explanation: "listen() asks the question of bind() again. To share a port, listeners need "
        + "SO_REUSEPORT.",
      measure: { stage in
        let outcome = stage.notes["listen"] ?? ""
        return Prediction.Measurement(value: outcome, text: "the second listen() gave \(outcome)")
      }),
    work: { stage in
      try stage.open("listener 1")
      try stage.set(.reuseAddress, to: 1, on: "listener 1")
      let end = try stage.bind("listener 1", to: Endpoint(.loopback, 0))
      try stage.open("listener 2")
      try stage.set(.reuseAddress, to: 1, on: "listener 2")
      try stage.bind("listener 2", to: end)
      try stage.listen("listener 1", backlog: 5)
      stage.notes["listen"] =
        try stage.refusal { try stage.held("listener 2").socket.listen(backlog: 5) } ?? "OK"
      try stage.showTable(
        until: { $0.contains { $0.state == .listen } }, missing: { _ in "Nobody listens." })
    })

  private static let ending = DemoStep(
    "What is left",
    narration: { _ in "Everything is closed. The rows in TIME-WAIT belong to no process." },
    work: { stage in
      stage.closeEverything()
      try stage.showTable(expecting: [.timeWait: 5])
    },
    remarks: { _ in
      [
        "They go away by themselves after 60 seconds. No setting of Linux shortens that time: "
          + "tcp_fin_timeout is about something else."
      ]
    })

  // MARK: The work

  /// A server on a free port accepts a client, closes first, and ends.
  private static func serve(
    _ name: String, reusesAddress: Bool, note: String, _ stage: DemoStage
  ) throws {
    try stage.open(name)
    if reusesAddress { try stage.set(.reuseAddress, to: 1, on: name) }
    let end = try stage.bind(name, to: Endpoint(.loopback, 0))
    try stage.listen(name, backlog: 5)
    stage.notes[note] = "\(end)"
    let client = "client of \(name)"
    try stage.connect(client, to: end, serverRole: name)
    _ = try stage.accept(from: name, as: "\(name), accepted")
    try stage.close("\(name), accepted")
    _ = try stage.hear(on: client)
    try stage.close(client)
    try stage.close(name)
  }

  /// Binds the end of a server that has ended; the error's name where it is refused.
  private static func rebind(
    _ end: Endpoint, reusesAddress: Bool, _ stage: DemoStage
  ) throws -> String? {
    let name = "new server"
    // The row must have come to rest first: a moment before, the connection still counts as open.
    try stage.waitForRow { $0.local == end && $0.state == .timeWait }
    try stage.open(name)
    if reusesAddress { try stage.set(.reuseAddress, to: 1, on: name) }
    let refusal = try stage.refusal { try stage.held(name).socket.bind(to: end) }
    try stage.close(name)
    return refusal
  }

  private static func key(_ cell: (old: Bool, new: Bool)) -> String {
    "old \(cell.old ? "with" : "without"), new \(cell.new ? "with" : "without")"
  }

  private static func table(_ stage: DemoStage) -> [MarkedText] {
    [MarkedText([.init("SO_REUSEADDR               bind() of the new one", .faint)])]
      + cells.map { cell in
        let name = key(cell)
        let padding = String(repeating: " ", count: max(1, 27 - name.count))
        return MarkedText([
          .init(name + padding), .init(stage.notes[name] ?? "", .decisive),
        ])
      }
  }
}

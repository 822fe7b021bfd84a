import PortKnowledge
import Sockets

/// Four listeners on one port, and how the kernel spreads clients over them.
enum ReusePort {
  static let demo = Demo(
    id: "reuseport", title: "Four listeners on one port",
    teaches: "SO_REUSEPORT lets listeners share a port; the kernel spreads clients by a hash.",
    steps: [
      listening, spreading, leaving,
      .everythingCloses(
        "Each connection belongs to one listener from its first segment on. That is why a listener "
          + "of such a group should be drained before it is closed."),
    ])

  private static let names = ["A", "B", "C", "D"]
  private static let clients = 400

  private static let listening = DemoStep(
    "Four sockets, one port",
    narration: { _ in
      "Four sockets set SO_REUSEPORT, bind the same address and port, and listen."
    },
    prediction: Prediction(
      id: "demo-reuseport-listen", topic: "binding",
      prompt: { _ in "How many of them will listen on the one port?" },
      options: [
        .init(
          value: "1", text: "one: the others get EADDRINUSE",
          explanation: "That is so without SO_REUSEPORT."),
        .init(
          value: "4", text: "all four",
          explanation: "All of them have the option, and all belong to one user."),
      ],
      expected: "4",
      explanation:
        "Sockets of one user that all set SO_REUSEPORT share the port.",
      measure: { stage in
        let count = stage.rows.count { $0.state == .listen }
        return Prediction.Measurement(value: "\(count)", text: "\(count) LISTEN rows on one port")
      }),
    work: { stage in
      stage.leftName = "clients"
      // Hundreds of connections are counted, not listed.
      stage.isShown = { $0.state == .listen }
      var end = Endpoint(.loopback, 0)
      for name in names {
        try stage.open(name)
        try stage.set(.reusePort, to: 1, on: name)
        end = try stage.bind(name, to: end)
        try stage.listen(name, backlog: 500)
        stage.rolesByInode[try stage.held(name).socket.inode()] = name
      }
      try stage.showTable(expecting: [.listen: names.count])
    })

  private static let spreading = DemoStep(
    "\(clients) clients",
    narration: { _ in "\(clients) clients connect, one after the other. Nobody accepts yet." },
    prediction: Prediction(
      id: "demo-reuseport-spread", topic: "delivery",
      prompt: { _ in "How are they spread over the four listeners?" },
      options: [
        .init(
          value: "even", text: "roughly a quarter each",
          explanation: "A hash of the 5-tuple chooses the listener, so it is even but not exact."),
        .init(
          value: "exact", text: "exactly \(clients / 4) each, in turn",
          explanation: "The kernel does not take turns: it computes a hash of the addresses and "
            + "ports."),
        .init(
          value: "last", text: "all to the one that bound last",
          explanation: "That is UDP with SO_REUSEADDR."),
      ],
      expected: "even",
      explanation: "The listener is chosen by a hash of source and destination, so the shares are "
        + "about equal. One client port meets the same listener while the group stays the same.",
      measure: { stage in
        let counts = names.map { Int(stage.notes[$0] ?? "") ?? 0 }
        let even = counts.allSatisfy { (clients / 8...clients * 3 / 8).contains($0) }
        let exact = counts.allSatisfy { $0 == clients / 4 }
        return Prediction.Measurement(
          value: exact ? "exact" : even ? "even" : "last",
          text: zip(names, counts).map { "\($0) \($1)" }.joined(separator: ", "))
      }),
    work: { stage in
      for client in 1...clients { try connect("client \(client)", stage) }
      try stage.showTable(
        until: { rows in rows.reduce(0) { $0 + waiting($1) } == clients },
        missing: { rows in
          "Only \(rows.reduce(0) { $0 + waiting($1) }) of \(clients) connections waited."
        })
      let counts = names.map { name in (name, Int(inode(name, stage).map(waiting) ?? 0)) }
      for (name, count) in counts { stage.notes[name] = "\(count)" }
      stage.draw(Bars.lines(counts))
    })

  private static let leaving = DemoStep(
    "One of them closes",
    narration: { stage in
      "Listener A closes, with \(stage.notes["A"] ?? "its") connections waiting in its queue."
    },
    prediction: Prediction(
      id: "demo-reuseport-close", topic: "delivery",
      prompt: { _ in "What becomes of the connections that wait at A?" },
      options: [
        .init(
          value: "moved", text: "the other three listeners take them over",
          explanation: "Only with the setting tcp_migrate_req, which is off by default."),
        .init(
          value: "reset", text: "they are reset",
          explanation: "They belonged to A's queue."),
        .init(
          value: "kept", text: "they stay open and wait",
          explanation: "A queue goes away with its listener."),
      ],
      expected: "reset",
      explanation: "The accept queue belongs to one listener. When that closes, the kernel resets "
        + "what waits in it; the clients see ECONNRESET.",
      measure: { stage in
        let before = Int(stage.notes["A"] ?? "") ?? 0
        let after = stage.rows.count { $0.state == .established && stage.isClient($0) }
        let gone = clients - after
        return Prediction.Measurement(
          value: gone == before ? "reset" : gone == 0 ? "moved" : "other",
          text: "\(gone) of \(clients) clients lost their connection")
      }),
    work: { stage in
      let before = Int(stage.notes["A"] ?? "") ?? 0
      try stage.close("A")
      try stage.showTable(
        until: { rows in
          rows.count { $0.state == .established && stage.isClient($0) } == clients - before
        }, missing: { _ in "The clients' rows did not change as foreseen." })
    })

  private static func connect(_ name: String, _ stage: DemoStage) throws {
    try stage.checkStopped()
    let end = stage.server
    let socket = try Socket(.tcp, recorder: name == "client 1" ? stage.recorder : nil)
    try socket.connect(to: end, timeout: DemoStage.patience)
    stage.hold(name, HeldSocket(socket, isConnection: true))
  }

  private static func waiting(_ row: SocketRow) -> Int {
    row.state == .listen ? Int(row.receiveQueue) : 0
  }

  /// The row of one of the four, which differ by nothing but their inode.
  private static func inode(_ name: String, _ stage: DemoStage) -> SocketRow? {
    guard let inode = try? stage.held(name).socket.inode() else { return nil }
    return stage.rows.first { $0.inode == inode }
  }
}

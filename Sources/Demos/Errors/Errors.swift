import PortKnowledge
import Sockets

/// Open, closed and silent, with a stopwatch.
enum Errors {
  static let demo = Demo(
    id: "errors", title: "Open, closed or silent",
    teaches: "What connect() says in each case, and how long it takes to say so.",
    steps: [
      open, closed, silent,
      .everythingCloses(
        "Open answers with SYN and ACK, closed with RST, both at once. Silence may be a firewall "
          + "that drops, a host that is gone, or a full accept queue: the client cannot tell which."
      ),
    ])

  private static let limit = Duration.milliseconds(700)

  private static let open = DemoStep(
    "An open port",
    narration: { _ in
      "A server listens on 127.0.0.1, and a client connects to it. The stopwatch starts with "
        + "connect()."
    },
    work: { stage in
      stage.leftName = "clients"
      _ = try stage.listenOnFreePort("open", on: .loopback)
      try knock("client 1", at: stage.server, "open", stage)
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    },
    remarks: { stage in ["open: \(stage.notes["open"] ?? "") after \(time("open", stage))."] })

  private static let closed = DemoStep(
    "A closed port",
    narration: { _ in
      "A second socket is bound to a port, but it does not listen. A client tries that port."
    },
    prediction: Prediction(
      id: "demo-errors-closed", topic: "errors",
      prompt: { _ in "What does connect() say, and when?" },
      options: [
        .init(
          value: "ECONNREFUSED", text: "ECONNREFUSED, at once",
          explanation: "The kernel answers the SYN with RST: nobody listens."),
        .init(
          value: "no answer", text: "nothing for a long time, then ETIMEDOUT",
          explanation: "That is silence. A closed port is not silent: it answers with RST."),
        .init(
          value: "connected", text: "it is connected, because somebody has bound the port",
          explanation: "bind() reserves a port. Only listen() makes the kernel answer handshakes."),
      ],
      expected: "ECONNREFUSED",
      explanation: "A SYN to a port where nobody listens is answered with RST (RFC 9293, section "
        + "3.10.7.1), and connect() turns that into ECONNREFUSED.",
      measure: { stage in
        let outcome = stage.notes["closed"] ?? ""
        return Prediction.Measurement(
          value: outcome, text: "\(outcome) after \(time("closed", stage))")
      }),
    work: { stage in
      try stage.open("bound only")
      let target = try stage.bind("bound only", to: Endpoint(.loopback, 0))
      try knock("client 2", at: target, "closed", stage)
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    })

  private static let silent = DemoStep(
    "Silence",
    narration: { _ in
      "A firewall that drops would be silent. Without one, a server with a full accept queue is "
        + "silent just the same: this one listens with backlog 0, and one client waits in it already."
    },
    prediction: Prediction(
      id: "demo-errors-silent", topic: "errors",
      prompt: { _ in
        "The next client connects and waits \(limit.milliseconds) ms. What has it heard?"
      },
      options: [
        .init(
          value: "ECONNREFUSED", text: "ECONNREFUSED",
          explanation: "Nobody refuses: the SYN is dropped without an answer."),
        .init(
          value: "no answer", text: "nothing",
          explanation: "The SYN is dropped, and so is the next one."),
        .init(
          value: "connected", text: "it is connected",
          explanation: "The queue is full: backlog + 1 connections wait already."),
      ],
      expected: "no answer",
      explanation:
        "A dropped SYN looks the same whoever drops it. The kernel repeats it, and gives "
        + "up with ETIMEDOUT only after about two minutes.",
      measure: { stage in
        let outcome = stage.notes["silent"] ?? ""
        return Prediction.Measurement(
          value: outcome, text: "\(outcome) after \(time("silent", stage))")
      }),
    work: { stage in
      try stage.open("busy")
      let target = try stage.bind("busy", to: Endpoint(.loopback, 0))
      try stage.listen("busy", backlog: 0)
      try stage.connect("client 3", to: target, serverRole: "waits in the queue")
      try knock("client 4", at: target, "silent", stage)
      try stage.showTable(
        until: { rows in rows.contains { $0.state == .synSent } },
        missing: { _ in "No row in SYN-SENT was seen." })
    },
    remarks: { _ in ["Its row stands in SYN-SENT: that is what waiting for an answer looks like."] }
  )

  /// Connects, and notes what came of it and how long it took.
  private static func knock(
    _ name: String, at target: Endpoint, _ note: String, _ stage: DemoStage
  ) throws {
    let clock = ContinuousClock()
    try stage.open(name)
    let start = clock.now
    let refusal = try stage.refusal {
      try stage.beginConnecting(name, to: target, peerRole: "\(note)'s end")
    }
    let outcome = try refusal ?? stage.finishConnecting(name, within: limit) ?? "connected"
    stage.notes[note] = outcome
    stage.notes[note + " time"] = "\((clock.now - start) / .microseconds(1))"
    if outcome != "connected", outcome != "no answer" { try stage.close(name) }
  }

  /// The stopwatch's reading in words.
  private static func time(_ note: String, _ stage: DemoStage) -> String {
    let microseconds = Int(Double(stage.notes[note + " time"] ?? "") ?? 0)
    return microseconds < 1000 ? "\(microseconds) µs" : "\(microseconds / 1000) ms"
  }
}

extension Duration {
  fileprivate var milliseconds: Int { Int(self / .milliseconds(1)) }
}

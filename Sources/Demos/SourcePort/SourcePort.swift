import PortKnowledge
import Sockets

/// One source port in two connections, and the third that would be the same connection twice.
enum SourcePort {
  static let demo = Demo(
    id: "source-port", title: "One source port, two destinations",
    teaches: "A source port can serve several connections, as long as the far end differs.",
    steps: [
      listening, first, second, duplicate,
      .everythingCloses(
        "A source port is not used up by a connection. It is taken only towards the same "
          + "destination, because there the 5-tuple would be the same."),
    ])

  private static let serverA = "server A"
  private static let serverB = "server B"

  private static let listening = DemoStep(
    "Two servers",
    narration: { _ in "Two servers listen on 127.0.0.1, each on a port of its own." },
    work: { stage in
      stage.leftName = "client"
      let a = try stage.listenOnFreePort(serverA, on: .loopback)
      let b = try stage.listenOnFreePort(serverB, on: .loopback)
      stage.notes["a"] = "\(a.port)"
      stage.notes["b"] = "\(b.port)"
      try stage.showTable(expecting: [.listen: 2])
    },
    remarks: { stage in
      ["Server A has port \(stage.notes["a"] ?? ""), server B has \(stage.notes["b"] ?? "")."]
    })

  private static let first = DemoStep(
    "A source port chosen by bind()",
    narration: { stage in
      "A client usually lets connect() choose its port. This one asks for a port with bind() first, "
        + "with SO_REUSEADDR set, and then connects to server A."
    },
    work: { stage in
      let port = try connect("connection 1", from: 0, to: 0, stage)
      stage.notes["port"] = "\(port)"
      try stage.showTable(expecting: [.listen: 2, .established: 2])
    },
    remarks: { stage in ["Its source port is \(stage.notes["port"] ?? "")."] })

  private static let second = DemoStep(
    "The same source port to server B",
    narration: { stage in
      "A second socket binds the same source port \(stage.notes["port"] ?? ""), also with "
        + "SO_REUSEADDR, and connects to server B."
    },
    prediction: Prediction(
      id: "demo-source-port-second", topic: "tuples",
      prompt: { stage in
        "Can source port \(stage.notes["port"] ?? "") be in a second connection at the same time?"
      },
      options: [
        .init(
          value: "OK", text: "yes: the destination port differs",
          explanation: "Four fields are equal, one differs: that makes another connection."),
        .init(
          value: "EADDRINUSE", text: "no: bind() fails with EADDRINUSE",
          explanation: "Both sockets set SO_REUSEADDR and neither listens, so they may share it."),
        .init(
          value: "EADDRNOTAVAIL", text: "no: connect() fails with EADDRNOTAVAIL",
          explanation: "That is what connect() says where the whole 5-tuple is taken. Here the "
            + "destination port differs."),
      ],
      expected: "OK",
      explanation: "A connection is named by the whole 5-tuple, and these two differ in the "
        + "destination port.",
      measure: { stage in
        let outcome = stage.notes["second"] ?? ""
        return Prediction.Measurement(
          value: outcome, text: outcome == "OK" ? "both connections exist" : "refused: \(outcome)")
      }),
    work: { stage in
      let refusal = try stage.refusal {
        _ = try connect("connection 2", from: sourcePort(stage), to: 1, stage)
      }
      stage.notes["second"] = refusal ?? "OK"
      try stage.showTable(
        expecting: refusal == nil
          ? [.listen: 2, .established: 4] : [.listen: 2, .established: 2],
        marking: { stage.isClient($0) })
    })

  private static let duplicate = DemoStep(
    "The same source port to server A again",
    narration: { stage in
      "A third socket binds the same source port and connects to server A, where a connection from "
        + "that very port exists."
    },
    prediction: Prediction(
      id: "demo-source-port-third", topic: "tuples",
      prompt: { _ in "What happens this time?" },
      options: [
        .init(
          value: "OK", text: "it works like the second one",
          explanation: "All five fields would be those of connection 1. The kernel could not tell "
            + "the two apart."),
        .init(
          value: "EADDRNOTAVAIL", text: "connect() fails with EADDRNOTAVAIL",
          explanation: "No local address and port is left that would make a new 5-tuple."),
        .init(
          value: "ECONNREFUSED", text: "connect() fails with ECONNREFUSED",
          explanation: "That is the other side's answer where nobody listens. Server A listens; "
            + "this client's own kernel is in the way."),
      ],
      expected: "EADDRNOTAVAIL",
      explanation: "The 5-tuple is taken, so the client's own kernel refuses before a segment is "
        + "sent.",
      measure: { stage in
        let outcome = stage.notes["third"] ?? ""
        return Prediction.Measurement(
          value: outcome, text: outcome == "OK" ? "it was accepted" : "connect() said \(outcome)")
      }),
    work: { stage in
      let refusal = try stage.refusal {
        _ = try connect("connection 3", from: sourcePort(stage), to: 0, stage)
      }
      stage.notes["third"] = refusal ?? "OK"
      let ends = stage.notes["second"] == "OK" ? 4 : 2
      try stage.showTable(
        expecting: [.listen: 2, .established: refusal == nil ? ends + 2 : ends])
    })

  private static func sourcePort(_ stage: DemoStage) -> PortNumber {
    stage.notes["port"].flatMap { PortNumber(text: $0) } ?? 0
  }

  /// Connects from a chosen source port to a server by its index, and accepts; the source port.
  private static func connect(
    _ name: String, from port: PortNumber, to index: Int, _ stage: DemoStage
  ) throws -> PortNumber {
    let target = stage.serverEndpoints[index]
    let server = index == 0 ? serverA : serverB
    try stage.open(name)
    try stage.set(.reuseAddress, to: 1, on: name)
    let local = try stage.bind(name, to: Endpoint(.loopback, port))
    do {
      try stage.beginConnecting(name, to: target, peerRole: "\(server)'s end")
    } catch {
      // It is of no use to anybody: its port would only stand in the way.
      try stage.close(name)
      throw error
    }
    if let failure = try stage.finishConnecting(name, within: DemoStage.patience) {
      throw DemoInterruption.failed("The handshake of \(name) ended with \(failure).")
    }
    _ = try stage.accept(from: server, as: "\(server)'s end of \(name)")
    return local.port
  }
}

import PortKnowledge
import Sockets

/// A socket that connects to its own port: one socket, one row, both ends.
enum SelfConnect {
  static let demo = Demo(
    id: "self-connect", title: "A socket that connects to itself",
    teaches: "Why a client that keeps trying a dead server can end up talking to itself.",
    steps: [
      binding, connecting, talking,
      .everythingCloses(
        "It happens by accident too: a client that tries an ephemeral port of its own machine again "
          + "and again may one day be given that very port as its own."),
    ])

  private static let name = "the socket"

  private static let binding = DemoStep(
    "A port, and nobody who listens",
    narration: { _ in
      "A socket binds a free port on 127.0.0.1. It does not call listen(): there is no server here."
    },
    work: { stage in
      stage.leftName = "one program"
      try stage.open(name)
      let local = try stage.bind(name, to: Endpoint(.loopback, 0))
      stage.watchServer(local, .tcp, role: name)
      try stage.showTable(expecting: [:])
    },
    remarks: { stage in ["Its port is \(stage.server.port). No row: bound, but not listening."] })

  private static let connecting = DemoStep(
    "connect() to its own end",
    narration: { stage in
      "The same socket now calls connect() to \(stage.server), the address and port that it has "
        + "itself."
    },
    prediction: Prediction(
      id: "demo-self-connect", topic: "states",
      prompt: { _ in "Nobody listens there. What does connect() say?" },
      options: [
        .init(
          value: "refused", text: "ECONNREFUSED: nobody listens",
          explanation: "The SYN does not find a listener, but it does find a socket: the one that "
            + "sent it, which waits in SYN-SENT for exactly these two ends."),
        .init(
          value: "connected", text: "it is connected, to itself",
          explanation: "The SYN reaches the socket that sent it."),
        .init(
          value: "pending", text: "nothing: it waits in SYN-SENT",
          explanation: "The SYN is answered: a socket in SYN-SENT that gets a SYN goes on."),
      ],
      expected: "connected",
      explanation:
        "A SYN that meets a SYN is a simultaneous open (RFC 9293, section 3.5), and here "
        + "both SYNs are the same one.",
      measure: { stage in
        let outcome = stage.notes["connect"] ?? ""
        return Prediction.Measurement(
          value: outcome,
          text: outcome == "connected"
            ? "connect() succeeded, and one row in ESTAB has the same end twice" : outcome)
      }),
    work: { stage in
      let server = stage.server
      let isDone = try stage.beginConnecting(name, to: server, peerRole: name)
      let failure =
        isDone ? nil : try stage.finishConnecting(name, within: .seconds(1))
      stage.notes["connect"] =
        switch failure {
        case nil: "connected"
        case "no answer": "pending"
        case let error?: error == "ECONNREFUSED" ? "refused" : error
        }
      try stage.showTable(
        until: { failure != nil || ($0.count == 1 && $0[0].state == .established) },
        missing: { "There were \($0.count) rows." })
    })

  private static let talking = DemoStep(
    "It talks to itself",
    narration: { _ in "The socket sends a message and then reads." },
    work: { stage in
      try stage.say("is anybody there", on: name)
      stage.notes["heard"] = try stage.hear(on: name).text
      try stage.showTable(expecting: [.established: 1])
    },
    remarks: { stage in
      ["It read \"\(stage.notes["heard"] ?? "")\": its own words. One socket is both ends."]
    })
}

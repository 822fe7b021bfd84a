import PortKnowledge
import Sockets

/// Who reaches a listener, from the address that it is bound to.
enum Addresses {
  static let demo = Demo(
    id: "addresses", title: "127.0.0.1, 127.0.0.2 and ::1",
    teaches: "The address in bind() decides who gets in, before any firewall.",
    steps: [
      exact, other, dual, only,
      .everythingCloses(
        "A listener gets what is sent to an address that it covers. Wildcards cover every address "
          + "of their family: 0.0.0.0 and :: would let the whole network in, so this demo leaves "
          + "them to loopback."),
    ])

  private static let exact = DemoStep(
    "Bound to 127.0.0.1",
    narration: { _ in
      "A server listens on 127.0.0.1 only. A client connects to that very address and port."
    },
    work: { stage in
      stage.leftName = "clients"
      _ = try stage.listenOnFreePort("server", on: .loopback)
      stage.notes["exact"] = try knock("client 1", at: stage.server, stage)
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    },
    remarks: { stage in
      [
        "connect() to \(stage.server): \(stage.notes["exact"] ?? ""). Nothing else than this machine "
          + "can send to a 127 address, so nobody on the network gets in."
      ]
    })

  private static let other = DemoStep(
    "The same port on 127.0.0.2",
    narration: { stage in
      "127.0.0.2 is this machine too. A client connects to it on port \(stage.server.port)."
    },
    prediction: Prediction(
      id: "demo-addresses-other", topic: "delivery",
      prompt: { _ in "Does the server that is bound to 127.0.0.1 get it?" },
      options: [
        .init(
          value: "connected", text: "yes: all of 127.0.0.0/8 is the same machine",
          explanation: "The machine is the same, but the socket asked for one address only."),
        .init(
          value: "ECONNREFUSED", text: "no: ECONNREFUSED",
          explanation: "No socket covers 127.0.0.2 on this port."),
        .init(
          value: "no answer", text: "no: nothing ever comes back",
          explanation: "The kernel does answer, with RST."),
      ],
      expected: "ECONNREFUSED",
      explanation: "The destination must match the listener's address, unless that is a wildcard.",
      measure: { stage in
        let outcome = stage.notes["other"] ?? ""
        return Prediction.Measurement(value: outcome, text: "connect() gave \(outcome)")
      }),
    work: { stage in
      let target = Endpoint(.octets(127, 0, 0, 2), stage.server.port)
      stage.notes["other"] = try knock("client 2", at: target, stage)
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    })

  private static let dual = DemoStep(
    "::1 and 127.0.0.1 are two addresses",
    narration: { stage in
      "The name localhost may stand for 127.0.0.1 or for ::1. A client tries ::1 with the same port "
        + "\(stage.server.port)."
    },
    prediction: Prediction(
      id: "demo-addresses-v6", topic: "delivery",
      prompt: { _ in "Does the server that is bound to 127.0.0.1 get it?" },
      options: [
        .init(
          value: "connected", text: "yes: localhost is localhost",
          explanation: "They are addresses of two families, and the socket has only one of them."),
        .init(
          value: "refused", text: "no",
          explanation: "An IPv4 socket never gets IPv6 segments."),
      ],
      expected: "refused",
      explanation: "A server bound to 127.0.0.1 is not reached over ::1. So \"localhost\" may work "
        + "with one client and be refused with another.",
      measure: { stage in
        let outcome = stage.notes["v6"] ?? ""
        return Prediction.Measurement(
          value: outcome == "connected" ? "connected" : "refused",
          text: "connect() to ::1 gave \(outcome)")
      }),
    work: { stage in
      let target = Endpoint(.loopback6, stage.server.port)
      let refusal = try stage.refusal {
        stage.notes["v6"] = try knock("client 3", at: target, stage)
      }
      // A machine without IPv6 says so here, which is a refusal as well.
      if let refusal { stage.notes["v6"] = refusal }
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    })

  private static let only = DemoStep(
    "A server on ::1 beside it",
    narration: { stage in
      "A second server asks for ::1 with the same port number \(stage.server.port), where this "
        + "machine has IPv6."
    },
    work: { stage in
      let end = Endpoint(.loopback6, stage.server.port)
      let refusal = try stage.refusal { try stage.listen("server on ::1", on: end) }
      stage.notes["second"] = refusal ?? "granted"
      if refusal == nil { stage.notes["second client"] = try knock("client 4", at: end, stage) }
      try stage.showTable(
        expecting: refusal == nil
          ? [.listen: 2, .established: 4] : [.listen: 1, .established: 2],
        marking: { $0.state == .listen })
    },
    remarks: { stage in
      stage.notes["second"] == "granted"
        ? ["Both exist: the addresses do not overlap. A client of ::1 now reaches the second one."]
        : ["It was refused with \(stage.notes["second"] ?? ""): IPv6 seems to be off here."]
    })

  /// Connects and says what came of it.
  private static func knock(
    _ name: String, at target: Endpoint, _ stage: DemoStage
  ) throws -> String {
    try stage.open(name, family: AddressFamily(of: target.address))
    let refusal = try stage.refusal {
      try stage.beginConnecting(name, to: target, peerRole: "server's end of \(name)")
    }
    let outcome = try refusal ?? stage.finishConnecting(name, within: .seconds(1)) ?? "connected"
    if outcome != "connected" { try stage.close(name) }
    return outcome
  }
}

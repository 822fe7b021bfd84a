import PortKnowledge
import Sockets

/// Who reaches a listener, from the address that it is bound to.
enum Addresses {
  static let demo = Demo(
    id: "addresses", title: "127.0.0.1, 0.0.0.0, ::1 and ::",
    teaches: "The address in bind() decides who can get in, whatever a firewall allows.",
    steps: [
      exact, other, localhost, only, wildcard, dualStack,
      .everythingCloses(
        "A listener gets what is sent to an address that it covers: its own, or with a wildcard "
          + "every address of this machine. On a real server a wildcard lets in everybody who can "
          + "reach the machine and passes its firewall."),
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
        "connect() to \(stage.server): \(stage.notes["exact"] ?? ""). Only this machine "
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

  private static let localhost = DemoStep(
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

  private static let wildcard = DemoStep(
    "0.0.0.0",
    narration: { _ in
      "A third server binds the wildcard 0.0.0.0, which stands for every IPv4 address of this "
        + "machine. SO_BINDTODEVICE ties it to the loopback interface, so that this demo lets nobody "
        + "in from outside. Clients try 127.0.0.1 and 127.0.0.2."
    },
    prediction: Prediction(
      id: "demo-addresses-wildcard", topic: "delivery",
      prompt: { _ in "Which of the two clients gets in?" },
      options: [
        .init(
          value: "both", text: "both",
          explanation: "The wildcard covers every IPv4 address of the machine."),
        .init(
          value: "first", text: "only the one that uses 127.0.0.1",
          explanation: "That would be a server that is bound to 127.0.0.1."),
        .init(
          value: "none", text: "none: 0.0.0.0 is not an address of this machine",
          explanation: "In bind() it means all of them. It is no address to give to clients."),
      ],
      expected: "both",
      explanation: "0.0.0.0 in bind() means every local IPv4 address.",
      measure: { stage in
        let got = ["wild 1", "wild 2"].filter { stage.notes[$0] == "connected" }
        return Prediction.Measurement(
          value: got.count == 2 ? "both" : got.count == 1 ? "first" : "none",
          text: "\(got.count) of 2 clients are connected")
      }),
    work: { stage in
      let end = try listenOnWildcard("wildcard server", .ipv4, stage)
      let port = end.port
      stage.notes["wild 1"] = try knock("client 5", at: Endpoint(.loopback, port), stage)
      stage.notes["wild 2"] =
        try knock("client 6", at: Endpoint(.octets(127, 0, 0, 2), port), stage)
      try stage.showTable(
        until: { rows in rows.count { $0.local.port == port && $0.state == .established } == 2 },
        missing: { _ in "The wildcard server did not get two clients." })
    },
    remarks: { _ in
      ["The LISTEN row shows 0.0.0.0. Each connection shows the address that its client used."]
    })

  private static let dualStack = DemoStep(
    ":: takes both families",
    narration: { _ in
      "The last server binds ::, the wildcard of IPv6, where this machine has IPv6. A client connects "
        + "to 127.0.0.1 with IPv4."
    },
    prediction: Prediction(
      id: "demo-addresses-dual", topic: "delivery",
      prompt: { _ in "Does a server on :: get an IPv4 client?" },
      options: [
        .init(
          value: "connected", text: "yes: without IPV6_V6ONLY it takes both families",
          explanation: "That is Linux's default: bindv6only is 0."),
        .init(
          value: "refused", text: "no: :: is IPv6 only",
          explanation: "It is so with the option IPV6_V6ONLY, which is off by default on Linux."),
      ],
      expected: "connected",
      explanation: "A dual-stack socket gets IPv4 too, and calls such a client ::ffff:127.0.0.1 "
        + "(ipv6(7), RFC 4291 section 2.5.5.2).",
      measure: { stage in
        let outcome = stage.notes["dual"] ?? ""
        return Prediction.Measurement(
          value: outcome == "connected" ? "connected" : "refused",
          text: "connect() over IPv4 gave \(outcome)")
      }),
    work: { stage in
      let refusal = try stage.refusal {
        let end = try listenOnWildcard("server on ::", .ipv6, stage)
        stage.notes["dual"] = try knock("client 7", at: Endpoint(.loopback, end.port), stage)
      }
      if let refusal { stage.notes["dual"] = refusal }
      try stage.showTable(
        until: { rows in
          stage.notes["dual"] != "connected"
            || rows.contains { $0.isIPv6Table && $0.local.address != $0.local.address.unmapped }
        }, missing: { _ in "No row with a mapped address was seen." })
    },
    remarks: { stage in
      stage.notes["dual"] == "connected"
        ? [
          "The server's end stands in the IPv6 table, with the IPv4 address inside an IPv6 one. ss "
            + "writes the listener as *, because it takes both families."
        ]
        : ["It could not be shown: \(stage.notes["dual"] ?? ""). IPv6 seems to be off here."]
    })

  /// A listener on a wildcard address that the network cannot reach.
  private static func listenOnWildcard(
    _ name: String, _ family: AddressFamily, _ stage: DemoStage
  ) throws -> Endpoint {
    try stage.open(name, family: family)
    try stage.held(name).socket.tieToLoopback()
    let end = try stage.bind(name, to: Endpoint(family == .ipv6 ? .any6 : .any, 0))
    try stage.listen(name, backlog: 5)
    return end
  }

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

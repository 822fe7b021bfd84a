import PortKnowledge
import Sockets

/// A thousand clients on one port, and the proof that the kernel can tell them apart.
enum CrowdDemo {
  static let demo = Demo(
    id: "crowd", title: "The crowd",
    teaches: "One port serves a thousand clients at once, and every 5-tuple is distinct.",
    steps: [growing, proving, ending])

  private static let most = 1000

  /// How many fit here, with descriptors to spare.
  private static var clients: Int {
    min(most, CrowdLimits.read().largest.clients, CrowdLimits.read().perProcess)
  }

  private static let growing = DemoStep(
    "A thousand clients",
    narration: { _ in
      "A server listens on one port of 127.0.0.1. Up to \(most) clients connect from 127.1.0.1, and "
        + "the server accepts every one. Both ends of all connections are in this process."
    },
    prediction: Prediction(
      id: "demo-crowd-ports", topic: "tuples",
      prompt: { _ in "How many ports does the server's side use for all of them?" },
      options: [
        .init(
          value: "1", text: "one",
          explanation: "Every accepted socket has the listener's port."),
        .init(
          value: "each", text: "one for each client",
          explanation: "The clients have a port each. The server's sockets all have the same one."),
        .init(
          value: "two", text: "two: one to listen, one to talk",
          explanation: "accept() makes another socket, but not another port."),
      ],
      expected: "1",
      explanation:
        "A connected socket on the server keeps the listener's port. The other end tells "
        + "the connections apart.",
      measure: { stage in
        let ports = stage.notes["ports"] ?? ""
        return Prediction.Measurement(
          value: ports == "1" ? "1" : "each",
          text: "\(stage.notes["connections"] ?? "") connections, \(ports) server port")
      }),
    work: { stage in
      let limits = CrowdLimits.read()
      let count = clients
      guard count > 1 else {
        throw DemoInterruption.failed("There is no room for a crowd: \(limits.largest.because).")
      }
      Crowd.raiseDescriptorLimit()
      let server = try stage.listenOnFreePort("server", on: .loopback)
      let plan = CrowdPlan(clients: count, limits: limits)
      let crowd = try ConnectionCrowd(
        listener: stage.held("server").socket.number, at: server)
      stage.crowd = crowd
      try crowd.grow(to: count, accepting: count, from: plan.source(of:)) { _ in
        try stage.checkStopped()
        return true
      }
      let proof = try CrowdProof.read(at: server)
      stage.notes["connections"] = "\(proof.connections)"
      stage.notes["tuples"] = "\(proof.distinctTuples)"
      stage.notes["ports"] = "\(proof.serverPorts)"
      stage.notes["sources"] = "\(proof.sourcePorts)"
      stage.notes["rows"] = "\(proof.connections + proof.clientRows)"
      stage.notes["time"] = "\(proof.microseconds / 1000)"
    },
    remarks: { stage in
      [
        "The kernel's table has \(stage.notes["rows"] ?? "") rows in ESTAB now, two for each client."
      ]
    })

  private static let proving = DemoStep(
    "All tuples are distinct",
    narration: { _ in
      "The whole table was read once after the last accept(), and the 5-tuples of the server's rows "
        + "were counted."
    },
    work: { stage in
      stage.draw(
        [
          ("connections", "connections"), ("different 5-tuples", "tuples"),
          ("server ports", "ports"), ("source ports", "sources"),
        ].map { name, key in
          let padding = String(repeating: " ", count: 22 - name.count)
          return MarkedText([
            .init(name + padding, .faint), .init(stage.notes[key] ?? "", .decisive),
          ])
        })
      guard stage.notes["tuples"] == stage.notes["connections"] else {
        throw DemoInterruption.failed(
          "Only \(stage.notes["tuples"] ?? "") of \(stage.notes["connections"] ?? "") are distinct."
        )
      }
    },
    remarks: { stage in
      [
        "As many tuples as connections, read in \(stage.notes["time"] ?? "") ms. More: portside demo "
          + "crowd --clients 100000."
      ]
    })

  private static let ending = DemoStep(
    "Everything is reset",
    narration: { _ in "All connections are reset, and the listener is closed." },
    work: { stage in
      stage.crowd = nil
      stage.closeEverything()
      try stage.showTable(expecting: [:])
    },
    remarks: { _ in
      [
        "One port is enough for as many clients as memory and descriptors allow. The 65,535 ports "
          + "limit the connections from one address to one address and port, not the clients of a "
          + "server."
      ]
    })
}

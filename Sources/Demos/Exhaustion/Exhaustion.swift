import PortKnowledge
import Sockets

/// The 65,535 myth, with a range of four ports.
enum Exhaustion {
  static let demo = Demo(
    id: "exhaustion", title: "When the ports run out",
    teaches: "Source ports run out towards one destination, not on a machine or at a server.",
    steps: [
      listening, four, fifth, elsewhere, otherSource,
      .everythingCloses(
        "The number of ports limits connections from one address to one destination address and "
          + "port. A server with one port can have as many clients as it has memory and descriptors."
      ),
    ])

  private static let serverA = "server A"
  private static let serverB = "server B"
  private static let width = 4

  private static let listening = DemoStep(
    "Two servers, and a range of four ports",
    narration: { _ in
      "Two servers listen on 127.0.0.1. The clients of this demo choose their ports from a range of "
        + "only \(width): the option IP_LOCAL_PORT_RANGE sets that for a single socket."
    },
    work: { stage in
      stage.leftName = "clients"
      _ = try stage.listenOnFreePort(serverA, on: .loopback)
      _ = try stage.listenOnFreePort(serverB, on: .loopback)
      let low = try freeRange(stage)
      stage.notes["low"] = "\(low)"
      try stage.showTable(expecting: [.listen: 2])
    },
    remarks: { stage in
      let low = Int(stage.notes["low"] ?? "") ?? 0
      return ["The four ports are \(low) to \(low + width - 1)."]
    })

  private static let four = DemoStep(
    "Four connections",
    narration: { _ in "Four clients connect to server A." },
    work: { stage in
      for number in 1...width {
        let outcome = try connect("client \(number)", to: 0, stage)
        guard outcome == nil else {
          throw DemoInterruption.failed("Client \(number) was refused with \(outcome ?? "").")
        }
      }
      try stage.showTable(expecting: [.listen: 2, .established: 2 * width])
    },
    remarks: { _ in ["Each has one of the four ports. Towards server A none is left."] })

  private static let fifth = DemoStep(
    "The fifth",
    narration: { _ in "A fifth client tries to connect to server A." },
    prediction: Prediction(
      id: "demo-exhaustion-fifth", topic: "tuples",
      prompt: { _ in "What does connect() say to the fifth client?" },
      options: [
        .init(
          value: "ECONNREFUSED", text: "ECONNREFUSED",
          explanation: "The server would say that, and the server is never asked."),
        .init(
          value: "EADDRNOTAVAIL", text: "EADDRNOTAVAIL",
          explanation: "The client's own kernel has no port left for this destination."),
        .init(
          value: "OK", text: "nothing special: it shares a port with another client",
          explanation: "With the same destination that would be the same 5-tuple twice."),
      ],
      expected: "EADDRNOTAVAIL",
      explanation: "No port of the range makes a new 5-tuple with this source address and this "
        + "destination.",
      measure: { stage in
        let outcome = stage.notes["fifth"] ?? ""
        return Prediction.Measurement(value: outcome, text: "connect() gave \(outcome)")
      }),
    work: { stage in
      stage.notes["fifth"] = try connect("client 5", to: 0, stage) ?? "OK"
      try stage.showTable(
        expecting: [
          .listen: 2, .established: 2 * (stage.notes["fifth"] == "OK" ? width + 1 : width),
        ])
    })

  private static let elsewhere = DemoStep(
    "To another server",
    narration: { _ in "A sixth client, with the same four ports, turns to server B." },
    prediction: Prediction(
      id: "demo-exhaustion-elsewhere", topic: "tuples",
      prompt: { _ in "Is there a port for it?" },
      options: [
        .init(
          value: "OK", text: "yes: the destination port is another one",
          explanation: "The same source port with another destination is another 5-tuple."),
        .init(
          value: "EADDRNOTAVAIL", text: "no: all four ports are in use",
          explanation: "They are in use towards server A only."),
      ],
      expected: "OK",
      explanation: "A source port is busy towards a destination, not as such.",
      measure: { stage in
        let outcome = stage.notes["elsewhere"] ?? ""
        return Prediction.Measurement(
          value: outcome,
          text: outcome == "OK" ? "it is connected to server B" : "connect() gave \(outcome)")
      }),
    work: { stage in
      stage.notes["elsewhere"] = try connect("client 6", to: 1, stage) ?? "OK"
      try stage.showTable(
        until: { rows in rows.count { $0.state == .established } >= 2 * width },
        missing: { _ in "Rows went away." }, marking: { stage.isClient($0) })
    })

  private static let otherSource = DemoStep(
    "From another address",
    narration: { _ in
      "A client with the source address 127.0.0.2 and the same four ports connects to server A."
    },
    work: { stage in
      let outcome = try connect("client 7", to: 0, from: .octets(127, 0, 0, 2), stage)
      stage.notes["source"] = outcome ?? "OK"
      try stage.showTable(
        until: { rows in rows.count { $0.state == .established } >= 2 * width },
        missing: { _ in "Rows went away." })
    },
    remarks: { stage in
      stage.notes["source"] == "OK"
        ? ["It works: four ports, times the source addresses, times the destinations."]
        : ["connect() gave \(stage.notes["source"] ?? "")."]
    })

  /// Connects with the four ports to a server by its index; the error's name where it is refused.
  private static func connect(
    _ name: String, to index: Int, from source: IPAddress? = nil, _ stage: DemoStage
  ) throws -> String? {
    let low = Int32(stage.notes["low"] ?? "") ?? 0
    let target = stage.serverEndpoints[index]
    let server = index == 0 ? serverA : serverB
    try stage.open(name)
    let range = (low + Int32(width) - 1) << 16 | low
    if let failure = try stage.refusal(of: { try stage.set(.localPortRange, to: range, on: name) })
    {
      throw DemoInterruption.failed(
        "This kernel does not have IP_LOCAL_PORT_RANGE (\(failure)); Linux has it since 6.3.")
    }
    let refusal = try stage.refusal {
      if let source {
        try stage.set(.bindAddressNoPort, to: 1, on: name)
        try stage.held(name).socket.bind(to: Endpoint(source, 0))
      }
      try stage.beginConnecting(name, to: target, peerRole: "\(server)'s end")
    }
    guard refusal == nil else {
      try stage.close(name)
      return refusal
    }
    if let failure = try stage.finishConnecting(name, within: DemoStage.patience) { return failure }
    _ = try stage.accept(from: server, as: "\(server)'s end of \(name)")
    return nil
  }

  /// The first of four ports in a row that nobody uses, inside the kernel's own range.
  private static func freeRange(_ stage: DemoStage) throws -> PortNumber {
    let range = try PortSettings.read().ephemeral
    for _ in 0..<50 {
      let most = max(range.lowerBound.rawValue, range.upperBound.rawValue - UInt16(width))
      let low = UInt16.random(in: range.lowerBound.rawValue...most)
      let ports = Set((0..<UInt16(width)).map { PortNumber(low + $0) })
      if try KernelTable.read(ports: ports).rows.isEmpty { return PortNumber(low) }
    }
    throw DemoInterruption.failed("No four free ports in a row were found.")
  }
}

import PortKnowledge
import Sockets

/// Where the kernel takes a client's port from, on the line of all port numbers.
enum Ephemeral {
  static let demo = Demo(
    id: "ephemeral", title: "Ephemeral ports on the number line",
    teaches: "Who chooses a client's port, from which range, and that the range is not IANA's.",
    steps: [
      settings, connecting, server,
      .everythingCloses(
        "Registered, privileged and ephemeral are three different ideas: IANA's list, a rule of "
          + "this kernel, and a setting of this machine."),
    ])

  private static let servers: [UInt8] = [1, 2, 3, 4, 5]
  private static let clientsEach = 4
  private static let count = 20

  private static let settings = DemoStep(
    "What this machine says",
    narration: { _ in
      "The kernel keeps the range from which it chooses ports in "
        + "/proc/sys/net/ipv4/ip_local_port_range. The line shows all port numbers with IANA's three "
        + "ranges, and this machine's own range below."
    },
    work: { stage in
      let settings = try PortSettings.read()
      let range = settings.ephemeral
      stage.notes["low"] = "\(range.lowerBound)"
      stage.notes["high"] = "\(range.upperBound)"
      stage.draw(NumberLine.ranges + [NumberLine.range(range, name: " chosen here ")])
    },
    remarks: { stage in
      [
        "This kernel chooses from \(stage.notes["low"] ?? "") to \(stage.notes["high"] ?? ""). IANA "
          + "keeps 49152 to 65535 for this (RFC 6335); Linux's default, 32768 to 60999, begins lower."
      ]
    })

  private static let connecting = DemoStep(
    "Twenty clients",
    narration: { _ in
      "Servers listen on \(servers.count) loopback addresses, and \(clientsEach) clients connect to "
        + "each. None of the \(count) clients asks for a port of its own."
    },
    prediction: Prediction(
      id: "demo-ephemeral-range", topic: "ports",
      prompt: { _ in "From where do the \(count) source ports come?" },
      options: [
        .init(
          value: "server", text: "all are the servers' ports",
          explanation: "That is the destination port. Each client has a port of its own besides."),
        .init(
          value: "iana", text: "from 49152 to 65535 only",
          explanation: "That is IANA's range. The kernel uses its own setting."),
        .init(
          value: "range", text: "from this machine's own range",
          explanation: "connect() chooses from ip_local_port_range."),
        .init(
          value: "low", text: "from 0 to 1023",
          explanation: "Those are system ports, assigned to services; nothing is chosen from them."),
      ],
      expected: "range",
      explanation: "A client that did not call bind() gets its port in connect(), from "
        + "ip_local_port_range.",
      measure: { stage in
        let settings = try PortSettings.read()
        let ports = stage.rows.filter(stage.isClient).map(\.local.port)
        let inside = ports.count(where: settings.ephemeral.contains)
        let user = ports.count { PortRange(containing: $0) == .user }
        let value = inside == ports.count && !ports.isEmpty ? "range" : "other"
        return Prediction.Measurement(
          value: value,
          text:
            "\(inside) of \(ports.count) lie in this machine's range, \(user) of them in IANA's "
            + "user range")
      }),
    work: { stage in
      stage.leftName = "clients"
      for number in servers {
        let server = "server \(number)"
        let end = try stage.listenOnFreePort(server, on: .octets(127, 0, 0, number))
        for client in 1...clientsEach {
          let name = "client \(number).\(client)"
          try stage.connect(name, to: end, serverRole: "\(server)'s end")
          _ = try stage.accept(from: server, as: "\(server)'s end of \(name)")
        }
      }
      try stage.showTable(expecting: [.listen: servers.count, .established: 2 * count])
      let settings = try PortSettings.read()
      stage.draw(
        NumberLine.ranges + [
          NumberLine.range(settings.ephemeral, name: " chosen here "),
          NumberLine.marks(
            stage.rows.filter(stage.isClient).map(\.local.port), as: .sourcePort),
        ])
    },
    remarks: { stage in
      let ports = stage.rows.filter(stage.isClient).map(\.local.port).sorted()
      let shown = ports.prefix(4).map(\.description).joined(separator: ", ")
      return [
        "They are not consecutive: \(shown) and so on. Linux starts the search at a place that "
          + "depends on a secret and the destination (RFC 6056), so each server's clients lie elsewhere."
      ]
    })

  private static let server = DemoStep(
    "A server that does not care",
    narration: { _ in
      "A socket can ask for any port too: bind() with port 0 lets the kernel choose, for a server "
        + "as well as for a client."
    },
    work: { stage in
      let endpoint = try stage.listenOnFreePort("another server", on: .loopback)
      stage.notes["second"] = "\(endpoint.port)"
      try stage.showTable(expecting: [.listen: servers.count + 1, .established: 2 * count])
    },
    remarks: { stage in
      [
        "It got \(stage.notes["second"] ?? ""), from the same range. Such a server must tell its "
          + "clients the number, for a client can only connect to a port that it knows."
      ]
    })
}

import Glibc
import PortKnowledge
import Sockets

/// Who may bind the low ports, with the setting beside it.
enum Privileged {
  static let demo = Demo(
    id: "privileged", title: "Privileged ports",
    teaches: "Which ports this user may bind here, which setting says so, and what root changes.",
    steps: [
      setting, low, high, connecting,
      .everythingCloses(
        "Serving 80 or 443 without root: a reverse proxy in front, the capability "
          + "CAP_NET_BIND_SERVICE on the program, a service manager that hands the socket over, or "
          + "ip_unprivileged_port_start."),
    ])

  /// What this program may do here.
  private static let right = PortRight.read()

  private static let setting = DemoStep(
    "The setting and the user",
    narration: { _ in
      "Linux keeps the border in /proc/sys/net/ipv4/ip_unprivileged_port_start. Below it bind() asks "
        + "for the capability CAP_NET_BIND_SERVICE, which root usually has."
    },
    work: { stage in
      let settings = try PortSettings.read()
      stage.notes["start"] = "\(settings.unprivilegedStart)"
      stage.notes["user"] = "\(geteuid())"
      stage.draw([
        MarkedText([
          .init("ip_unprivileged_port_start  ", .faint),
          .init("\(settings.unprivilegedStart)", .decisive),
        ]),
        MarkedText([
          .init("effective user id           ", .faint), .init("\(geteuid())", .decisive),
        ]),
      ])
    },
    remarks: { stage in
      [right.sentence(user: stage.notes["user"] ?? "")]
    })

  private static let low = DemoStep(
    "A low port",
    narration: { _ in
      "A socket tries to bind a port below 1024 that nobody uses, on 127.0.0.1."
    },
    prediction: Prediction(
      id: "demo-privileged-low", topic: "errors",
      prompt: { stage in
        "As user \(stage.notes["user"] ?? "") here: what does bind() say?"
      },
      options: [
        .init(
          value: "EACCES", text: "EACCES",
          explanation:
            "That is the answer for a user without CAP_NET_BIND_SERVICE below the border."),
        .init(
          value: "OK", text: "it succeeds",
          explanation: "It does for root, for a program with the capability, and above the border."),
        .init(
          value: "EADDRINUSE", text: "EADDRINUSE",
          explanation: "The port is free: it was looked for."),
      ],
      expected: right.isGranted ? "OK" : "EACCES",
      explanation: "Below ip_unprivileged_port_start bind() needs CAP_NET_BIND_SERVICE "
        + "(capabilities(7)), which root usually has.",
      measure: { stage in
        let outcome = stage.notes["low"] ?? ""
        return Prediction.Measurement(
          value: outcome,
          text: "bind() on port \(stage.notes["port"] ?? "") "
            + (outcome == "OK" ? "succeeded" : "gave \(outcome)"))
      }),
    work: { stage in
      // From the top down: the highest of the system ports are the least used ones.
      for number in stride(from: UInt16(1023), to: UInt16(PortRight.lowest), by: -1) {
        let port = PortNumber(number)
        guard try KernelTable.read(ports: [port]).rows.isEmpty else { continue }
        try stage.open("low port")
        let outcome = try stage.refusal {
          try stage.held("low port").socket.bind(to: Endpoint(.loopback, port))
        }
        try stage.close("low port")
        stage.notes["port"] = "\(port)"
        stage.notes["low"] = outcome ?? "OK"
        if outcome != "EADDRINUSE" { break }
      }
    })

  private static let high = DemoStep(
    "A port above the border",
    narration: { _ in "The same with a port of 1024 or more that nobody uses." },
    work: { stage in
      let end = try stage.listenOnFreePort("high port", on: .loopback)
      stage.notes["high"] = "\(end.port)"
      try stage.showTable(expecting: [.listen: 1])
    },
    remarks: { stage in
      ["Port \(stage.notes["high"] ?? "") was granted. Nobody asks who you are up there."]
    })

  private static let connecting = DemoStep(
    "Connecting to a low port",
    narration: { stage in
      "A client connects to port \(stage.notes["port"] ?? ""), where nobody listens."
    },
    prediction: Prediction(
      id: "demo-privileged-connect", topic: "errors",
      prompt: { _ in "Does connecting to a low port need a privilege?" },
      options: [
        .init(
          value: "ECONNREFUSED", text: "no: ECONNREFUSED, as on any closed port",
          explanation: "Only bind() looks at the border."),
        .init(
          value: "EACCES", text: "yes: EACCES for an ordinary user",
          explanation: "Then nobody could open a web page without root."),
      ],
      expected: "ECONNREFUSED",
      explanation: "The rule is about having a low port, not about calling one.",
      measure: { stage in
        let outcome = stage.notes["connect"] ?? ""
        return Prediction.Measurement(value: outcome, text: "connect() gave \(outcome)")
      }),
    work: { stage in
      let port = PortNumber(text: stage.notes["port"] ?? "") ?? 1
      try stage.open("client")
      let refusal = try stage.refusal {
        try stage.beginConnecting(
          "client", to: Endpoint(.loopback, port), peerRole: "nobody")
      }
      let outcome = try refusal ?? stage.finishConnecting("client", within: .seconds(1))
      stage.notes["connect"] = outcome ?? "connected"
      try stage.close("client")
      try stage.showTable(expecting: [.listen: 1])
    })
}

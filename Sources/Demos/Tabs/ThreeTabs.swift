import PortKnowledge

/// Three connections to one port: one row each way, and one field that tells them apart.
enum ThreeTabs {
  static let demo = Demo(
    id: "tabs", title: "Three tabs, one server",
    teaches: "How one port serves many connections, and which field tells them apart.",
    steps: [
      listening, firstConnects, firstAccepted, secondTab, thirdTab, messages, closing, ending,
    ])

  /// The server listens on a free port.
  private static let listening = DemoStep(
    "The server listens",
    narration: { _ in
      "A server opens a socket. It asks bind for port 0, which means any free port, and listens. "
        + "Watch the calls as they are made, and the kernel's table."
    },
    work: { stage in
      stage.leftName = "browser"
      _ = try stage.listenOnFreePort("server", on: .loopback)
      try stage.showTable(expecting: [.listen: 1])
    },
    remarks: { stage in
      [
        "The kernel chose port \(stage.server.port). The row is in the state LISTEN: "
          + "a listener never has a peer, so its other end is shown as 0.0.0.0:0."
      ]
    })

  /// The first tab connects; nothing is accepted yet.
  private static let firstConnects = DemoStep(
    "Tab 1 connects",
    narration: { stage in
      "Each tab here opens one connection; a real browser may send several tabs through one. The "
        + "first connects to \(stage.server). It names only the server's end; the kernel picks a free "
        + "port for the tab's own."
    },
    work: { stage in
      try stage.connect("tab 1", to: stage.server, serverRole: "server")
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    },
    remarks: { stage in
      var remarks: [String] = []
      if stage.notes["connect"] == "in progress" {
        remarks.append(
          "These sockets never wait inside a call. So connect said EINPROGRESS: the handshake has "
            + "begun. poll waited for its end, and SO_ERROR 0 means that it succeeded.")
      }
      let waiting = stage.rows.first { $0.state == .listen }?.receiveQueue ?? 0
      remarks.append(
        "The connection already has two rows, one for each end. The listener's receive queue is "
          + "\(waiting): it counts the connections that wait for the server to accept them.")
      return remarks
    })

  /// The server accepts the first tab.
  private static let firstAccepted = DemoStep(
    "The server accepts",
    narration: { _ in
      "Now the server calls accept. It takes the waiting connection out of the queue and gets a "
        + "descriptor for its socket. The listener stays as it is."
    },
    work: { stage in
      try accept(1, stage)
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    },
    remarks: { stage in
      [
        "No row came or went: accept only handed over a connection that existed. "
          + "The server's end still has port \(stage.server.port), the same number as the listener."
      ]
    })

  /// The second tab does both.
  private static let secondTab = DemoStep(
    "Tab 2 joins",
    narration: { stage in
      "A second tab opens a connection of its own to the same address and port, "
        + "\(stage.server), and the server accepts it."
    },
    work: { stage in
      try open(2, stage)
      try stage.showTable(expecting: [.listen: 1, .established: 4])
    },
    remarks: { _ in
      ["Two more rows, marked with +. Both of the server's ends share its port number."]
    })

  /// The third tab, with the question how many rows there are.
  private static let thirdTab = DemoStep(
    "Tab 3 joins",
    narration: { _ in
      "A third tab does the same. Before it does: think of both ends of each connection, and of "
        + "the listener."
    },
    prediction: TabPredictions.rows,
    work: { stage in
      try open(3, stage)
      try stage.showTable(expecting: [.listen: 1, .established: 6])
    })

  /// Each tab sends a message; the kernel finds the right socket.
  private static let messages = DemoStep(
    "Which tab sent this?",
    narration: { _ in
      "Each tab now sends a few bytes to the same port. The kernel must hand each message to the "
        + "right one of the server's three sockets. Look for the field that lets it."
    },
    work: { stage in
      for tab in tabs {
        let text = "hello from tab \(tab)"
        try stage.say(text, on: "tab \(tab)")
        let heard = try stage.hear(on: serverEnd(tab)).text
        guard heard == text else {
          throw DemoInterruption.failed(
            "The server's socket for tab \(tab) received \"\(heard)\" and not \"\(text)\".")
        }
      }
      try stage.showTable(
        expecting: [.listen: 1, .established: 6], marking: { stage.isClient($0) })
    },
    remarks: { stage in
      let clients = stage.rows.filter(stage.isClient)
      let fields = DemoStage.differingFields(clients)
      guard fields == [.sourcePort] else {
        let names = TupleField.allCases.filter(fields.contains).map(\.name)
        return ["Seen from the tabs, the rows differ in: \(names.joined(separator: ", "))."]
      }
      let ports = clients.map { "\($0.local.port)" }.joined(separator: ", ")
      return [
        "Each message reached the socket of its own tab. Seen from the tabs, four of the five "
          + "fields are equal: protocol, source address, destination address and destination port.",
        "Only the source port differs: \(ports). That is enough to tell three connections apart.",
      ]
    })

  /// The tabs close, then the server; with the question who keeps TIME_WAIT.
  private static let closing = DemoStep(
    "The tabs close first",
    narration: { _ in
      "Each tab closes its socket. The server then reads the end of the stream, zero bytes, and "
        + "closes its own socket for that tab. The listener stays open."
    },
    prediction: TabPredictions.timeWait,
    work: { stage in
      for tab in tabs {
        try stage.close("tab \(tab)")
        let rest = try stage.hear(on: serverEnd(tab)).text
        guard rest.isEmpty else {
          throw DemoInterruption.failed("The server read \"\(rest)\" instead of the end.")
        }
        try stage.close(serverEnd(tab))
      }
      try stage.showTable(expecting: [.listen: 1, .timeWait: 3])
    },
    remarks: { stage in
      let hasOwner = stage.rows.contains { $0.state == .timeWait && $0.inode != 0 }
      return [
        "The server's three ends are gone at once."
          + (hasOwner ? "" : " The rows in TIME-WAIT belong to no process any more.")
      ]
    })

  /// The listener closes; what is left belongs to the kernel.
  private static let ending = DemoStep(
    "What is left",
    narration: { stage in
      "Last, the server closes its listener. From now on a connection to port "
        + "\(stage.server.port) would be refused."
    },
    work: { stage in
      try stage.close("server")
      try stage.showTable(expecting: [.timeWait: 3])
    },
    remarks: { _ in
      [
        "The kernel keeps the TIME-WAIT rows for about 60 seconds, unless a new connection takes "
          + "the tuple over before, and then removes them by itself. Nothing has to be cleaned up.",
        "One port served three connections. No connection uses the port up: a connection is named "
          + "by all five fields together, and one different field makes it another one.",
      ]
    })

  private static let tabs = 1...3

  /// The name of the server's socket for a tab.
  private static func serverEnd(_ tab: Int) -> String { "server's end of tab \(tab)" }

  private static func open(_ tab: Int, _ stage: DemoStage) throws {
    try stage.connect("tab \(tab)", to: stage.server, serverRole: "server")
    try accept(tab, stage)
  }

  /// Accepts, and checks that it is the tab that just connected.
  private static func accept(_ tab: Int, _ stage: DemoStage) throws {
    let peer = try stage.accept(from: "server", as: serverEnd(tab))
    let own = try stage.held("tab \(tab)").localEndpoint
    guard peer == own else {
      throw DemoInterruption.failed("The server accepted \(peer), which is not tab \(tab).")
    }
  }
}

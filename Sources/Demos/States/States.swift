import PortKnowledge
import Sockets

/// All eleven states of TCP, caught one after the other without any privilege.
enum States {
  static let demo = Demo(
    id: "states", title: "Collect all eleven states",
    teaches: "Each state of TCP is caught in the kernel's table, with ordinary calls alone.",
    steps: [
      closed, listening, halfOpen, unheard, finSent, finAcknowledged, lastAck, timeWait, closing,
      ending,
    ])

  private static let server = "server"

  private static let closed = DemoStep(
    "CLOSED is no row at all",
    narration: { _ in
      "A server opens a socket and binds it to a free port. It neither listens nor connects yet."
    },
    work: { stage in
      stage.leftName = "clients"
      try stage.open(server)
      // Small buffers, which connections inherit: a window that a few kilobytes fill.
      try stage.set(.receiveBuffer, to: smallBuffer, on: server)
      try stage.set(.sendBuffer, to: smallBuffer, on: server)
      let end = try stage.bind(server, to: Endpoint(.loopback, 0))
      stage.watchServer(end, .tcp, role: server)
      try stage.showTable(expecting: [:])
      try collect(stage, "CLOSED")
    },
    remarks: { _ in
      [
        "RFC 9293 calls CLOSED \"the state when there is no TCB\", no record of a connection. The "
          + "port is taken, but tools show no row."
      ]
    })

  private static let listening = DemoStep(
    "LISTEN and ESTABLISHED",
    narration: { _ in "The server listens, and client 1 connects." },
    work: { stage in
      try stage.held(server).socket.listen(backlog: 8)
      try join(1, stage)
      try stage.showTable(expecting: [.listen: 1, .established: 2])
      try collect(stage)
    })

  private static let halfOpen = DemoStep(
    "SYN-RECEIVED",
    narration: { _ in
      "With TCP_DEFER_ACCEPT a listener leaves a handshake half done until the first bytes come. "
        + "Such a listener is opened, and client 2 connects to it without sending anything."
    },
    prediction: Prediction(
      id: "demo-states-half", topic: "states",
      prompt: { _ in "What does client 2's own row show, while the server's end is in SYN-RECV?" },
      options: [
        .init(
          value: "ESTAB", text: "ESTAB: for the client the handshake is over",
          explanation: "It got SYN+ACK and has sent its ACK."),
        .init(
          value: "SYN-SENT", text: "SYN-SENT: it waits like the server",
          explanation: "The client has its SYN+ACK. Only the server holds the connection back."),
        .init(
          value: "SYN-RECV", text: "SYN-RECV: both ends are in the same state",
          explanation: "Each end has a state of its own; SYN-RECV is for the end that got a SYN."),
      ],
      expected: "ESTAB",
      explanation: "Each end has its own state. The client has done its part of the handshake.",
      measure: { stage in
        let state = stage.row(of: "client 2")?.stateName ?? "no row"
        return Prediction.Measurement(value: state, text: "client 2's row shows \(state)")
      }),
    work: { stage in
      try stage.open("patient server")
      try stage.set(.deferAccept, to: 30, on: "patient server")
      let end = try stage.bind("patient server", to: Endpoint(.loopback, 0))
      try stage.listen("patient server", backlog: 8)
      try stage.open("client 2")
      try stage.beginConnecting("client 2", to: end, peerRole: "patient server's end")
      try stage.showTable(
        until: { rows in
          rows.contains { isHalfOpen($0.state) } && rows.count { $0.state == .established } == 3
        },
        missing: { _ in "No row in SYN-RECV was seen." })
      try collect(stage)
    },
    remarks: { _ in ["Its usual life is one round trip, far too short to see on loopback."] })

  private static let unheard = DemoStep(
    "SYN-SENT",
    narration: { _ in
      "A third listener has a backlog of 0, and one connection fills its queue. Client 4 connects to "
        + "it, and its SYN is dropped."
    },
    work: { stage in
      try stage.close("client 2")
      try stage.close("patient server")
      try stage.open("full server")
      let end = try stage.bind("full server", to: Endpoint(.loopback, 0))
      try stage.listen("full server", backlog: 0)
      for client in ["client 3", "client 4"] {
        try stage.open(client)
        try stage.beginConnecting(client, to: end, peerRole: "full server's end")
        if client == "client 3" {
          try stage.waitForRow { $0.state == .listen && $0.receiveQueue == 1 }
        }
      }
      try stage.showTable(
        until: { rows in
          rows.contains { $0.state == .synSent } && !rows.contains { isHalfOpen($0.state) }
        },
        missing: { _ in "No row in SYN-SENT was seen." })
      try collect(stage)
    },
    remarks: { _ in
      ["Only the client has a row: the server's kernel keeps nothing of a SYN it drops."]
    })

  private static let finSent = DemoStep(
    "FIN-WAIT-1",
    narration: { _ in
      "Back to client 1. The server's program does not read, so client 1 can fill the window. Then it "
        + "calls shutdown(): its FIN queues behind bytes that cannot be sent."
    },
    prediction: Prediction(
      id: "demo-states-fin", topic: "states",
      prompt: { _ in "What state does the server's end show then?" },
      options: [
        .init(
          value: "ESTAB", text: "ESTAB: it knows nothing of the FIN",
          explanation: "The FIN waits behind the bytes for which there is no room."),
        .init(
          value: "CLOSE-WAIT", text: "CLOSE-WAIT: the client has closed",
          explanation: "That comes when the FIN arrives, and it has not been sent yet."),
        .init(
          value: "FIN-WAIT-1", text: "FIN-WAIT-1, like the client",
          explanation: "That is the end which calls shutdown() or close()."),
      ],
      expected: "ESTAB",
      explanation: "A FIN is the last thing in the stream: it cannot overtake the bytes before it.",
      measure: { stage in
        let state = stage.row(of: "server's end of client 1")?.stateName ?? "no row"
        return Prediction.Measurement(value: state, text: "the server's end is in \(state)")
      }),
    work: { stage in
      for name in ["client 3", "client 4"] { try stage.reset(name) }
      try stage.close("full server")
      try stage.fill("client 1")
      try stage.shutdown("client 1")
      try stage.showTable(expecting: [.listen: 1, .finWait1: 1, .established: 1])
      try collect(stage)
    },
    remarks: { stage in
      let queue = stage.row(of: "client 1")?.sendQueue ?? 0
      return ["Client 1's Send-Q holds \(queue) bytes that the server has not acknowledged."]
    })

  private static let finAcknowledged = DemoStep(
    "FIN-WAIT-2 and CLOSE-WAIT",
    narration: { _ in "The server reads everything, up to the end of the stream." },
    work: { stage in
      try stage.drain("server's end of client 1")
      try stage.showTable(expecting: [.listen: 1, .finWait2: 1, .closeWait: 1])
      try collect(stage)
    },
    remarks: { _ in
      [
        "Now the FIN came through and is acknowledged. Client 1 waits for the server's FIN, and the "
          + "server's end waits for its own program to close."
      ]
    })

  private static let lastAck = DemoStep(
    "LAST-ACK",
    narration: { _ in
      "The server's end fills the window in the other direction, and then closes. Client 1 does not "
        + "read, so this FIN too has to queue."
    },
    work: { stage in
      try stage.fill("server's end of client 1")
      try stage.close("server's end of client 1")
      try stage.showTable(expecting: [.listen: 1, .finWait2: 1, .lastAck: 1])
      try collect(stage)
    },
    remarks: { _ in
      ["No process holds the row in LAST-ACK any more; the kernel finishes the job alone."]
    })

  private static let timeWait = DemoStep(
    "TIME-WAIT",
    narration: { _ in "Client 1 reads to the end of the stream, where the server's FIN is." },
    work: { stage in
      try stage.drain("client 1")
      try stage.showTable(expecting: [.listen: 1, .timeWait: 1])
      try collect(stage)
    },
    remarks: { _ in
      ["The server's row is gone. Client 1 closed first, so it keeps TIME-WAIT for 60 seconds."]
    })

  private static let closing = DemoStep(
    "CLOSING",
    narration: { _ in
      "A new connection: both ends fill the window, and both call shutdown(). Then only the client "
        + "reads to the end."
    },
    prediction: Prediction(
      id: "demo-states-closing", topic: "states",
      prompt: { _ in "Both FINs have been sent. Which end comes to CLOSING?" },
      options: [
        .init(
          value: "client", text: "the client: it has read a FIN, its own still waits",
          explanation: "That is just what CLOSING means."),
        .init(
          value: "server", text: "the server: its FIN is acknowledged",
          explanation: "An acknowledged FIN without the other's is FIN-WAIT-2."),
        .init(
          value: "both", text: "both: they closed at the same time",
          explanation: "Here only one FIN has come through so far."),
      ],
      expected: "client",
      explanation: "CLOSING: the peer's FIN has come and the own one is not acknowledged yet "
        + "(RFC 9293, section 3.3.2).",
      measure: { stage in
        let ends = stage.rows.filter { $0.state == .closing }
        let isClient = ends.first.map(stage.isClient)
        let value = ends.count > 1 ? "both" : isClient.map { $0 ? "client" : "server" } ?? "none"
        return Prediction.Measurement(
          value: value, text: ends.count == 1 ? "CLOSING on the \(value)'s row" : "on \(value)")
      }),
    work: { stage in
      try join(5, stage)
      let ends = ["client 5", "server's end of client 5"]
      for end in ends { try stage.fill(end) }
      for end in ends { try stage.shutdown(end) }
      try stage.drain("client 5")
      try stage.showTable(expecting: [.listen: 1, .closing: 1, .finWait2: 1, .timeWait: 1])
      try collect(stage)
    })

  private static let ending = DemoStep(
    "All eleven",
    narration: { _ in
      "Everything is closed, and what is still connected is reset. The row in TIME-WAIT stays for "
        + "its 60 seconds."
    },
    work: { stage in
      stage.closeEverything()
      try stage.showTable(expecting: [.timeWait: 1])
    },
    remarks: { stage in
      [
        "\(seen(stage).count) of 11 states were seen, and not one call needed a privilege. Most last "
          + "a moment; those that stay are LISTEN, ESTAB, CLOSE-WAIT, FIN-WAIT-2 and TIME-WAIT."
      ]
    })

  // Helpers.

  /// What setsockopt is asked for; Linux doubles it and has a lower limit of its own.
  private static let smallBuffer: Int32 = 4096

  private static func isHalfOpen(_ state: TCPState) -> Bool {
    state == .synReceived || state == .newSynReceived
  }

  /// A client with small buffers connects and is accepted.
  private static func join(_ number: Int, _ stage: DemoStage) throws {
    let name = "client \(number)"
    try stage.open(name)
    try stage.set(.receiveBuffer, to: smallBuffer, on: name)
    try stage.set(.sendBuffer, to: smallBuffer, on: name)
    try stage.beginConnecting(name, to: stage.server, peerRole: "server's end of \(name)")
    if let failure = try stage.finishConnecting(name, within: DemoStage.patience) {
      throw DemoInterruption.failed("\(name) was not connected: \(failure).")
    }
    _ = try stage.accept(from: server, as: "server's end of \(name)")
  }

  private static func seen(_ stage: DemoStage) -> Set<String> {
    Set((stage.notes["seen"] ?? "").split(separator: " ").map(String.init))
  }

  /// Adds the states of the last reading to those that were seen, and draws the collection.
  private static func collect(_ stage: DemoStage, _ more: String...) throws {
    let states = seen(stage).union(stage.rows.map(\.stateName)).union(more)
    stage.notes["seen"] = states.sorted().joined(separator: " ")
    let names = [
      "CLOSED", "LISTEN", "SYN-SENT", "SYN-RECV", "ESTAB", "FIN-WAIT-1", "FIN-WAIT-2",
      "CLOSE-WAIT", "LAST-ACK", "TIME-WAIT", "CLOSING",
    ]
    let cells = names.enumerated().map { index, name in
      let text = (states.contains(name) ? "✓ " : "· ") + name
      let isLast = index % 4 == 3 || index == names.count - 1
      let padding = isLast ? "" : String(repeating: " ", count: max(0, 14 - text.count))
      return MarkedText.Span(text + padding, states.contains(name) ? .plain : .faint)
    }
    stage.draw(
      stride(from: 0, to: cells.count, by: 4).map { start in
        MarkedText(Array(cells[start..<min(start + 4, cells.count)]))
      })
  }
}

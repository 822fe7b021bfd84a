import PortKnowledge
import Sockets

/// Who keeps TIME-WAIT, what half-close means, and what RST throws away.
enum Closing {
  static let demo = Demo(
    id: "closing", title: "How a connection ends",
    teaches: "Each direction closes by itself; who closes first waits; a reset waits for nobody.",
    steps: [opening, halfClose, answer, secondClose, serverFirst, reset, ending])

  private static let server = "server"

  private static let opening = DemoStep(
    "Three connections",
    narration: { _ in
      "A server accepts three clients. Each of the three connections will end in another way."
    },
    work: { stage in
      stage.leftName = "clients"
      _ = try stage.listenOnFreePort(server, on: .loopback)
      for number in 1...3 {
        try stage.connect(client(number), to: stage.server, serverRole: end(number))
        _ = try stage.accept(from: server, as: end(number))
      }
      try stage.showTable(expecting: [.listen: 1, .established: 6])
    })

  private static let halfClose = DemoStep(
    "Client 1 has nothing more to send",
    narration: { _ in
      "Client 1 calls shutdown(SHUT_WR): it sends a FIN, and it can still read. The server does not "
        + "react yet."
    },
    prediction: Prediction(
      id: "demo-closing-half", topic: "states",
      prompt: { _ in "In which states do the two ends come to rest?" },
      options: [
        .init(
          value: "FIN-WAIT-2 CLOSE-WAIT", text: "client FIN-WAIT-2, server CLOSE-WAIT",
          explanation: "One direction is closed, and the server's program has not closed its own."),
        .init(
          value: "TIME-WAIT none", text: "client TIME-WAIT, server gone",
          explanation: "That comes when both directions are closed."),
        .init(
          value: "ESTAB ESTAB", text: "both stay in ESTAB",
          explanation: "A FIN changes the state of both ends."),
        .init(
          value: "CLOSE-WAIT FIN-WAIT-2", text: "client CLOSE-WAIT, server FIN-WAIT-2",
          explanation: "The other way round: CLOSE-WAIT is the side that got the FIN."),
      ],
      expected: "FIN-WAIT-2 CLOSE-WAIT",
      explanation:
        "The side that sent the FIN waits for the other's (FIN-WAIT-2); the side that got "
        + "it waits for its own program to close (CLOSE-WAIT).",
      measure: { stage in
        let value = states(1, stage)
        return Prediction.Measurement(value: value, text: "client and server: \(value)")
      }),
    work: { stage in
      try stage.shutdown(client(1))
      try stage.showTable(expecting: [.listen: 1, .established: 4, .finWait2: 1, .closeWait: 1])
    })

  private static let answer = DemoStep(
    "The other direction still works",
    narration: { _ in "The server reads the end of the stream, and then sends an answer." },
    work: { stage in
      stage.notes["end"] = try stage.hear(on: end(1)).text
      try stage.say("still here", on: end(1))
      stage.notes["heard"] = try stage.hear(on: client(1)).text
      try stage.showTable(
        until: { rows in rows.contains { $0.state == .closeWait && $0.receiveQueue == 0 } },
        missing: { _ in "The server's end is not in CLOSE-WAIT." })
    },
    remarks: { stage in
      [
        "The server read \((stage.notes["end"] ?? "x").isEmpty ? "0 bytes, the end" : "something"), "
          + "and client 1 has read \"\(stage.notes["heard"] ?? "")\" after its own FIN. A row that "
          + "stays in CLOSE-WAIT is a program that forgot to close."
      ]
    })

  private static let secondClose = DemoStep(
    "The server closes its end of connection 1",
    narration: { _ in "Client 1 closed first; the server closes second." },
    prediction: Prediction(
      id: "demo-closing-first", topic: "states",
      prompt: { _ in "Which side keeps a row in TIME-WAIT?" },
      options: [
        .init(
          value: "client", text: "the client",
          explanation: "It was the first to close."),
        .init(
          value: "server", text: "the server",
          explanation: "It closed second: its row goes away when its FIN is acknowledged."),
        .init(
          value: "none", text: "neither",
          explanation: "That is so after a reset."),
      ],
      expected: "client",
      explanation:
        "Whoever closes first ends in TIME-WAIT (RFC 9293, section 3.6), client or server.",
      measure: { stage in
        let row = stage.rows.first { $0.state == .timeWait }
        return Prediction.Measurement(
          value: row.map { stage.isClient($0) ? "client" : "server" } ?? "none",
          text: row.map { "TIME-WAIT on \($0.local)" } ?? "no row in TIME-WAIT")
      }),
    work: { stage in
      try stage.close(end(1))
      try stage.showTable(expecting: [.listen: 1, .established: 4, .timeWait: 1])
      try stage.close(client(1))
    })

  private static let serverFirst = DemoStep(
    "On connection 2 the server closes first",
    narration: { _ in "The server closes its end of connection 2, then client 2 closes." },
    work: { stage in
      try stage.close(end(2))
      _ = try stage.hear(on: client(2))
      try stage.close(client(2))
      try stage.showTable(expecting: [.listen: 1, .established: 2, .timeWait: 2])
    },
    remarks: { stage in
      let waiting = stage.rows.filter { $0.state == .timeWait }
      let atServer = waiting.count { $0.local == stage.server }
      return [
        "Now \(atServer) of \(waiting.count) rows in TIME-WAIT has the server's port as its own: such a "
          + "row is what keeps a restarted server from binding it without SO_REUSEADDR."
      ]
    })

  private static let reset = DemoStep(
    "Connection 3 is reset",
    narration: { _ in
      "Client 3 sends five bytes. The server closes its end without reading them."
    },
    prediction: Prediction(
      id: "demo-closing-reset", topic: "states",
      prompt: { _ in "What does client 3 get from its next recv()?" },
      options: [
        .init(
          value: "end", text: "0 bytes: the end of the stream",
          explanation: "That is a FIN. But bytes were lost here, and the kernel does not hide that."
        ),
        .init(
          value: "ECONNRESET", text: "ECONNRESET",
          explanation: "The kernel sends RST instead of FIN, because it threw bytes away."),
        .init(
          value: "EPIPE", text: "EPIPE",
          explanation: "That is for sending on a connection that has ended."),
      ],
      expected: "ECONNRESET",
      explanation: "Closing with unread data sends RST (RFC 9293, section 3.6.1, and RFC 2525, "
        + "section 2.17): the peer must learn that its bytes were not read.",
      measure: { stage in
        let outcome = stage.notes["reset"] ?? ""
        return Prediction.Measurement(value: outcome, text: "recv() gave \(outcome)")
      }),
    work: { stage in
      try stage.say("bytes", on: client(3))
      try stage.showTable(
        until: { rows in rows.contains { $0.state == .established && $0.receiveQueue == 5 } },
        missing: { _ in "The five bytes did not arrive." })
      try stage.close(end(3))
      var text: String?
      let refusal = try stage.refusal { text = try stage.hear(on: client(3)).text }
      stage.notes["reset"] = refusal ?? (text?.isEmpty == true ? "end" : "data")
      try stage.showTable(expecting: [.listen: 1, .timeWait: 2])
    },
    remarks: { _ in ["Both rows of connection 3 are gone at once, and nobody is in TIME-WAIT."] })

  private static let ending = DemoStep(
    "What is left",
    narration: { _ in "The server closes its listener, and everything else is closed." },
    work: { stage in
      stage.closeEverything()
      try stage.showTable(expecting: [.timeWait: 2])
    },
    remarks: { _ in
      [
        "Two rows in TIME-WAIT stay for 60 seconds and then go by themselves. They cost a little "
          + "memory and guard the tuples against late segments; they are no error."
      ]
    })

  private static func client(_ number: Int) -> String { "client \(number)" }
  private static func end(_ number: Int) -> String { "server's end of client \(number)" }

  private static func states(_ number: Int, _ stage: DemoStage) -> String {
    [client(number), end(number)].map { stage.row(of: $0)?.stateName ?? "none" }
      .joined(separator: " ")
  }
}

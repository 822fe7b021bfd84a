import PortKnowledge
import Sockets

/// Recv-Q and Send-Q mean one thing on a listener and another on a connection.
enum Queues {
  static let demo = Demo(
    id: "queues", title: "Listening, connected, and two meanings of Recv-Q",
    teaches: "What the queues of a LISTEN row count, and what those of an ESTAB row count.",
    steps: [
      listening, waiting, accepting, bytes, reading,
      .everythingCloses(
        "On a listener Recv-Q counts connections that wait for accept() and Send-Q is the backlog. "
          + "On a connection both count bytes: received and not read, given to send() and not acknowledged."
      ),
    ])

  private static let server = "server"
  private static let clients = ["client 1", "client 2", "client 3"]
  private static let text = "nineteen bytes here"

  private static let listening = DemoStep(
    "A listener with a backlog of 5",
    narration: { _ in "A server listens with listen(5). Look at the two queues of its row." },
    work: { stage in
      try stage.open(server)
      try stage.bind(server, to: Endpoint(.loopback, 0))
      try stage.listen(server, backlog: 5)
      try stage.showTable(expecting: [.listen: 1])
    },
    remarks: { stage in
      let row = stage.rows.first
      return [
        "Recv-Q \(row?.receiveQueue ?? 0), Send-Q \(row?.sendQueue ?? 0): nobody waits, and the "
          + "backlog is 5."
      ]
    })

  private static let waiting = DemoStep(
    "Three clients connect",
    narration: { stage in
      "Three clients connect to \(stage.server), one after the other. The server does not accept."
    },
    prediction: Prediction(
      id: "demo-queues-waiting", topic: "tools",
      prompt: { _ in "What will Recv-Q of the LISTEN row be then?" },
      options: [
        .init(
          value: "0", text: "0: nobody has sent a byte",
          explanation: "On a listener Recv-Q does not count bytes."),
        .init(
          value: "3", text: "3: three connections wait",
          explanation: "Each handshake is over, and each connection waits for accept()."),
        .init(
          value: "5", text: "5: the backlog",
          explanation: "The backlog stands in Send-Q of a listener."),
      ],
      expected: "3",
      explanation: "On a listener Recv-Q counts the connections in the accept queue.",
      measure: { stage in
        let queue = stage.rows.first { $0.state == .listen }?.receiveQueue ?? 0
        return Prediction.Measurement(value: "\(queue)", text: "Recv-Q \(queue) on the LISTEN row")
      }),
    work: { stage in
      for client in clients {
        try stage.connect(client, to: stage.server, serverRole: "server's end of \(client)")
      }
      try stage.showTable(expecting: [.listen: 1, .established: 6])
    })

  private static let accepting = DemoStep(
    "The server accepts one",
    narration: { _ in "The server calls accept() once." },
    work: { stage in
      _ = try stage.accept(from: server, as: "server's end of \(clients[0])")
      try stage.showTable(
        until: { $0.contains { $0.state == .listen && $0.receiveQueue == 2 } },
        missing: { _ in "The listener's Recv-Q did not become 2." })
    },
    remarks: { _ in ["Two wait now. No row came or went: accept() only hands over."] })

  private static let bytes = DemoStep(
    "Bytes that nobody reads",
    narration: { _ in
      "Client 1 sends \(text.utf8.count) bytes on its connection. The server does not read them."
    },
    prediction: Prediction(
      id: "demo-queues-bytes", topic: "tools",
      prompt: { _ in
        "Where will ss show these \(text.utf8.count) bytes, once they have arrived?"
      },
      options: [
        .init(
          value: "child", text: "Recv-Q of the server's end of the connection",
          explanation: "They wait in the receive buffer of the socket to which they belong."),
        .init(
          value: "listener", text: "Recv-Q of the LISTEN row",
          explanation: "A listener never receives data; its Recv-Q counts connections."),
        .init(
          value: "client", text: "Send-Q of the client's end",
          explanation: "There they stand only until the other kernel has acknowledged them, which "
            + "on loopback is at once."),
      ],
      expected: "child",
      explanation: "On a connection Recv-Q counts bytes that have arrived and were not read.",
      measure: { stage in
        let count = UInt32(text.utf8.count)
        let child = stage.row(of: "server's end of \(clients[0])")?.receiveQueue == count
        let sender = stage.row(of: clients[0])?.sendQueue == count
        return Prediction.Measurement(
          value: child ? "child" : sender ? "client" : "listener",
          text: child
            ? "Recv-Q \(count) on the server's end of client 1"
            : "no Recv-Q of \(count) on the server's end")
      }),
    work: { stage in
      try stage.say(text, on: clients[0])
      try stage.showTable(
        until: { rows in
          rows.contains { $0.state == .established && $0.receiveQueue == UInt32(text.utf8.count) }
        }, missing: { _ in "The bytes did not arrive." })
    })

  private static let reading = DemoStep(
    "The server reads",
    narration: { _ in "Now the server calls recv() on the accepted socket." },
    work: { stage in
      stage.notes["heard"] = try stage.hear(on: "server's end of \(clients[0])").text
      try stage.showTable(
        until: { $0.allSatisfy { $0.state != .established || $0.receiveQueue == 0 } },
        missing: { _ in "A Recv-Q was still not 0." })
    },
    remarks: { stage in ["It read \"\(stage.notes["heard"] ?? "")\", and Recv-Q is 0 again."] })
}

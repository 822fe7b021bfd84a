import PortKnowledge
import Sockets

/// From socket() to accept(): when a socket gets a row, and when it gets a number.
enum Lifecycle {
  static let demo = Demo(
    id: "lifecycle", title: "From socket() to accept()",
    teaches: "What each call of a server changes in the kernel's table, and what it does not.",
    steps: [
      fresh, bound, listening, connected, accepted,
      .everythingCloses(
        "socket() makes an object, bind() gives it an address and a port, listen() lets clients "
          + "in, and accept() hands over a second socket for each of them."),
    ])

  private static let server = "server"
  private static let client = "client"
  private static let child = "the accepted socket"

  private static let fresh = DemoStep(
    "socket()",
    narration: { _ in
      "socket() makes an object in the kernel and returns a descriptor for it. Nobody has said "
        + "which address or port it is to have."
    },
    work: { stage in
      try stage.open(server)
      stage.notes["fresh"] = "\(try stage.held(server).socket.localEndpoint())"
      try stage.showTable(expecting: [:])
    },
    remarks: { stage in
      [
        "getsockname says \(stage.notes["fresh"] ?? ""): no address and no port yet. "
          + "The kernel's table has no row for it."
      ]
    })

  private static let bound = DemoStep(
    "bind()",
    narration: { _ in
      "bind() reserves an address and a port for the socket: 127.0.0.1, and a free port of the "
        + "kernel's choice."
    },
    prediction: Prediction(
      id: "demo-lifecycle-bound", topic: "calls",
      prompt: { _ in "How many rows will /proc/net/tcp have for the socket right after bind()?" },
      options: [
        .init(
          value: "0", text: "none",
          explanation: "The port is reserved, but a TCP socket that neither listens nor is "
            + "connected is not listed there."),
        .init(
          value: "1", text: "one, in the state CLOSE",
          explanation: "The socket is in that state, but the file lists TCP sockets only once "
            + "they listen or take part in a connection."),
        .init(
          value: "listen", text: "one, in the state LISTEN",
          explanation: "bind() lets nobody in. That takes listen()."),
      ],
      expected: "0",
      explanation:
        "/proc/net/tcp and ss -tln have no row for a TCP socket that is merely bound, though its "
        + "port is taken. From Linux 6.8 on a newer ss shows it with -a or -B.",
      measure: { stage in
        let rows = stage.rows
        let listens = rows.contains { $0.state == .listen }
        return Prediction.Measurement(
          value: rows.isEmpty ? "0" : listens ? "listen" : "1",
          text: rows.isEmpty ? "no row at all" : "\(rows.count) row in \(rows[0].stateName)")
      }),
    work: { stage in
      let endpoint = try stage.bind(server, to: Endpoint(.loopback, 0))
      stage.watchServer(endpoint, .tcp, role: server)
      try stage.showTable(until: { $0.isEmpty }, missing: { "There were \($0.count) rows." })
    },
    remarks: { stage in
      ["The port is \(stage.server.port), and no other TCP socket can bind it on 127.0.0.1 now."]
    })

  private static let listening = DemoStep(
    "listen()",
    narration: { stage in
      "listen(5) turns the socket into a listener. From now on the kernel answers handshakes on "
        + "\(stage.server) by itself."
    },
    work: { stage in
      try stage.held(server).socket.listen(backlog: 5)
      try stage.showTable(expecting: [.listen: 1])
    },
    remarks: { _ in
      ["Now there is a row. Its Send-Q is the backlog 5, its Recv-Q counts waiting connections."]
    })

  private static let connected = DemoStep(
    "connect(), and nobody accepts",
    narration: { stage in
      "A client connects to \(stage.server). The server program does nothing at all meanwhile."
    },
    prediction: Prediction(
      id: "demo-lifecycle-connected", topic: "calls",
      prompt: { _ in "Does connect() succeed before the server calls accept()?" },
      options: [
        .init(
          value: "yes", text: "yes: the kernel completes the handshake alone",
          explanation: "The handshake is the kernel's work. accept() only takes its result out."),
        .init(
          value: "no", text: "no: it waits until the server accepts",
          explanation: "accept() does not take part in the handshake; it hands over a connection "
            + "that exists."),
      ],
      expected: "yes",
      explanation: "The kernel does the handshake and puts the new connection in the accept queue, "
        + "where it waits for accept().",
      measure: { stage in
        let isThere = stage.rows.contains { $0.state == .established && stage.isClient($0) }
        return Prediction.Measurement(
          value: isThere ? "yes" : "no",
          text: isThere
            ? "connect() succeeded, and the client's row is ESTAB"
            : "the client has no row in ESTAB")
      }),
    work: { stage in
      try stage.connect(client, to: stage.server, serverRole: child)
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    },
    remarks: { stage in
      let waiting = stage.rows.first { $0.state == .listen }?.receiveQueue ?? 0
      let ownerless = stage.row(of: child)?.inode == 0
      return [
        "The listener's Recv-Q is \(waiting): one connection waits in the accept queue."
          + (ownerless
            ? " Its row belongs to no process yet: the inode is 0, because no descriptor exists."
            : "")
      ]
    })

  private static let accepted = DemoStep(
    "accept()",
    narration: { _ in
      "accept() takes the connection out of the queue and gives the program a descriptor for its "
        + "socket."
    },
    work: { stage in
      _ = try stage.accept(from: server, as: child)
      try stage.showTable(
        until: { rows in
          rows.count == 3 && rows.allSatisfy { $0.inode != 0 }
            && rows.contains { $0.state == .listen && $0.receiveQueue == 0 }
        }, missing: { "The accepted row still had no owner among \($0.count) rows." })
    },
    remarks: { stage in
      [
        "Two sockets have local port \(stage.server.port) now: the listener, which stays as it is, "
          + "and the accepted one. Recv-Q of the listener is back to 0."
      ]
    })
}

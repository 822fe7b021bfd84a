import PortKnowledge
import Sockets

/// A tiny server and a tiny client, call by call.
enum TinyServer {
  static let demo = Demo(
    id: "server", title: "A tiny server and client, call by call",
    teaches: "The order of the calls, and that data can wait before accept() is called.",
    steps: [
      listening, request, accepting, reading, answering,
      .everythingCloses(
        "Server: socket, bind, listen, accept, recv, send, close. Client: socket, connect, send, "
          + "recv, close. The client needs no bind: connect() chooses its port."),
    ])

  private static let server = "server"
  private static let client = "client"
  private static let child = "accepted"
  private static let question = "what is the time?"

  private static let listening = DemoStep(
    "The server gets ready",
    narration: { _ in
      "The server calls socket(), bind() and listen(). Then it is busy with something else for a "
        + "while: it does not call accept()."
    },
    work: { stage in
      stage.leftName = client
      try stage.open(server)
      try stage.set(.reuseAddress, to: 1, on: server)
      try stage.bind(server, to: Endpoint(.loopback, 0))
      try stage.listen(server, backlog: 16)
      try stage.showTable(expecting: [.listen: 1])
    },
    remarks: { stage in ["It listens on \(stage.server)."] })

  private static let request = DemoStep(
    "The client connects and sends",
    narration: { _ in
      "The client calls connect(), and then send() with \(question.utf8.count) bytes. The server "
        + "has not accepted anything."
    },
    prediction: Prediction(
      id: "demo-server-early", topic: "calls",
      prompt: { _ in "Where are the \(question.utf8.count) bytes now?" },
      options: [
        .init(
          value: "waiting", text: "in the receive buffer of a socket not yet accepted",
          explanation: "The connection exists already, with buffers of its own."),
        .init(
          value: "client", text: "at the client, until the server accepts",
          explanation: "The handshake is over, so the client's kernel has sent them."),
        .init(
          value: "lost", text: "lost: nobody has accepted",
          explanation: "The server's kernel has acknowledged them. It keeps what it acknowledges."),
      ],
      expected: "waiting",
      explanation:
        "The kernel completes the handshake and receives data before accept() is called.",
      measure: { stage in
        let count = UInt32(question.utf8.count)
        let row = stage.rows.first { $0.state == .established && $0.receiveQueue == count }
        let isOwned = row?.inode != 0
        return Prediction.Measurement(
          value: row == nil ? "client" : "waiting",
          text: row == nil
            ? "no row has them in its Recv-Q"
            : "Recv-Q \(count) on a row that belongs to "
              + (isOwned ? "a process" : "no process yet (inode 0)"))
      }),
    work: { stage in
      try stage.connect(client, to: stage.server, serverRole: child)
      try stage.say(question, on: client)
      try stage.showTable(
        until: { rows in rows.contains { $0.receiveQueue == UInt32(question.utf8.count) } },
        missing: { _ in "The bytes did not arrive." })
    })

  private static let accepting = DemoStep(
    "The server calls accept()",
    narration: { _ in "At last the server calls accept()." },
    work: { stage in
      let peer = try stage.accept(from: server, as: child)
      stage.notes["peer"] = "\(peer)"
      try stage.showTable(
        until: { rows in rows.allSatisfy { $0.inode != 0 } && rows.count == 3 },
        missing: { _ in "The accepted row has no owner." })
    },
    remarks: { stage in
      ["accept() returned a new descriptor, and the peer's end: \(stage.notes["peer"] ?? "")."]
    })

  private static let reading = DemoStep(
    "recv() in two pieces",
    narration: { _ in "The server reads with recv(8), and then with recv(99)." },
    prediction: Prediction(
      id: "demo-server-recv", topic: "calls",
      prompt: { _ in "The client sent once. What do the two recv() calls return?" },
      options: [
        .init(
          value: "split", text: "the first 8 bytes, then the rest",
          explanation: "TCP is a stream of bytes; recv() takes as much as there is room for."),
        .init(
          value: "whole", text: "the whole message at once, then nothing",
          explanation: "recv(8) never returns more than 8 bytes."),
        .init(
          value: "lost", text: "the first 8 bytes; the rest is lost",
          explanation: "That is UDP. TCP keeps what was not read."),
      ],
      expected: "split",
      explanation: "TCP knows no messages: a receiver reads until it has what it needs.",
      measure: { stage in
        let first = stage.notes["first"] ?? ""
        let rest = stage.notes["rest"] ?? ""
        return Prediction.Measurement(
          value: first.count == 8 && first + rest == question ? "split" : "lost",
          text: "\"\(first)\", then \"\(rest)\"")
      }),
    work: { stage in
      stage.notes["first"] = try stage.hear(on: child, upTo: 8)
      stage.notes["rest"] = try stage.hear(on: child, upTo: 99)
      try stage.showTable(expecting: [.listen: 1, .established: 2])
    })

  private static let answering = DemoStep(
    "The answer",
    narration: { _ in
      "The server sends its answer and calls shutdown(SHUT_WR). The client reads until the end: an "
        + "empty result."
    },
    work: { stage in
      try stage.say("noon", on: child)
      try stage.shutdown(child)
      stage.notes["answer"] = try stage.hear(on: client).text
      stage.notes["end"] = try stage.hear(on: client).text
      try stage.showTable(expecting: [.listen: 1, .closeWait: 1, .finWait2: 1])
    },
    remarks: { stage in
      let isEnd = stage.notes["end"]?.isEmpty == true
      return [
        "The client read \"\(stage.notes["answer"] ?? "")\" and then \(isEnd ? "0 bytes" : "more"): "
          + "that is how a stream says that it is over."
      ]
    })
}

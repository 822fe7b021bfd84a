import PortKnowledge
import Sockets

/// A full accept queue: the client that waits in SYN-SENT.
enum Backlog {
  static let demo = Demo(
    id: "backlog", title: "A full accept queue",
    teaches: "What listen(n) limits, and why a full queue is silence and not a refusal.",
    steps: [
      listening, first, second, accepting,
      .everythingCloses(
        "The backlog limits connections that wait for accept(), not clients that are served. A "
          + "server that accepts quickly needs little of it."),
    ])

  private static let server = "server"

  private static let listening = DemoStep(
    "listen(0)",
    narration: { _ in
      "A server calls listen() with a backlog of 0, and it will not accept for a while."
    },
    work: { stage in
      stage.leftName = "clients"
      try stage.open(server)
      try stage.bind(server, to: Endpoint(.loopback, 0))
      try stage.listen(server, backlog: 0)
      try stage.showTable(expecting: [.listen: 1])
    })

  private static let first = DemoStep(
    "The first client",
    narration: { stage in "Client 1 connects to \(stage.server)." },
    prediction: Prediction(
      id: "demo-backlog-first", topic: "calls",
      prompt: { _ in "The backlog is 0. Does the first connection get in?" },
      options: [
        .init(
          value: "yes", text: "yes: there is room for one more than the backlog",
          explanation: "The kernel drops SYNs only once more than the backlog wait."),
        .init(
          value: "no", text: "no: a backlog of 0 lets nobody in",
          explanation: "Linux compares with \"more than\", so one connection fits even then."),
      ],
      expected: "yes",
      explanation: "The accept queue holds backlog + 1 connections.",
      measure: { stage in
        let isIn = stage.row(of: "client 1")?.state == .established
        return Prediction.Measurement(
          value: isIn ? "yes" : "no",
          text: isIn ? "client 1 is ESTAB, and one connection waits" : "client 1 is not connected")
      }),
    work: { stage in
      try stage.connect("client 1", to: stage.server, serverRole: "server's end of client 1")
      try stage.showTable(
        until: { $0.contains { $0.state == .listen && $0.receiveQueue == 1 } },
        missing: { _ in "The listener's Recv-Q did not become 1." })
    })

  private static let second = DemoStep(
    "The second client",
    narration: { _ in "Client 2 connects while the queue is full." },
    prediction: Prediction(
      id: "demo-backlog-second", topic: "calls",
      prompt: { _ in "What does client 2 see?" },
      options: [
        .init(
          value: "SYN-SENT", text: "nothing: it waits in SYN-SENT",
          explanation: "The server's kernel drops the SYN without a word."),
        .init(
          value: "refused", text: "ECONNREFUSED",
          explanation: "That is the answer where nobody listens. Here somebody does, who is busy."),
        .init(
          value: "ESTAB", text: "a connection like client 1's",
          explanation: "The queue already holds one more than the backlog."),
      ],
      expected: "SYN-SENT",
      explanation: "On Linux a full accept queue drops new SYNs. The client tries again after a "
        + "second, and the queue may have room then.",
      measure: { stage in
        let row = stage.row(of: "client 2")
        return Prediction.Measurement(
          value: row.map(\.stateName) ?? "refused",
          text: row.map { "client 2 is in \($0.stateName)" } ?? "client 2 has no row")
      }),
    work: { stage in
      try stage.open("client 2")
      try stage.beginConnecting("client 2", to: stage.server, peerRole: "server's end of client 2")
      let failure = try stage.finishConnecting("client 2", within: .milliseconds(200))
      stage.notes["second"] = failure ?? "connected"
      try stage.showTable(
        until: { rows in failure != "no answer" || rows.contains { $0.state == .synSent } },
        missing: { _ in "No row in SYN-SENT was seen." })
    },
    remarks: { _ in
      ["The server's side has no row for client 2: a SYN that is dropped leaves nothing."]
    })

  private static let accepting = DemoStep(
    "The server accepts one",
    narration: { _ in
      "The server accepts client 1. That makes room. Client 2 sends its SYN again about a second "
        + "after the first one: wait and see."
    },
    work: { stage in
      _ = try stage.accept(from: server, as: "server's end of client 1")
      let failure = try stage.finishConnecting("client 2", within: .seconds(4))
      guard failure == nil else {
        throw DemoInterruption.failed("Client 2 still had no connection: \(failure ?? "").")
      }
      try stage.showTable(expecting: [.listen: 1, .established: 4])
    },
    remarks: { _ in
      ["Nobody had to do anything: the client's own kernel repeated the SYN until it was heard."]
    })
}

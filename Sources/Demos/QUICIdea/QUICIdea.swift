import PortKnowledge
import Sockets

/// A connection that is named by an id in its datagrams, beside one that is named by its tuple.
enum QUICIdea {
  static let demo = Demo(
    id: "quic-idea", title: "A connection that moves",
    teaches: "QUIC names a connection by an id in the datagram, TCP by addresses and ports.",
    steps: [
      opening, first, moved, tcp, tcpMoved,
      .everythingCloses(
        "Only the idea was shown here. Real QUIC (RFC 9000) encrypts its packets, lets each side "
          + "choose the ids it is addressed by, changes them on the way, and tests a new path before "
          + "it trusts it."),
    ])

  private static let server = "server"
  private static let id = "5e1f"
  /// Another address of this machine plays the other network.
  private static let elsewhere = IPAddress.v4(0x7F00_0002)

  private static let opening = DemoStep(
    "A server that looks at an id",
    narration: { _ in
      "A UDP server keeps a table of sessions. It looks a session up by the id at the front of each "
        + "datagram, as QUIC does with its connection ids, and not by who sent it."
    },
    work: { stage in
      stage.leftName = "client"
      try stage.open(server, .udp)
      let end = try stage.bind(server, to: Endpoint(.loopback, 0))
      stage.watchServer(end, .udp, role: server)
      try stage.showTable(expecting: [.closed: 1])
    },
    remarks: { _ in
      ["One UDP socket serves every client: nothing is accepted, and no row is made for a session."]
    })

  private static let first = DemoStep(
    "Two datagrams from home",
    narration: { _ in "A client on 127.0.0.1 sends \"\(id) one\" and \"\(id) two\"." },
    work: { stage in
      try join("at home", on: .loopback, stage)
      for text in ["one", "two"] { try send(text, from: "at home", stage) }
      try stage.showTable(expecting: [.closed: 2])
    },
    remarks: { _ in ["The first datagram opened session \(id), the second found it."] })

  private static let moved = DemoStep(
    "The client moves",
    narration: { _ in
      "The client changes its network: it has a new socket on 127.0.0.2, so another address and "
        + "another port. It sends \"\(id) three\"."
    },
    prediction: Prediction(
      id: "demo-quic-moved", topic: "tuples",
      prompt: { _ in "What does the server do with this datagram?" },
      options: [
        .init(
          value: "same", text: "it finds session \(id) and goes on",
          explanation: "The id came along, and the id is all that this server looks at."),
        .init(
          value: "new", text: "it opens a second session",
          explanation: "That is what a server does that goes by address and port, as TCP must."),
        .init(
          value: "refused", text: "nothing: the kernel drops it",
          explanation: "An unconnected UDP socket takes datagrams from anybody."),
      ],
      expected: "same",
      explanation: "The session is named by the id inside the datagram, so it survives a change of "
        + "address and port.",
      measure: { stage in
        let sessions = stage.notes["sessions"] ?? ""
        let isSame = sessions == "1"
        return Prediction.Measurement(
          value: stage.notes["counted"] == "3" && isSame ? "same" : isSame ? "refused" : "new",
          text: "\(sessions) session, with \(stage.notes["counted"] ?? "0") datagrams")
      }),
    work: { stage in
      try stage.close("at home")
      try join("on the way", on: elsewhere, stage)
      try send("three", from: "on the way", stage)
      try stage.showTable(
        until: { rows in rows.count == 2 }, missing: { _ in "The two UDP rows are not there." })
    })

  private static let tcp = DemoStep(
    "The same with TCP",
    narration: { _ in
      "Now a TCP server. A client connects from 127.0.0.1, is accepted, and sends \"one\"."
    },
    work: { stage in
      _ = try stage.listenOnFreePort("TCP server", on: .loopback)
      let end = stage.serverEndpoints[1]
      try stage.connect("TCP client", to: end, serverRole: "TCP server's end")
      _ = try stage.accept(from: "TCP server", as: "TCP server's end")
      try stage.say("one", on: "TCP client")
      stage.notes["tcp"] = try stage.hear(on: "TCP server's end").text
      try stage.showTable(expecting: [.closed: 2, .listen: 1, .established: 2])
      stage.draw([])
    },
    remarks: { stage in
      ["The server read \"\(stage.notes["tcp"] ?? "")\" from the socket of this one connection."]
    })

  private static let tcpMoved = DemoStep(
    "The TCP client moves",
    narration: { _ in
      "The same client gets a socket on 127.0.0.2, connects to the same port, and sends \"two\"."
    },
    prediction: Prediction(
      id: "demo-quic-tcp", topic: "tuples",
      prompt: { _ in "Where does the server read \"two\"?" },
      options: [
        .init(
          value: "new", text: "on a new socket, after another accept()",
          explanation: "Another source address and port make another tuple."),
        .init(
          value: "old", text: "on the socket of the connection that is open",
          explanation: "That socket takes only segments whose four values are its own."),
      ],
      expected: "new",
      explanation:
        "A TCP connection is its tuple. It cannot move; the program has to begin anew and "
        + "say itself that it is the same client.",
      measure: { stage in
        let old = stage.notes["old"] ?? ""
        let new = stage.notes["new"] ?? ""
        return Prediction.Measurement(
          value: old.isEmpty && new == "two" ? "new" : "old",
          text: "the new socket read \"\(new)\", the old one \(old.isEmpty ? "nothing" : old)")
      }),
    work: { stage in
      let end = stage.serverEndpoints[1]
      try stage.open("moved client")
      try stage.bind("moved client", to: Endpoint(elsewhere, 0))
      try stage.beginConnecting("moved client", to: end, peerRole: "TCP server's new end")
      if let failure = try stage.finishConnecting("moved client", within: DemoStage.patience) {
        throw DemoInterruption.failed("The moved client was not connected: \(failure).")
      }
      _ = try stage.accept(from: "TCP server", as: "TCP server's new end")
      try stage.say("two", on: "moved client")
      stage.notes["new"] = try stage.hear(on: "TCP server's new end").text
      let old = try stage.held("TCP server's end").socket.receive(upTo: 99)
      stage.notes["old"] = old.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
      try stage.showTable(
        expecting: [.closed: 2, .listen: 1, .established: 4],
        marking: { $0.remote == end })
    },
    remarks: { _ in
      ["The old connection is still ESTAB: nobody told the server that its client has gone."]
    })

  // Helpers.

  private static func join(
    _ name: String, on address: IPAddress, _ stage: DemoStage
  ) throws {
    try stage.open(name, .udp)
    let own = try stage.bind(name, to: Endpoint(address, 0))
    stage.watchSender(own, role: name)
  }

  /// Sends a datagram with the id; the server looks its session up and draws the table.
  private static func send(_ text: String, from name: String, _ stage: DemoStage) throws {
    let target = stage.serverEndpoints[0]
    try stage.say("\(id) \(text)", on: name, to: target)
    let message = try stage.hear(on: server)
    guard let sender = message.sender else {
      throw DemoInterruption.failed("A datagram came without a sender.")
    }
    stage.noteMessage(from: sender, to: target)
    // The session table: an id, how many datagrams, and from where they came.
    let named = String(message.text.prefix { $0 != " " })
    var sessions = stage.notes["ids"].map { $0.split(separator: " ").map(String.init) } ?? []
    if !sessions.contains(named) { sessions.append(named) }
    let count = (Int(stage.notes["counted"] ?? "") ?? 0) + 1
    let last = "\(sender)"
    var origins = stage.notes["origins"].map { $0.split(separator: " ").map(String.init) } ?? []
    if !origins.contains(last) { origins.append(last) }
    stage.notes["ids"] = sessions.joined(separator: " ")
    stage.notes["sessions"] = "\(sessions.count)"
    stage.notes["counted"] = "\(count)"
    stage.notes["origins"] = origins.joined(separator: " ")
    stage.draw([
      MarkedText([.init("session  datagrams  came from", .faint)]),
      MarkedText([
        .init("\(named)     \(count)          ", .decisive), .init(origins.joined(separator: ", ")),
      ]),
    ])
  }
}

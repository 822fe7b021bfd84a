import PortKnowledge
import Sockets

/// Borders, truncation, and the error that comes late.
enum Datagrams {
  static let demo = Demo(
    id: "udp", title: "UDP: one datagram at a time",
    teaches: "UDP keeps the borders of messages, cuts what does not fit, and hears of errors late.",
    steps: [
      opening, borders, truncation, closedPort, late,
      .everythingCloses(
        "UDP adds ports to IP, and little more: no connection, no order, no second try. What a "
          + "program needs of these it does itself, or uses QUIC."),
    ])

  private static let receiver = "receiver"
  private static let sender = "sender"

  private static let opening = DemoStep(
    "Two UDP sockets",
    narration: { _ in
      "A receiver binds a free port on 127.0.0.1. A sender binds one too, though sendto() would give it a port. "
        + "Neither listens, accepts or connects."
    },
    work: { stage in
      stage.leftName = "sender"
      try stage.open(receiver, .udp)
      let end = try stage.bind(receiver, to: Endpoint(.loopback, 0))
      stage.watchServer(end, .udp, role: receiver)
      try stage.open(sender, .udp)
      let own = try stage.bind(sender, to: Endpoint(.loopback, 0))
      stage.watchSender(own, role: sender)
      try stage.showTable(expecting: [.closed: 2])
    },
    remarks: { _ in
      ["ss calls their state UNCONN: no peer. The kernel has no LISTEN for UDP, and no accept()."]
    })

  private static let borders = DemoStep(
    "Two datagrams",
    narration: { _ in "The sender sends \"one\" and then \"two\". Both wait at the receiver." },
    prediction: Prediction(
      id: "demo-udp-borders", topic: "calls",
      prompt: { _ in "What does the receiver's first recvfrom() return?" },
      options: [
        .init(
          value: "onetwo", text: "\"onetwo\": all that waits",
          explanation: "That is TCP, a stream of bytes. UDP hands over one datagram at a time."),
        .init(
          value: "one", text: "\"one\": the first datagram",
          explanation: "Each recv() returns exactly one datagram."),
        .init(
          value: "two", text: "\"two\": the newest one",
          explanation: "They wait in the order in which they arrived."),
      ],
      expected: "one",
      explanation: "UDP keeps the borders between messages (RFC 768): one send, one datagram, one "
        + "recv.",
      measure: { stage in
        let heard = stage.notes["first"] ?? ""
        return Prediction.Measurement(value: heard, text: "it returned \"\(heard)\"")
      }),
    work: { stage in
      try send("one", stage)
      try send("two", stage)
      stage.notes["first"] = try stage.hear(on: receiver).text
      stage.notes["second"] = try stage.hear(on: receiver).text
      try stage.showTable(expecting: [.closed: 2])
    },
    remarks: { stage in ["The second recv() returned \"\(stage.notes["second"] ?? "")\"."] })

  private static let truncation = DemoStep(
    "Too little room",
    narration: { _ in
      "The sender sends the ten bytes \"0123456789\". The receiver reads with recv(4), and then once "
        + "more."
    },
    prediction: Prediction(
      id: "demo-udp-truncation", topic: "calls",
      prompt: { _ in "The first recv(4) returns \"0123\". What about the other six bytes?" },
      options: [
        .init(
          value: "lost", text: "they are lost",
          explanation: "What does not fit is thrown away with the datagram."),
        .init(
          value: "kept", text: "the next recv() returns them",
          explanation: "That is what TCP does. A datagram is taken out as a whole."),
      ],
      expected: "lost",
      explanation: "recv() takes the datagram out of the queue, and what does not fit is discarded "
        + "(recv(2)).",
      measure: { stage in
        let rest = stage.notes["rest"] ?? ""
        return Prediction.Measurement(
          value: rest.isEmpty ? "lost" : "kept",
          text: rest.isEmpty
            ? "the second recv() found nothing (EAGAIN)" : "the second recv() returned \"\(rest)\"")
      }),
    work: { stage in
      try send("0123456789", stage)
      _ = try stage.held(receiver).socket.wait(for: .reading, timeout: DemoStage.patience)
      let part = try stage.held(receiver).socket.receive(upTo: 4)
      guard part?.bytes == Array("0123".utf8) else {
        throw DemoInterruption.failed("The first recv(4) did not return the first four bytes.")
      }
      let rest = try stage.held(receiver).socket.receive(upTo: 99)
      stage.notes["rest"] = rest.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
      try stage.showTable(expecting: [.closed: 2])
    })

  private static let closedPort = DemoStep(
    "A port where nobody is",
    narration: { _ in
      "A third socket connects to a UDP port where nobody is: for UDP, connect() only sets the peer. "
        + "Then it sends a datagram."
    },
    prediction: Prediction(
      id: "demo-udp-closed", topic: "errors",
      prompt: { _ in "What does that first send() return?" },
      options: [
        .init(
          value: "OK", text: "success",
          explanation: "The datagram has left; what becomes of it is not known yet."),
        .init(
          value: "ECONNREFUSED", text: "ECONNREFUSED",
          explanation: "The answer, an ICMP message, is kept for the next call."),
        .init(
          value: "EPIPE", text: "EPIPE",
          explanation: "That is for a TCP connection that has ended."),
      ],
      expected: "OK",
      explanation: "send() only hands the datagram over. An ICMP port unreachable comes back and "
        + "waits for the next call.",
      measure: { stage in
        let outcome = stage.notes["send"] ?? ""
        return Prediction.Measurement(
          value: outcome, text: outcome == "OK" ? "it succeeded" : "it gave \(outcome)")
      }),
    work: { stage in
      try stage.open("third", .udp)
      let target = try freePort(stage)
      try stage.beginConnecting("third", to: target, peerRole: "nobody")
      stage.notes["send"] =
        try stage.refusal { _ = try stage.held("third").socket.send(Array("anybody".utf8)) } ?? "OK"
      try stage.showTable(expecting: [.closed: 2, .established: 1])
    },
    remarks: { _ in
      ["ss calls a UDP socket with a peer ESTAB. No handshake took place: it only has an address."]
    })

  private static let late = DemoStep(
    "The error comes late",
    narration: { _ in "The third socket now calls recv(), and then recv() once more." },
    work: { stage in
      _ = try stage.held("third").socket.wait(for: .reading, timeout: DemoStage.patience)
      stage.notes["late"] = try receive(stage)
      stage.notes["after"] = try receive(stage)
      try stage.showTable(expecting: [.closed: 2, .established: 1])
    },
    remarks: { stage in
      [
        "The first recv() gave \(stage.notes["late"] ?? ""), the second \(stage.notes["after"] ?? "")"
          + ": the error is told once. A socket without connect() would have heard nothing at all."
      ]
    })

  private static func receive(_ stage: DemoStage) throws -> String {
    var isEmpty = false
    let refusal = try stage.refusal {
      isEmpty = try stage.held("third").socket.receive(upTo: 99) == nil
    }
    return refusal ?? (isEmpty ? "EAGAIN" : "data")
  }

  private static func send(_ text: String, _ stage: DemoStage) throws {
    try stage.say(text, on: sender, to: stage.server)
    if let own = try stage.held(sender).socket.ends().local {
      stage.noteMessage(from: own, to: stage.server)
    }
  }

  /// A port on which nobody has a socket: chosen by the kernel and let go again.
  private static func freePort(_ stage: DemoStage) throws -> Endpoint {
    try stage.open("nobody", .udp)
    let end = try stage.bind("nobody", to: Endpoint(.loopback, 0))
    try stage.close("nobody")
    return end
  }
}

import PortKnowledge
import Sockets

/// One port number on two addresses and in two protocols: three sockets that never meet.
enum SamePort {
  static let demo = Demo(
    id: "same-port", title: "Same number, three sockets",
    teaches: "Why one port number can belong to several sockets at once, and when it cannot.",
    steps: [first, second, third, fourth, messages, ending])

  private static let secondAddress = IPAddress.octets(127, 0, 0, 2)

  private static let tcp1 = "TCP on 127.0.0.1"
  private static let tcp2 = "TCP on 127.0.0.2"
  private static let udp = "UDP on 127.0.0.1"

  /// A listener on 127.0.0.1.
  private static let first = DemoStep(
    "A listener",
    narration: { _ in
      "A TCP socket binds 127.0.0.1 with any free port, and listens. "
        + "The number that it gets is the one that everybody else will ask for."
    },
    work: { stage in
      _ = try stage.listenOnFreePort(tcp1, on: .loopback)
      try stage.showTable(expecting: [.listen: 1])
    },
    remarks: { stage in ["The number of this run is \(stage.server.port)."] })

  /// A listener on another address of this machine.
  private static let second = DemoStep(
    "The same number on another address",
    narration: { stage in
      "This machine has more than one address: everything from 127.0.0.1 to 127.255.255.254 leads "
        + "back to it. A second TCP socket asks for port \(stage.server.port) on 127.0.0.2."
    },
    work: { stage in
      try stage.listen(tcp2, on: Endpoint(secondAddress, stage.server.port))
      try stage.showTable(expecting: [.listen: 2], marking: { $0.state == .listen })
    },
    remarks: { _ in
      ["bind said 0: granted. The port is the same, the address is not, so nobody is in the way."]
    })

  /// A UDP socket on the first address, with the question whether it is refused.
  private static let third = DemoStep(
    "The same number in UDP",
    narration: { stage in
      "A UDP socket now asks for \(stage.server), "
        + "exactly the address and port on which a TCP socket listens."
    },
    prediction: SamePortPredictions.udp,
    work: { stage in
      let end = stage.server
      do {
        let socket = try stage.bound(.udp, udp, to: end)
        stage.notes["bind"] = "granted"
        stage.hold(udp, HeldSocket(socket))
        stage.watchServer(end, .udp, role: udp)
      } catch let error as SocketError where error.operation == "bind" {
        stage.notes["bind"] = error.number.name
      }
      let isGranted = stage.notes["bind"] == "granted"
      try stage.showTable(
        expecting: isGranted ? [.listen: 2, .closed: 1] : [.listen: 2],
        marking: { _ in isGranted })
    },
    remarks: { stage in
      guard stage.notes["bind"] == "granted" else { return [] }
      return [
        "Three rows with one number. UDP has no connections and no LISTEN: "
          + "ss shows the state UNCONN for a UDP socket without a peer."
      ]
    })

  /// A fourth socket that is refused.
  private static let fourth = DemoStep(
    "One too many",
    narration: { stage in
      "A fourth socket asks for TCP on \(stage.server). "
        + "Protocol, address and port are all taken, by the first socket."
    },
    work: { stage in
      do {
        // Nobody needs it: it is closed again whatever bind says.
        _ = try stage.bound(.tcp, "the fourth", to: stage.server)
        stage.notes["fourth"] = "granted"
      } catch let error as SocketError where error.operation == "bind" {
        stage.notes["fourth"] = error.number.name
      }
      try stage.showTable(expecting: [.listen: 2, .closed: 1])
      guard stage.notes["fourth"] != "granted" else {
        throw DemoInterruption.failed(
          "bind granted \(stage.server) to a second TCP socket, which Linux should refuse.")
      }
    },
    remarks: { stage in
      [
        "bind refused with \(stage.notes["fourth"] ?? "an error"): address already in use. "
          + "The table did not change, and the refused socket was closed."
      ]
    })

  /// A message to each of the three.
  private static let messages = DemoStep(
    "A message to each",
    narration: { stage in
      "Three clients each send one message to port \(stage.server.port): two over TCP to the two "
        + "addresses, one over UDP. Each message says whom it is for."
    },
    work: { stage in
      try sendOverTCP(to: tcp1, stage.server, client: "client 1", stage)
      try sendOverTCP(
        to: tcp2, Endpoint(secondAddress, stage.server.port), client: "client 2", stage)
      try sendOverUDP(stage)
      try stage.showTable(expecting: [.listen: 2, .established: 4, .closed: 2])
    },
    remarks: { stage in
      [
        (tcp1, "The socket accepted for \(tcp1)"), (tcp2, "The socket accepted for \(tcp2)"),
        (udp, "The socket \(udp)"),
      ].compactMap { name, receiver in
        stage.notes["heard " + name].map { "\(receiver) received \"\($0)\"." }
      } + ["One number, three places, and no message went astray."]
    })

  /// Everything is closed without TIME_WAIT.
  private static let ending = DemoStep(
    "Everything closes",
    narration: { _ in
      "All sockets are closed. The connections are reset instead of closed in turn (the option "
        + "SO_LINGER with zero seconds), so no TIME-WAIT rows stay behind."
    },
    work: { stage in
      stage.closeEverything()
      try stage.showTable(expecting: [:])
    },
    remarks: { _ in
      [
        "A port number belongs to nobody by itself. What a socket holds is the protocol, the "
          + "address and the port together. Here only the socket that wanted all three was refused."
      ]
    })

  private static func sendOverTCP(
    to name: String, _ endpoint: Endpoint, client: String, _ stage: DemoStage
  ) throws {
    try stage.connect(client, to: endpoint, serverRole: name)
    _ = try stage.accept(from: name, as: "\(name), accepted")
    try stage.say("for \(name)", on: client)
    let heard = try stage.hear(on: "\(name), accepted").text
    try expect(heard, toBe: "for \(name)")
    stage.notes["heard " + name] = heard
  }

  /// A message that reached the wrong socket would be the end of this demo's claim.
  private static func expect(_ heard: String, toBe sent: String) throws {
    guard heard == sent else {
      throw DemoInterruption.failed("A socket received \"\(heard)\" and not \"\(sent)\".")
    }
  }

  private static func sendOverUDP(_ stage: DemoStage) throws {
    let name = "client 3"
    let socket = try stage.bound(.udp, name, to: Endpoint(.loopback, 0))
    let local = try socket.localEndpoint()
    stage.hold(name, HeldSocket(socket))
    stage.watchSender(local, role: name)
    try stage.say("for \(udp)", on: name, to: stage.server)
    let heard = try stage.hear(on: udp)
    try expect(heard.text, toBe: "for \(udp)")
    stage.notes["heard " + udp] = heard.text
    if let sender = heard.sender { stage.noteMessage(from: sender, to: stage.server) }
  }
}

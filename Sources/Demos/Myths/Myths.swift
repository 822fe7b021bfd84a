import PortKnowledge
import Sockets

/// Ten sayings about ports and sockets, judged by the learner and decided by the kernel.
enum Myths {
  static let demo = Demo(
    id: "myths", title: "Ten things people say",
    teaches: "Sayings about ports: you judge each one, and the kernel decides.",
    steps: [
      onePerPort, newPort, bothProtocols, beforeAccept, onlyLoopback, refused, deafDatagram,
      sharedSource, twoServers, goneAtOnce,
    ].map(\.step))

  private static let onePerPort = Myth(
    id: "one-per-port", title: "One connection a port",
    quote: "A port can serve only one connection at a time.",
    trial: "two clients connect to one port, and the server accepts both.", isTrue: false,
    mistake: "Then no web server could serve two people.",
    explanation:
      "A connection is named by both ends together. The server's port stands in every one "
      + "of them.",
    run: { stage in
      let server = try stage.listenOnFreePort("server", on: .loopback)
      for client in ["client 1", "client 2"] {
        try stage.connect(client, to: server, serverRole: "server's end of \(client)")
        _ = try stage.accept(from: "server", as: "server's end of \(client)")
      }
      try stage.showTable(expecting: [.listen: 1, .established: 4])
      let count = stage.rows.count { $0.state == .established && $0.local == server }
      return ("\(count) connections are open on port \(server.port)", count < 2)
    })

  private static let newPort = Myth(
    id: "new-port", title: "accept() and ports",
    quote: "accept() gives each connection a new port of the server.",
    trial: "a client connects, and we look at the port of the accepted socket.", isTrue: false,
    mistake: "A new descriptor, yes; the port of the row is the listener's.",
    explanation:
      "accept() makes a new socket with a new descriptor. Its own end is the address and "
      + "port that the client dialled.",
    run: { stage in
      let server = try stage.listenOnFreePort("server", on: .loopback)
      try stage.connect("client", to: server, serverRole: "accepted")
      _ = try stage.accept(from: "server", as: "accepted")
      let local = try stage.held("accepted").socket.localEndpoint()
      try stage.showTable(expecting: [.listen: 1, .established: 2])
      return (
        "the listener has port \(server.port), the accepted socket \(local.port)",
        local.port != server.port
      )
    })

  private static let bothProtocols = Myth(
    id: "both-protocols", title: "TCP and UDP",
    quote: "One number can be a TCP port and a UDP port at the same time.",
    trial: "a TCP and a UDP socket bind the same address and number.", isTrue: true,
    mistake: "Each protocol has ports of its own; DNS uses 53 in both.",
    explanation:
      "TCP and UDP each count their ports for themselves: the protocol is one of the five "
      + "fields.",
    run: { stage in
      let server = try stage.listenOnFreePort("TCP server", on: .loopback)
      try stage.open("UDP server", .udp)
      let refusal = try stage.refusal { try stage.bind("UDP server", to: server) }
      if refusal == nil { stage.watchServer(server, .udp, role: "UDP server") }
      try stage.showTable(
        until: { rows in rows.count == (refusal == nil ? 2 : 1) },
        missing: { _ in "The rows of both servers are not there." })
      let bind = refusal.map { "gave \($0)" } ?? "succeeded"
      return ("the second bind() of port \(server.port) \(bind)", refusal == nil)
    })

  private static let beforeAccept = Myth(
    id: "before-accept", title: "Before accept()",
    quote: "A client can send bytes before the server has called accept().",
    trial: "a client connects and sends five bytes; the server does not accept.", isTrue: true,
    mistake: "The kernel makes the handshake and keeps the bytes; accept() only hands them over.",
    explanation: "For a listener the kernel completes handshakes by itself. The bytes wait in the "
      + "receive queue of a socket that no process holds yet.",
    run: { stage in
      let server = try stage.listenOnFreePort("server", on: .loopback)
      try stage.connect("client", to: server, serverRole: "not accepted yet")
      try stage.say("hello", on: "client")
      try stage.showTable(
        until: { rows in rows.contains { $0.state == .established && $0.local == server } },
        missing: { _ in "The server's end of the connection is not there." })
      try stage.waitForRow {
        $0.local == server && $0.state == .established && $0.receiveQueue == 5
      }
      return ("5 bytes wait at a connection that nobody has accepted", true)
    })

  private static let onlyLoopback = Myth(
    id: "only-loopback", title: "The loopback address",
    quote: "127.0.0.1 is the only IPv4 address of loopback.",
    trial: "a server listens on 127.45.67.89, and a client connects to it.", isTrue: false,
    mistake: "The whole block 127.0.0.0/8 is loopback: more than 16 million addresses.",
    explanation:
      "All of 127.0.0.0/8 leads back to this machine (RFC 1122, section 3.2.1.3), and Linux "
      + "lets programs use each of its addresses.",
    run: { stage in
      let server = try stage.listenOnFreePort("server", on: .v4(0x7F2D_4359))
      try stage.connect("client", to: server, serverRole: "server's end")
      try stage.showTable(expecting: [.listen: 1, .established: 2])
      return ("a connection to \(server) is open", false)
    })

  private static let refused = Myth(
    id: "refused", title: "Connection refused",
    quote: "A refused connection means that a firewall blocked it.",
    trial: "a client connects to a port of this machine where nobody listens.", isTrue: false,
    mistake: "Here no firewall stands between: both ends are on loopback.",
    explanation: "Usually it means that nobody listens: the kernel answers the SYN with RST. Many "
      + "firewalls drop, and that is silence; some reject, which looks the same.",
    run: { stage in
      try stage.open("nobody")
      let target = try stage.bind("nobody", to: Endpoint(.loopback, 0))
      try stage.close("nobody")
      try stage.open("client")
      let atOnce = try stage.refusal {
        try stage.beginConnecting("client", to: target, peerRole: "nobody")
      }
      let late = try stage.finishConnecting("client", within: DemoStage.patience)
      try stage.showTable(expecting: [:])
      let outcome = atOnce ?? late ?? "success"
      return (
        "connect() to \(target) gave \(outcome) without any firewall", outcome != "ECONNREFUSED"
      )
    })

  private static let deafDatagram = Myth(
    id: "deaf-datagram", title: "UDP into the void",
    quote: "sendto() on a UDP socket fails if nobody listens on the port.",
    trial: "a datagram is sent to a port where nobody is.", isTrue: false,
    mistake: "UDP has no handshake: when sendto() returns, nobody has been asked.",
    explanation: "Success means that the datagram was handed to the network, and nothing more "
      + "(udp(7)).",
    run: { stage in
      try stage.open("nobody", .udp)
      let target = try stage.bind("nobody", to: Endpoint(.loopback, 0))
      try stage.close("nobody")
      try stage.open("sender", .udp)
      let own = try stage.bind("sender", to: Endpoint(.loopback, 0))
      stage.watchSender(own, role: "sender")
      let failure = try stage.refusal { try stage.say("anybody", on: "sender", to: target) }
      try stage.showTable(expecting: [.closed: 1])
      return ("sendto() \(failure.map { "gave \($0)" } ?? "took all 7 bytes")", failure != nil)
    })

  private static let sharedSource = Myth(
    id: "shared-source", title: "One source port",
    quote: "Two connections of one client may use the same source port.",
    trial: "two sockets with one source port connect to two servers.", isTrue: true,
    mistake: "The whole tuple must differ, not the source port.",
    explanation: "The destinations differ, so the tuples do. The kernel refuses only a tuple that "
      + "exists already.",
    run: { stage in
      let first = try stage.listenOnFreePort("server 1", on: .loopback)
      let second = try stage.listenOnFreePort("server 2", on: .loopback)
      var source = Endpoint(.loopback, 0)
      for (client, server) in [("client 1", first), ("client 2", second)] {
        try stage.open(client)
        try stage.set(.reuseAddress, to: 1, on: client)
        source = try stage.bind(client, to: source)
        try stage.beginConnecting(client, to: server, peerRole: "end of \(client)")
      }
      try stage.showTable(
        expecting: [.listen: 2, .established: 4], marking: { $0.local == source })
      let count = stage.rows.count { $0.state == .established && $0.local == source }
      return ("\(count) connections have the source \(source)", count == 2)
    })

  private static let twoServers = Myth(
    id: "two-servers", title: "SO_REUSEADDR",
    quote: "With SO_REUSEADDR two servers can listen on one address and port.",
    trial: "both servers set it; the second binds where the first listens.", isTrue: false,
    mistake: "That is SO_REUSEPORT on Linux, or SO_REUSEADDR on Windows.",
    explanation:
      "On Linux SO_REUSEADDR allows a bind() beside connections and TIME-WAIT, never beside "
      + "a listener. Sharing is what SO_REUSEPORT is for (socket(7)).",
    run: { stage in
      try stage.open("server 1")
      try stage.set(.reuseAddress, to: 1, on: "server 1")
      let end = try stage.bind("server 1", to: Endpoint(.loopback, 0))
      try stage.listen("server 1", backlog: 8)
      try stage.open("server 2")
      try stage.set(.reuseAddress, to: 1, on: "server 2")
      let refusal = try stage.refusal { try stage.bind("server 2", to: end) }
      try stage.showTable(expecting: [.listen: 1])
      return ("the second bind() \(refusal.map { "gave \($0)" } ?? "succeeded")", refusal == nil)
    })

  private static let goneAtOnce = Myth(
    id: "gone-at-once", title: "Closed and gone",
    quote: "A connection that both sides have closed is gone from the table at once.",
    trial: "client and server close, one after the other, and the table is read.", isTrue: false,
    mistake: "Nobody was reset here, so one side has to wait.",
    explanation:
      "The side that closed first keeps a row in TIME-WAIT, 60 seconds on Linux, so that "
      + "late segments find their connection.",
    run: { stage in
      let server = try stage.listenOnFreePort("server", on: .loopback)
      try stage.connect("client", to: server, serverRole: "server's end")
      _ = try stage.accept(from: "server", as: "server's end")
      try stage.close("client")
      _ = try stage.hear(on: "server's end")
      try stage.close("server's end")
      try stage.close("server")
      try stage.showTable(expecting: [.timeWait: 1])
      stage.closeEverything()
      return ("both have closed, and one row is in TIME-WAIT", false)
    })
}

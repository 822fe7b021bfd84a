import Glibc
import PortKnowledge
import SystemPackage

@testable import Sockets

extension SocketMix {
  /// Opens a few thousand sockets in all states; `share` of 4 means a quarter of them.
  func openEverything(share: Int) throws {
    let plain = try listener()
    let dual = try listener(on: address.mapped, isIPv6: true)
    var listeners = [plain]
    if hasIPv6 { listeners.append(try listener(on: .loopback6)) }
    for listener in listeners {
      try connections(700 / share, listener)
      try halfClosed(80 / share, listener)
      try timeWaits(60 / share, listener)
      for _ in 0..<4 { try stuckClosings(listener) }
    }
    try connections(150 / share, dual)
    try timeWaits(20 / share, dual)
    try fullQueues(6)
    try deferred(10)
    try waiting(listeners: 20 / share)
    try sharedListeners(4)
    try datagrams(150 / share)
  }

  /// Connections, some with bytes not yet read and some held by two descriptors.
  private func connections(_ count: Int, _ listener: (number: Int32, end: Endpoint)) throws {
    for index in 0..<count {
      let (client, server) = try pair(listener)
      if index % 3 == 0 { try write(1 + index % 500, to: client) }
      if index % 5 == 0 { try write(1 + index % 77, to: server) }
      if index % 50 == 0 {
        let copy = try duplicate(client)
        know(
          client, .established, remote: Endpoint(listener.end.address.unmapped, listener.end.port),
          alsoAt: [copy])
      } else {
        knowClient(client, .established, of: listener.end)
      }
      try knowServer(server, .established, of: client)
    }
  }

  /// FIN-WAIT-2 and CLOSE-WAIT.
  private func halfClosed(_ count: Int, _ listener: (number: Int32, end: Endpoint)) throws {
    for index in 0..<count {
      let (client, server) = try pair(listener)
      if index % 2 == 0 { try write(3, to: client) }
      shutdown(client, Int32(SHUT_WR))
      knowClient(client, .finWait2, of: listener.end)
      try knowServer(server, .closeWait, of: client)
    }
  }

  private func timeWaits(_ count: Int, _ listener: (number: Int32, end: Endpoint)) throws {
    for _ in 0..<count {
      let (client, server) = try pair(listener)
      let end = try local(client)
      drop(client)
      try wait(server, POLLIN)
      drop(server)
      knowUnheld(
        .timeWait, from: end, to: Endpoint(listener.end.address.unmapped, listener.end.port))
    }
  }

  /// FIN-WAIT-1, LAST-ACK and CLOSING: the FIN cannot leave because the other end reads nothing.
  private func stuckClosings(_ listener: (number: Int32, end: Endpoint)) throws {
    var (client, server) = try pair(listener)
    try fill(client)
    shutdown(client, Int32(SHUT_WR))
    knowClient(client, .finWait1, of: listener.end)
    try knowServer(server, .established, of: client)

    (client, server) = try pair(listener)
    shutdown(client, Int32(SHUT_WR))
    try wait(server, POLLIN)
    try fill(server)
    shutdown(server, Int32(SHUT_WR))
    knowClient(client, .finWait2, of: listener.end)
    try knowServer(server, .lastAck, of: client)

    (client, server) = try pair(listener)
    try fill(client)
    shutdown(client, Int32(SHUT_WR))
    shutdown(server, Int32(SHUT_WR))
    knowClient(client, .closing, of: listener.end)
    try knowServer(server, .finWait2, of: client)
  }

  /// SYN-SENT: clients of a listener whose accept queue is full.
  private func fullQueues(_ count: Int) throws {
    for _ in 0..<count {
      let full = try listener(backlog: 0)
      let first = try client(to: full.end)
      try wait(first, POLLOUT)
      knowClient(first, .established, of: full.end)
      knowUnheld(.established, from: full.end, to: try local(first))
      for _ in 0..<2 { knowClient(try client(to: full.end), .synSent, of: full.end) }
    }
  }

  /// SYN-RECV: a listener that waits for data before the handshake counts as over.
  private func deferred(_ count: Int) throws {
    let patient = try listener { set($0, Int32(IPPROTO_TCP), Int32(TCP_DEFER_ACCEPT), 120) }
    for _ in 0..<count {
      let client = try client(to: patient.end)
      try wait(client, POLLOUT)
      knowClient(client, .established, of: patient.end)
      knowUnheld(.synReceived, from: patient.end, to: try local(client))
    }
  }

  /// Listeners with connections that nobody has accepted.
  private func waiting(listeners count: Int) throws {
    for index in 0..<count {
      let busy = try listener(backlog: Int32(10 + index))
      for _ in 0..<index % 7 {
        let client = try client(to: busy.end)
        try wait(client, POLLOUT)
        knowClient(client, .established, of: busy.end)
        knowUnheld(.established, from: busy.end, to: try local(client))
      }
    }
  }

  private func sharedListeners(_ count: Int) throws {
    var end = Endpoint(address, 0)
    for _ in 0..<count {
      let number = try make(.tcp, at: end, sharesPort: true)
      try SystemCall("listen").perform { Glibc.listen(number, 5) }
      end = try local(number)
      know(number, .listen, remote: Endpoint(.any, 0))
    }
  }

  private func datagrams(_ count: Int) throws {
    var shared = Endpoint(address, 0)
    for index in 0..<count {
      for address in hasIPv6 ? [address, .loopback6] : [address] {
        let wildcard = Endpoint(address.isIPv6 ? .any6 : .any, 0)
        let open = try make(.udp, at: Endpoint(address, 0))
        know(open, .closed, .udp, remote: wildcard)
        let end = try local(open)
        let connected = try make(.udp, at: Endpoint(address, 0))
        try SystemCall("connect", endpoint: end).perform {
          SocketAddress(end, family: AddressFamily(of: address)).withAddress {
            connect(connected, $0, $1)
          }
        }
        know(connected, .established, .udp, remote: end)
        if index % 4 == 0 { try write(1 + index, to: connected) }
      }
      if index < 5 {
        let number = try make(.udp, at: shared, sharesPort: true)
        shared = try local(number)
        know(number, .closed, .udp, remote: Endpoint(.any, 0))
      }
    }
  }
}

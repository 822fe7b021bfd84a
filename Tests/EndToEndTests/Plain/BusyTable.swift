import PortKnowledge
import Sockets

/// A few thousand sockets of this process in mixed states, addresses and families, on loopback.
final class BusyTable {
  private final class Held {
    let socket: Socket
    init(_ socket: consuming Socket) { self.socket = socket }
  }

  private var held: [Held] = []
  private var crowds: [ConnectionCrowd] = []
  /// Every port that one of the sockets has on its own side.
  private(set) var ports: Set<PortNumber> = []

  /// Opens them all.
  init() throws {
    try openListeners()
    try openDatagrams()
    try openConnections()
    try openClosing()
    try openUnanswered()
  }

  private func keep(_ socket: consuming Socket) throws -> Held {
    let entry = Held(socket)
    if let port = try entry.socket.ends().local?.port { ports.insert(port) }
    held.append(entry)
    return entry
  }

  private func listener(on address: IPAddress, backlog: Int32 = 64) throws -> Held {
    let socket = try Socket(.tcp, family: AddressFamily(of: address))
    // A wildcard listener must not be reached from the network.
    if address.isWildcard { try socket.tieToLoopback() }
    try socket.bind(to: Endpoint(address, 0))
    try socket.listen(backlog: backlog)
    return try keep(socket)
  }

  private func openListeners() throws {
    for _ in 0..<100 { _ = try listener(on: .loopback) }
    for address in [IPAddress.octets(127, 0, 0, 9), .loopback6] {
      for _ in 0..<20 { _ = try listener(on: address) }
    }
  }

  private func openDatagrams() throws {
    for index in 0..<300 {
      let address: IPAddress = index % 3 == 0 ? .loopback6 : .loopback
      let socket = try Socket(.udp, family: AddressFamily(of: address))
      try socket.bind(to: Endpoint(address, 0))
      if index % 2 == 0 { _ = try socket.startConnecting(to: Endpoint(address, 9)) }
      _ = try keep(socket)
    }
  }

  /// Two crowds: over IPv4 from several sources.
  private func openConnections() throws {
    for round in 0..<2 {
      let server = try listener(on: .loopback, backlog: 512)
      let end = try server.socket.localEndpoint()
      let crowd = try ConnectionCrowd(listener: server.socket.number, at: end)
      try crowd.grow(
        to: 600, accepting: round == 0 ? 600 : 500,
        from: { .octets(127, 2, UInt8(round), UInt8($0 % 7 + 1)) }, while: { _ in true })
      crowds.append(crowd)
    }
  }

  /// Connections of which one side has closed: FIN-WAIT-2 and CLOSE-WAIT, or TIME-WAIT.
  private func openClosing() throws {
    for index in 0..<60 {
      let address: IPAddress = index % 2 == 0 ? .loopback : .loopback6
      let server = try listener(on: address)
      let socket = try Socket(.tcp, family: AddressFamily(of: address))
      try socket.connect(to: server.socket.localEndpoint(), timeout: .seconds(5))
      _ = try server.socket.wait(for: .reading, timeout: .seconds(5))
      guard let accepted = try server.socket.accept() else { continue }
      let end = try keep(accepted.take())
      _ = try end.socket.send([1, 2, 3])
      let client = try keep(socket)
      if index % 3 != 0 { try client.socket.shutdown(.writing) }
      if index % 3 == 2 {
        _ = try end.socket.wait(for: .reading, timeout: .seconds(5))
        try end.socket.shutdown(.both)
        _ = try client.socket.receive(upTo: 16)
      }
    }
  }

  /// Clients whose SYN is dropped, because the accept queue is full.
  private func openUnanswered() throws {
    let server = try listener(on: .loopback, backlog: 0)
    let end = try server.socket.localEndpoint()
    for _ in 0..<4 {
      let socket = try Socket(.tcp)
      _ = try socket.startConnecting(to: end)
      _ = try keep(socket)
      _ = try server.socket.wait(for: .reading, timeout: .seconds(5))
    }
  }
}

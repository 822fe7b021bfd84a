import PortKnowledge

/// A machine's sockets drawn at random, what arrives for them, and the calls that ask the kernel.
///
/// Only combinations that the kernel lets stand: every TCP listener sets SO_REUSEPORT and no two
/// have the same address and port; every UDP socket sets SO_REUSEADDR and may have any address.
struct DeliveryTable {
  private(set) var sockets: [ReceivingSocket] = []
  private(set) var steps: [ExperimentStep] = []
  /// By which rule each packet that was sent should arrive; nil where nobody gets it.
  private(set) var decisions: [DeliveryRule?] = []
  private var generator: SeededGenerator
  private var usedTuples: Set<FiveTuple> = []

  private static let servers = [2, 3].map { IPAddress.octets(127, 0, 0, $0) }
  private static let clients = [5, 6].map { IPAddress.octets(127, 0, 0, $0) }
  private static let ports: [PortNumber] = [1001, 1002]
  private static let sources: [PortNumber] = [40_001, 40_002, 40_003]

  /// A table of a seed with so many packets.
  init(_ transport: TransportProtocol, seed: UInt64, packets: Int) {
    generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...6, using: &generator)
    for _ in 0..<count {
      if transport == .tcp { addTCPSocket() } else { addUDPSocket() }
    }
    if transport == .tcp {
      for _ in 0..<Int.random(in: 0...4, using: &generator) { addConnection() }
    }
    for _ in 0..<packets {
      if transport == .tcp { sendSegment() } else { sendDatagram() }
    }
  }

  /// The calls, which all stay on loopback.
  var experiment: Experiment { Experiment(steps: steps, needs: [.ipv6]) }

  // MARK: Draws

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  private mutating func localAddress() -> IPAddress {
    let mapped = Self.servers.map { address -> IPAddress in
      guard case .v4(let bits) = address else { return address }
      return .v6(0, 0xFFFF_0000_0000 | UInt64(bits))
    }
    return pick(Self.servers + mapped + [.any, .any, .any6, .any6, .loopback6])
  }

  /// Both ends of a packet: over IPv4, or from ::1 to ::1.
  private mutating func ends() -> (source: Endpoint, destination: Endpoint) {
    let isIPv6 = Int.random(in: 0..<4, using: &generator) == 0
    let source = isIPv6 ? .loopback6 : pick(Self.clients)
    let destination = isIPv6 ? .loopback6 : pick(Self.servers)
    return (Endpoint(source, pick(Self.sources)), Endpoint(destination, pick(Self.ports)))
  }

  private func name(_ index: Int) -> String { "S\(index)" }

  private mutating func add(
    _ socket: String, _ call: ExperimentCall, expected: ExperimentOutcome? = nil,
    isAsked: Bool = false
  ) {
    steps.append(ExperimentStep(socket, call, expected: expected, isAsked: isAsked))
  }

  private mutating func open(_ socket: ReceivingSocket, _ option: ExperimentOption) {
    let name = name(sockets.count)
    sockets.append(socket)
    add(name, .open(socket.transport, isIPv6: socket.isIPv6))
    if socket.local.address == .any6 { add(name, .set(.ipv6Only, socket.isIPv6Only ? 1 : 0)) }
    add(name, .set(option, 1))
    add(name, .bind(socket.local))
    if socket.transport == .tcp, socket.isListening { add(name, .listen(backlog: 16)) }
    if let remote = socket.remote { add(name, .connect(remote)) }
  }

  // MARK: Sockets

  private mutating func addTCPSocket() {
    let local = Endpoint(localAddress(), pick(Self.ports))
    let socket = ReceivingSocket(
      .tcp, local: local, isIPv6Only: Bool.random(using: &generator),
      isListening: Int.random(in: 0..<5, using: &generator) > 0)
    if !sockets.contains(where: { $0.local == local }) { open(socket, .reusePort) }
  }

  private mutating func addUDPSocket() {
    if Int.random(in: 0..<3, using: &generator) > 0 {
      let local = Endpoint(localAddress(), pick(Self.ports))
      let socket = ReceivingSocket(
        .udp, local: local, isIPv6Only: Bool.random(using: &generator))
      return open(socket, .reuseAddress)
    }
    let (source, destination) = ends()
    guard usedTuples.insert(FiveTuple(.udp, from: source, to: destination)).inserted else {
      return
    }
    var socket = ReceivingSocket(.udp, local: destination, remote: source)
    if !destination.address.isIPv6, Int.random(in: 0..<3, using: &generator) == 0 {
      socket = Self.mapped(socket)
    }
    open(socket, .reuseAddress)
  }

  /// A connection with whichever listener gets it, accepted.
  private mutating func addConnection() {
    let (source, destination) = ends()
    let opening = ArrivingPacket.syn(from: source, to: destination)
    let listener = Demultiplexer.delivery(of: opening, among: sockets).receiver
    guard let listener, sockets[listener].remote == nil,
      usedTuples.insert(opening.tuple).inserted
    else { return }
    let name = name(sockets.count)
    openClient("peer of \(name)", .tcp, source)
    add("peer of \(name)", .connect(destination))
    add(self.name(listener), .accept(as: name), expected: .ok)
    let socket = ReceivingSocket(.tcp, local: destination, remote: source)
    sockets.append(sockets[listener].isIPv6 ? Self.mapped(socket) : socket)
  }

  private static func mapped(_ socket: ReceivingSocket) -> ReceivingSocket {
    func mapped(_ endpoint: Endpoint) -> Endpoint {
      guard case .v4(let bits) = endpoint.address else { return endpoint }
      return Endpoint(.v6(0, 0xFFFF_0000_0000 | UInt64(bits)), endpoint.port)
    }
    var socket = socket
    socket.local = mapped(socket.local)
    socket.remote = socket.remote.map(mapped)
    return socket
  }

  private mutating func openClient(
    _ name: String, _ transport: TransportProtocol, _ source: Endpoint
  ) {
    add(name, .open(transport, isIPv6: source.address.isIPv6))
    add(name, .set(.reuseAddress, 1))
    add(name, .bind(source))
  }

  // MARK: Packets

  private mutating func sendSegment() {
    let connections = sockets.indices.filter { sockets[$0].remote != nil }
    if !connections.isEmpty, Int.random(in: 0..<3, using: &generator) == 0 {
      return sendData(over: pick(connections))
    }
    let (source, destination) = ends()
    let packet = ArrivingPacket.syn(from: source, to: destination)
    guard usedTuples.insert(packet.tuple).inserted else { return }
    let delivery = Demultiplexer.delivery(of: packet, among: sockets)
    decisions.append(delivery.rule)
    let sender = "sender \(steps.count)"
    openClient(sender, .tcp, source)
    let receiver = delivery.receiver
    add(
      sender, .connect(destination), expected: receiver == nil ? .error("ECONNREFUSED") : .ok,
      isAsked: true)
    guard let receiver else { return }
    askWho(receiver)
    add(name(receiver), .accept(as: "\(sender) accepted"), expected: .ok)
  }

  private mutating func sendData(over index: Int) {
    let socket = sockets[index]
    guard let remote = socket.remote else { return }
    let packet = ArrivingPacket.segment(
      from: Endpoint(remote.address.unmapped, remote.port),
      to: Endpoint(socket.local.address.unmapped, socket.local.port))
    let delivery = Demultiplexer.delivery(of: packet, among: sockets)
    decisions.append(delivery.rule)
    add("peer of \(name(index))", .send("x"), expected: .ok)
    if let receiver = delivery.receiver {
      askWho(receiver)
      add(name(receiver), .receive(upTo: 9), expected: .text("x"))
    }
  }

  private mutating func sendDatagram() {
    let (source, destination) = ends()
    let packet = ArrivingPacket.datagram(from: source, to: destination)
    let delivery = Demultiplexer.delivery(of: packet, among: sockets)
    decisions.append(delivery.rule)
    let sender = "sender \(steps.count)"
    openClient(sender, .udp, source)
    add(sender, .connect(destination))
    add(sender, .send("x"), expected: .ok)
    if let receiver = delivery.receiver {
      askWho(receiver)
      add(name(receiver), .receive(upTo: 9), expected: .text("x"))
    } else {
      add(sender, .receive(upTo: 9), expected: .error("ECONNREFUSED"), isAsked: true)
    }
    add(sender, .close)
  }

  private mutating func askWho(_ receiver: Int) {
    // A TCP socket that never listened is hung up, which poll() takes for readable.
    let names = sockets.indices.filter {
      sockets[$0].transport == .udp || sockets[$0].state != .closed
    }
    .map(name)
    add("", .receiver(among: names), expected: .receiver(name(receiver)), isAsked: true)
  }
}

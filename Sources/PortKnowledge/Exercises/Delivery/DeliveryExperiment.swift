/// The calls that build a case on loopback and send what arrives in it.
///
/// Listeners and UDP sockets come first, in their order. Connections are made by clients bound to
/// their peers' ends and accepted from the listener that gets them; where the case has none any
/// more, from one that is closed at once.
struct DeliveryExperiment {
  private let delivery: DeliveryCase
  private var steps: [ExperimentStep] = []
  private var addresses: Set<IPAddress> = []
  private var isAsking = false
  private var senders = 0
  /// The sockets that are not closed.
  private var open: [Int]

  /// The sockets of a case.
  init(_ delivery: DeliveryCase) {
    self.delivery = delivery
    open = Array(delivery.sockets.indices)
    for index in delivery.sockets.indices where !isConnection(index) { make(index) }
    for index in delivery.sockets.indices where isConnection(index) { connect(index) }
  }

  /// The experiment; nil where nothing of it can be asked.
  var experiment: Experiment? {
    guard isAsking else { return nil }
    let needsIPv6 = delivery.sockets.contains(where: \.isIPv6)
    return Experiment(
      steps: steps, standIns: Self.standIns(for: addresses), needs: needsIPv6 ? [.ipv6] : [])
  }

  /// Loopback addresses for those of the documentation, each with its mapped form.
  static func standIns(for addresses: Set<IPAddress>) -> [IPAddress: IPAddress] {
    var standIns: [IPAddress: IPAddress] = [:]
    let outside = Set(addresses.map(\.unmapped)).filter { !$0.isLoopback && !$0.isWildcard }
    for (index, address) in outside.sorted().enumerated() {
      let loopback = IPAddress.octets(127, 0, 0, UInt8(truncatingIfNeeded: 11 + index))
      standIns[address] = loopback
      standIns[address.mapped] = loopback.mapped
    }
    return standIns
  }

  private func isConnection(_ index: Int) -> Bool {
    delivery.sockets[index].transport == .tcp && delivery.sockets[index].remote != nil
  }

  private mutating func add(
    _ socket: String, _ call: ExperimentCall, expected: ExperimentOutcome? = nil,
    isAsked: Bool = false
  ) {
    steps.append(ExperimentStep(socket, call, expected: expected, isAsked: isAsked))
    switch call {
    case .bind(let endpoint), .connect(let endpoint): addresses.insert(endpoint.address)
    default: break
    }
    if isAsked { isAsking = true }
  }

  // MARK: The machine's sockets

  private mutating func make(_ index: Int) {
    let socket = delivery.sockets[index]
    let name = delivery.name(index)
    add(name, .open(socket.transport, isIPv6: socket.isIPv6))
    if socket.isIPv6, socket.local.address.isWildcard {
      add(name, .set(.ipv6Only, socket.isIPv6Only ? 1 : 0))
    }
    if delivery.isSharing, socket.transport == delivery.transport {
      add(name, .set(socket.transport == .tcp ? .reusePort : .reuseAddress, 1))
    }
    add(name, .bind(socket.local))
    if socket.transport == .tcp { add(name, .listen(backlog: 8)) }
    if let remote = socket.remote { add(name, .connect(remote)) }
  }

  private mutating func connect(_ index: Int) {
    let socket = delivery.sockets[index]
    guard let remote = socket.remote else { return }
    let name = delivery.name(index)
    let source = Endpoint(remote.address.unmapped, remote.port)
    let destination = Endpoint(socket.local.address.unmapped, socket.local.port)
    let opening = ArrivingPacket.syn(from: source, to: destination)
    let waiting = delivery.sockets.map { $0.remote == nil ? $0 : nil }
    let listeners = waiting.indices.filter { waiting[$0] != nil }
    let parent = Demultiplexer.delivery(of: opening, among: waiting.compactMap { $0 }).receiver
      .map { delivery.name(listeners[$0]) }
    let gone = "listener of \(name)"
    if parent == nil {
      add(gone, .open(.tcp, isIPv6: destination.address.isIPv6))
      add(gone, .set(.reuseAddress, 1))
      add(gone, .bind(destination))
      add(gone, .listen(backlog: 1))
    }
    openClient("peer of \(name)", .tcp, source)
    add("peer of \(name)", .connect(destination))
    add(parent ?? gone, .accept(as: name))
    if parent == nil { add(gone, .close) }
  }

  private mutating func openClient(
    _ name: String, _ transport: TransportProtocol, _ source: Endpoint
  ) {
    add(name, .open(transport, isIPv6: source.address.isIPv6))
    add(name, .set(.reuseAddress, 1))
    add(name, .bind(source))
  }

  // MARK: What arrives

  /// Closes one of the machine's sockets.
  mutating func close(_ index: Int) {
    add(delivery.name(index), .close)
    open.removeAll { $0 == index }
  }

  /// Sends a packet and asks who gets it, where that can be done with ordinary calls.
  mutating func ask(_ packet: ArrivingPacket) {
    let (receiver, rule) = receiver(of: packet)
    let name = receiver.map(delivery.name)
    senders += 1
    switch (packet.tuple.transport, packet.isSYN) {
    case (.udp, _): sendDatagram(packet, as: "sender \(senders)", name)
    case (.tcp, true):
      // A SYN on top of a connection cannot be made by connect().
      if rule == .connection { return }
      call(packet, as: "sender \(senders)", name)
    case (.tcp, false):
      guard let name else { return }
      add("peer of \(name)", .send("x"), expected: .ok)
      askWho(name)
      add(name, .receive(upTo: 9), expected: .text("x"))
    }
  }

  /// Sends such packets one by one, and after each closes the socket that got it.
  mutating func askOrder(_ packet: ArrivingPacket) {
    var packet = packet
    // The kernel chooses a new port for each client.
    if packet.tuple.transport == .tcp { packet.tuple.source.port = 0 }
    while let receiver = receiver(of: packet).0 {
      ask(packet)
      close(receiver)
    }
    ask(packet)
  }

  private func receiver(of packet: ArrivingPacket) -> (Int?, DeliveryRule?) {
    let left = open
    let result = Demultiplexer.delivery(of: packet, among: left.map { delivery.sockets[$0] })
    return (result.receiver.map { left[$0] }, result.rule)
  }

  private mutating func call(
    _ packet: ArrivingPacket, as sender: String, _ receiver: String?
  ) {
    openClient(sender, .tcp, packet.tuple.source)
    guard let receiver else {
      add(
        sender, .connect(packet.tuple.destination), expected: .error("ECONNREFUSED"),
        isAsked: true)
      return
    }
    add(sender, .connect(packet.tuple.destination), expected: .ok)
    askWho(receiver)
    add(receiver, .accept(as: "\(receiver) with \(sender)"), expected: .ok)
  }

  private mutating func sendDatagram(
    _ packet: ArrivingPacket, as sender: String, _ receiver: String?
  ) {
    // Connected, so that an ICMP answer becomes an error.
    openClient(sender, .udp, packet.tuple.source)
    add(sender, .connect(packet.tuple.destination))
    add(sender, .send("x"), expected: .ok)
    if let receiver {
      askWho(receiver)
      add(receiver, .receive(upTo: 9), expected: .text("x"))
    } else {
      add(sender, .receive(upTo: 9), expected: .error("ECONNREFUSED"), isAsked: true)
    }
    add(sender, .close)
  }

  private mutating func askWho(_ receiver: String) {
    let names = open.map(delivery.name)
    add("", .receiver(among: names), expected: .receiver(receiver), isAsked: true)
  }
}

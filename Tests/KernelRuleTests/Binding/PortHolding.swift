import PortKnowledge
import Sockets

/// How a first socket comes to hold the port in a test.
struct PortHolding: Hashable, CustomStringConvertible {
  /// What happens to it after `bind()`.
  enum Stage: String, CaseIterable {
    case bound, listening, established, closeWait, finWait2, closed, timeWait, client

    var state: TCPState {
      switch self {
      case .bound: .closed
      case .listening: .listen
      case .established, .client: .established
      case .closeWait: .closeWait
      // Closed by its program, once the peer has acknowledged that; until then in FIN-WAIT-1.
      case .finWait2, .closed: .finWait2
      case .timeWait: .timeWait
      }
    }
  }

  var transport: TransportProtocol
  /// What is bound.
  var bound: LocalAddress
  /// The IP version of the connection, where there is one; only `::` leaves a choice.
  var isPeerIPv6: Bool
  var reuse: ReuseOptions
  var stage: Stage

  var description: String { "\(transport.name) \(bound) \(reuse) \(stage)" }

  /// The model's socket: a connection has the address that it uses.
  func model(port: PortNumber, user: UInt32 = 1000) -> BoundSocket {
    var local = bound
    if ![.bound, .listening].contains(stage) { local.address = used }
    return BoundSocket(
      transport, local, port, reuse: reuse, state: stage.state, user: user,
      isOrphan: stage == .closed)
  }

  /// The address that a connection of it uses.
  private var used: IPAddress {
    guard bound.isWildcard else { return bound.address }
    if isPeerIPv6 { return .loopback6 }
    return bound.isIPv6 ? .v6(0, 0xFFFF_7F00_0001) : .loopback
  }

  /// Builds it; the sockets must be kept.
  func build(
    port: PortNumber, user: UInt32? = nil, isLate: Bool = false
  ) throws -> [LiveSocket] {
    let first = try LiveSocket(transport, bound, reuse: isLate ? [] : reuse, user: user)
    try first.bind(Endpoint(bound.address, port))
    if isLate { try first.set(reuse) }
    switch stage {
    case .bound:
      return [first]
    case .client:
      let server = try LiveSocket(transport, LocalAddress(isPeerIPv6 ? .loopback6 : .loopback))
      try server.bind(Endpoint(isPeerIPv6 ? .loopback6 : .loopback, 0))
      if transport == .tcp { try server.listen() }
      guard let there = try server.local() else { return [] }
      try first.connect(there)
      return transport == .tcp ? [first, server, try server.accept()] : [first, server]
    case .listening:
      try first.listen()
      return [first]
    case .established, .closeWait, .finWait2, .closed, .timeWait:
      try first.listen()
      let client = try LiveSocket(.tcp, LocalAddress(used.unmapped))
      try client.connect(Endpoint(used.unmapped, port))
      let child = try first.accept()
      first.close()
      switch stage {
      case .closeWait:
        client.close()
        try child.awaitEnd()
      case .finWait2:
        try child.endSending()
        try client.awaitEnd()
        // A byte brings the acknowledgement of the FIN along, which else takes its time.
        try client.send()
        try child.awaitEnd()
      case .closed:
        child.close()
        try client.awaitEnd()
      case .timeWait:
        child.close()
        try client.awaitEnd()
        client.close()
      default:
        break
      }
      return [child, client]
    }
  }

  /// Whether the rule leaves out how it stands to an address: a dual-stack socket with an IPv6
  /// peer still hinders 0.0.0.0.
  func isLeftOut(beside second: LocalAddress) -> Bool {
    bound.isDualStack && isPeerIPv6 && second.address == .any
  }

  /// Every holding of a transport.
  static func all(_ transport: TransportProtocol) -> [PortHolding] {
    // The stage that takes its time has a test of its own.
    let stages = Stage.allCases.filter {
      transport == .tcp ? $0 != .closed : $0 == .bound || $0 == .client
    }
    return stages.flatMap { stage in
      BindCells.addresses.flatMap { address in
        versions(address, stage: stage).flatMap { isIPv6 in
          ReuseOptions.combinations.map {
            PortHolding(
              transport: transport, bound: address, isPeerIPv6: isIPv6, reuse: $0, stage: stage)
          }
        }
      }
    }
  }

  private static func versions(_ address: LocalAddress, stage: Stage) -> [Bool] {
    guard address.isDualStack else { return [address.address.unmapped.isIPv6] }
    return stage == .bound || stage == .listening ? [false] : [false, true]
  }
}

/// A router that translates addresses and ports (NAPT, RFC 3022 section 4.1), with one public
/// address.
///
/// Real ones differ; RFC 4787 and RFC 5382 name the ways. This one maps and filters by address and
/// port: an entry belongs to one destination, and only that one's answers come in through it. The
/// source port is kept where no other entry to the same destination has it; else the lowest free
/// port of a range is taken. Entries do not expire here.
public struct NATTable: Hashable, Sendable {
  /// A translation that is remembered.
  public struct Entry: Hashable, Sendable {
    /// TCP or UDP.
    public var transport: TransportProtocol
    /// The host behind the router.
    public var inside: Endpoint
    /// What the outside sees in its place.
    public var outside: Endpoint
    /// The other end, on the outside.
    public var remote: Endpoint

    /// A translation between two hosts.
    public init(
      _ transport: TransportProtocol, inside: Endpoint, outside: Endpoint, remote: Endpoint
    ) {
      self.transport = transport
      self.inside = inside
      self.outside = outside
      self.remote = remote
    }
  }

  /// A port of the public address that is handed on to a host inside, whoever calls.
  public struct Forward: Hashable, Sendable {
    /// TCP or UDP.
    public var transport: TransportProtocol
    /// The port of the public address.
    public var port: PortNumber
    /// Where it leads.
    public var inside: Endpoint

    /// A port that leads inside.
    public init(_ transport: TransportProtocol, port: PortNumber, to inside: Endpoint) {
      self.transport = transport
      self.port = port
      self.inside = inside
    }
  }

  /// The router's address on the outside.
  public let address: IPAddress
  /// The ports that are taken where the source port cannot be kept.
  public let range: ClosedRange<PortNumber>
  /// The ports that lead inside.
  public let forwards: [Forward]
  /// What is remembered, the oldest first.
  public private(set) var entries: [Entry] = []

  /// A router without entries.
  public init(
    address: IPAddress, range: ClosedRange<PortNumber>, forwards: [Forward] = []
  ) {
    self.address = address
    self.range = range
    self.forwards = forwards
  }

  /// Translates a packet that leaves, and remembers how.
  ///
  /// Returns the packet as the outside sees it; nil where no port is left for its destination.
  public mutating func outbound(_ packet: FiveTuple) -> FiveTuple? {
    let known = entries.first {
      $0.transport == packet.transport && $0.inside == packet.source
        && $0.remote == packet.destination
    }
    if let known { return packet.from(known.outside) }
    guard let port = port(for: packet) else { return nil }
    let outside = Endpoint(address, port)
    entries.append(
      Entry(
        packet.transport, inside: packet.source, outside: outside, remote: packet.destination))
    return packet.from(outside)
  }

  /// Translates a packet that arrives from outside, and remembers how where a port is forwarded.
  ///
  /// Returns the packet as the host inside sees it; nil where it is dropped.
  public mutating func inbound(_ packet: FiveTuple) -> FiveTuple? {
    if let entry = entry(for: packet) { return packet.to(entry.inside) }
    let forward = forwards.first {
      $0.transport == packet.transport && $0.port == packet.destination.port
        && packet.destination.address == address
    }
    guard let forward else { return nil }
    entries.append(
      Entry(
        packet.transport, inside: forward.inside, outside: packet.destination,
        remote: packet.source))
    return packet.to(forward.inside)
  }

  /// The entry to which a packet from outside belongs: protocol and both endpoints must agree.
  public func entry(for packet: FiveTuple) -> Entry? {
    entries.first {
      $0.transport == packet.transport && $0.outside == packet.destination
        && $0.remote == packet.source
    }
  }

  /// Whether an entry to the same destination has a port of the public address already.
  public func isTaken(
    _ port: PortNumber, over transport: TransportProtocol, to remote: Endpoint
  ) -> Bool {
    forwards.contains { $0.transport == transport && $0.port == port }
      || entries.contains {
        $0.transport == transport && $0.outside.port == port && $0.remote == remote
      }
  }

  private func port(for packet: FiveTuple) -> PortNumber? {
    let isFree = { (port: PortNumber) in
      !isTaken(port, over: packet.transport, to: packet.destination)
    }
    if isFree(packet.source.port) { return packet.source.port }
    return (range.lowerBound.rawValue...range.upperBound.rawValue).lazy
      .map { PortNumber($0) }.first(where: isFree)
  }
}

extension FiveTuple {
  /// The same packet from another endpoint.
  fileprivate func from(_ source: Endpoint) -> FiveTuple {
    FiveTuple(transport, from: source, to: destination)
  }

  /// The same packet to another endpoint.
  fileprivate func to(_ destination: Endpoint) -> FiveTuple {
    FiveTuple(transport, from: source, to: destination)
  }
}

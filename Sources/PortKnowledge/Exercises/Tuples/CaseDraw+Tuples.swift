/// 5-tuples and changes to them, with addresses that belong to nobody.
///
/// IPv4 addresses come from the documentation ranges of RFC 5737, IPv6 ones from that of RFC 3849.
extension CaseDraw {
  /// Services that a learner knows, all over TCP.
  private static let serverPorts: [PortNumber] = [
    22, 25, 80, 143, 443, 587, 993, 3306, 5432, 6379, 8080, 8443,
  ]

  /// A client's tuple to a server over TCP.
  ///
  /// The lowest bit of the client's port is the seed's, so neighbouring seeds never give the same
  /// case.
  mutating func clientTuple() -> FiveTuple {
    let isIPv6 = level == .hard && chance(oneIn: 3)
    let client = address(isIPv6: isIPv6, unlike: [])
    let server = level == .hard ? near(client) : address(isIPv6: isIPv6, unlike: [client])
    let step = number(in: UInt16(0)...14115)
    let clientPort = PortNumber(32768 + 2 * step + UInt16(seed & 1))
    return FiveTuple(
      .tcp, from: Endpoint(client, clientPort),
      to: Endpoint(server, pick(Self.serverPorts, else: 443)))
  }

  /// The tuple with another value in one field, one that occurs nowhere in it.
  mutating func changing(_ field: TupleField, of tuple: FiveTuple) -> FiveTuple {
    var changed = tuple
    let addresses = [tuple.source.address, tuple.destination.address]
    switch field {
    case .transport:
      changed.transport = tuple.transport == .tcp ? .udp : .tcp
    case .sourceAddress:
      changed.source.address = other(tuple.source.address, unlike: addresses)
    case .destinationAddress:
      changed.destination.address = other(tuple.destination.address, unlike: addresses)
    case .sourcePort:
      changed.source.port = other(tuple.source.port, in: tuple)
    case .destinationPort:
      changed.destination.port = other(tuple.destination.port, in: tuple)
    }
    return changed
  }

  // MARK: Single values

  private mutating func address(isIPv6: Bool, unlike used: [IPAddress]) -> IPAddress {
    while true {
      let host = number(in: UInt8(1)...254)
      let drawn: IPAddress =
        if isIPv6 {
          .v6(0x2001_0DB8_0000_0000, number(in: UInt64(1)...0xFFF))
        } else {
          pick(
            [
              .octets(192, 0, 2, host), .octets(198, 51, 100, host), .octets(203, 0, 113, host),
            ], else: .octets(192, 0, 2, host))
        }
      if !used.contains(drawn) { return drawn }
    }
  }

  /// Another address of the same network, so that only its end differs.
  private mutating func near(_ address: IPAddress) -> IPAddress {
    while true {
      let drawn: IPAddress =
        switch address {
        case .v4(let bits): .v4(bits & ~0xFF | number(in: UInt32(1)...254))
        case .v6(let high, _): .v6(high, number(in: UInt64(1)...0xFFF))
        }
      if drawn != address { return drawn }
    }
  }

  private mutating func other(_ value: IPAddress, unlike used: [IPAddress]) -> IPAddress {
    while true {
      let drawn = level == .easy ? address(isIPv6: value.isIPv6, unlike: used) : near(value)
      if !used.contains(drawn) { return drawn }
    }
  }

  private mutating func other(_ port: PortNumber, in tuple: FiveTuple) -> PortNumber {
    while true {
      let drawn = Self.serverPorts.contains(port) ? pick(Self.serverPorts, else: 443) : near(port)
      if drawn != tuple.source.port, drawn != tuple.destination.port { return drawn }
    }
  }

  /// Another ephemeral port: any on the easy level, else one whose last digits differ.
  private mutating func near(_ port: PortNumber) -> PortNumber {
    let range = PortFacts.linuxEphemeralRange
    let lowest = range.lowerBound.rawValue
    let highest = range.upperBound.rawValue
    guard level != .easy else {
      return PortNumber(number(in: lowest...highest))
    }
    let base = max(lowest, port.rawValue / 100 * 100)
    return PortNumber(number(in: base...min(highest, base + 99)))
  }
}

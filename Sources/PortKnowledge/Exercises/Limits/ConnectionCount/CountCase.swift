/// A client that opens as many connections as it can: from where, to where, and what is in the way.
struct CountCase {
  /// The client's addresses.
  var sources: [IPAddress]
  /// The ports from which the kernel chooses.
  var ports: ClosedRange<PortNumber>
  /// The servers' addresses.
  var destinationAddresses: [IPAddress]
  /// The ports on which every one of them listens.
  var destinationPorts: [PortNumber]
  /// Whether each of the client's addresses is a machine of its own.
  var areMachines = false
  /// Which call chooses the source port.
  var choice = ConnectionCount.PortChoice.atConnect
  /// How many connections are open from the first source to the first destination.
  var open = 0
  /// How many the client has closed first, from and to the same, less than a minute ago.
  var timeWait = 0
  /// A listener of the client's machine on a port of the range.
  var listener: Endpoint?
  /// Ports of the range in `ip_local_reserved_ports`.
  var reserved: ClosedRange<PortNumber>?

  /// How many ports the range has.
  var portCount: Int { Int(ports.upperBound.rawValue) - Int(ports.lowerBound.rawValue) + 1 }
  /// Whether the range is that of a Linux machine without settings of its own.
  var isDefaultRange: Bool { ports == PortFacts.linuxEphemeralRange }
  /// How many ports of the range are never chosen.
  var blocked: Int {
    let reservedCount = reserved.map {
      Int($0.upperBound.rawValue) - Int($0.lowerBound.rawValue) + 1
    }
    return (listener == nil ? 0 : 1) + (reservedCount ?? 0)
  }

  /// The rule's count of the case.
  var count: ConnectionCount {
    ConnectionCount(
      sourceAddresses: sources.count, sourcePorts: portCount, blockedPorts: blocked,
      destinationAddresses: destinationAddresses.count,
      destinationPorts: destinationPorts.count, inUse: open + timeWait, choice: choice)
  }

  /// Every endpoint to which connections go.
  var destinations: [Endpoint] {
    destinationAddresses.flatMap { address in
      destinationPorts.map { Endpoint(address, $0) }
    }
  }

  /// The first destination.
  var destination: Endpoint {
    Endpoint(destinationAddresses.first ?? .loopback, destinationPorts.first ?? 80)
  }
  /// The first source address.
  var source: IPAddress { sources.first ?? .loopback }

  // MARK: Shown

  /// What there is, line by line.
  var figure: [MarkedText] {
    figure(first: [areMachines ? "from machines" : "from addresses", Self.list(sources)])
  }

  /// What there is, with another first line than that of the source addresses.
  func figure(first: [String]) -> [MarkedText] {
    var rows = [
      first, ["from ports", portText],
      ["to addresses", Self.list(destinationAddresses)],
      ["to ports", Self.list(destinationPorts)],
    ]
    if isBinding { rows.insert(["calls", calls], at: 2) }
    if open > 0 { rows.append(["open already", "\(open) from \(source) to \(destination)"]) }
    if timeWait > 0 {
      rows.append(["in TIME-WAIT", "\(timeWait) from \(source) to \(destination)"])
    }
    if let listener { rows.append(["a listener", "on \(listener) of the same machine"]) }
    if let reserved {
      let range = "\(reserved.lowerBound) to \(reserved.upperBound)"
      rows.append(["reserved ports", range + " (ip_local_reserved_ports)"])
    }
    return AlignedRows(
      rows.map { row in [[.init(row[0], .faint)], [.init(row[1])]] }
    ).lines
  }

  /// The range in words.
  var portText: String {
    "\(ports.lowerBound) to \(ports.upperBound)"
      + (isDefaultRange ? ", the default of Linux" : " by IP_LOCAL_PORT_RANGE")
  }

  /// Whether the sockets call `bind()` before `connect()`.
  var isBinding: Bool { choice == .atBind || sources.count > 1 && !areMachines }

  /// The calls of each socket, where they include `bind()`.
  var calls: String {
    choice == .atBind
      ? "bind(IP, 0), connect()"
      : "bind(IP, 0) with IP_BIND_ADDRESS_NO_PORT"
  }

  /// Values with commas between them; of more than three the first and the last.
  static func list(_ values: [some CustomStringConvertible]) -> String {
    if values.count > 3, let first = values.first, let last = values.last {
      return "\(first) to \(last)"
    }
    return values.map(\.description).joined(separator: ", ")
  }

  // MARK: Data

  /// The whole case for other programs.
  var data: CaseValue {
    [
      "transport": "TCP", "sourcesAreMachines": .truth(areMachines),
      "sourceAddresses": .list(sources.map { CaseValue($0) }),
      "lowestSourcePort": CaseValue(ports.lowerBound),
      "highestSourcePort": CaseValue(ports.upperBound),
      "rangeIsSocketOption": .truth(!isDefaultRange),
      "destinationAddresses": .list(destinationAddresses.map { CaseValue($0) }),
      "destinationPorts": .list(destinationPorts.map { CaseValue($0) }),
      "portChosenBy": .text(choice == .atBind ? "bind" : "connect"),
      "openConnections": .number(open), "timeWaitConnections": .number(timeWait),
      "listener": listener.map { CaseValue($0) } ?? .null,
      "lowestReservedPort": reserved.map { CaseValue($0.lowerBound) } ?? .null,
      "highestReservedPort": reserved.map { CaseValue($0.upperBound) } ?? .null,
      "mostNewConnections": .number(count.most),
    ]
  }
}

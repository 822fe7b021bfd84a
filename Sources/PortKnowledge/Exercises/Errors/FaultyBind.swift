/// A bind() that has several things against it, with all that the kernel looks at.
struct FaultyBind {
  /// TCP or UDP, for both sockets.
  var transport = TransportProtocol.tcp
  /// What bind() is called with.
  var wanted: Endpoint
  /// The addresses of the host, without the wildcard.
  var hostAddresses: [IPAddress]
  /// The user of the program; 0 may bind every port.
  var user = 1000
  /// Where the calling socket B is bound already; nil where it is fresh.
  var ownEndpoint: Endpoint?
  /// Another socket, A, and its protocol; nil where there is none.
  var holder: (transport: TransportProtocol, endpoint: Endpoint)?
  /// Whether B has SO_REUSEADDR, which A has not.
  var hasReuseAddress = false

  /// Whether the sockets are AF_INET6 ones.
  var isIPv6: Bool { wanted.address.isIPv6 }

  /// Everything that is against it.
  var faults: Set<BindFault> {
    Set(BindFault.allCases.filter(has))
  }

  private func has(_ fault: BindFault) -> Bool {
    switch fault {
    case .addressNotLocal:
      return !wanted.address.isWildcard && !hostAddresses.contains(wanted.address)
    case .portPrivileged: return user != 0 && wanted.port < PortNumber(1024)
    case .alreadyBound: return ownEndpoint != nil
    case .portTaken:
      guard let holder, holder.transport == transport, holder.endpoint.port == wanted.port else {
        return false
      }
      let held = holder.endpoint.address
      return held == wanted.address || held.isWildcard || wanted.address.isWildcard
    }
  }

  /// The fault that bind() reports; nil where it succeeds.
  var reported: BindFault? { BindErrorOrder.reported(of: faults, isIPv6: isIPv6) }

  /// What bind() returns.
  var outcome: ExperimentOutcome { BindErrorOrder.outcome(of: faults, isIPv6: isIPv6) }

  // MARK: How it is shown

  private func row(_ fault: BindFault?) -> Int {
    switch fault {
    case .addressNotLocal: 0
    case .alreadyBound: holder == nil ? 1 : 2
    case .portTaken: 1
    case .portPrivileged, nil: holder == nil ? 2 : 3
    }
  }

  /// The host, both sockets and the call.
  var rows: AlignedRows {
    let hosts = hostAddresses.map(\.description).joined(separator: ", ")
    var texts = [["host", "\(hosts) (all its addresses)"]]
    if let holder {
      let verb = holder.transport == .tcp ? "listens on" : "receives on"
      texts.append(["A", "\(holder.transport.name), \(verb) \(holder.endpoint)"])
    }
    let own = ownEndpoint.map { "bound to \($0)" } ?? "not bound"
    let option = hasReuseAddress ? ", SO_REUSEADDR" : ""
    texts.append(["B", "\(transport.name), uid \(user), \(own)\(option)"])
    texts.append(["B calls", "bind(\(wanted))"])
    return AlignedRows(texts: texts)
  }

  /// The rows with a ▲ under what is at fault; under the call where nothing is.
  func figure(pointingAt fault: BindFault?) -> [MarkedText] {
    let note =
      switch fault {
      case .addressNotLocal: "\(wanted.address) is not here"
      case .portPrivileged: "below 1024, uid \(user)"
      case .alreadyBound: "has a port"
      case .portTaken: "holds port \(wanted.port)"
      case nil: "nothing against it"
      }
    return rows.lines(pointingAt: row(fault), column: 1, note: note)
  }

  // MARK: Data and kernel

  /// All values of the case.
  var data: [String: CaseValue] {
    [
      "transport": .text(transport.rawValue), "wanted": CaseValue(wanted),
      "hostAddresses": .list(hostAddresses.map { CaseValue($0) }), "user": .number(user),
      "ownEndpoint": ownEndpoint.map { CaseValue($0) } ?? .null,
      "holder": holder.map {
        ["transport": .text($0.transport.rawValue), "endpoint": CaseValue($0.endpoint)]
      } ?? .null,
      "reuseAddress": .truth(hasReuseAddress),
      "faults": .list(
        BindErrorOrder.checks(isIPv6: isIPv6).filter(faults.contains).map { .text($0.rawValue) }),
      "result": CaseValue(outcome),
    ]
  }

  /// Whether a program without privileges can show it: it cannot play root, and it finds nobody
  /// who holds just the low port of the case.
  var isPlayable: Bool {
    user != 0 && (wanted.port >= PortNumber(1024) || holder?.endpoint.port != wanted.port)
  }

  /// Loopback addresses for the host's own ones; a foreign address stays as it is.
  var standIns: [IPAddress: IPAddress] {
    var places: [IPAddress: IPAddress] = [:]
    for (index, address) in hostAddresses.enumerated()
    where !address.isIPv6 && !address.isLoopback {
      places[address] = .octets(127, 0, 0, UInt8(20 + index))
    }
    return places
  }

  /// An experiment of these steps after both sockets are in place; nil where none can be.
  func experiment(_ steps: [ExperimentStep]) -> Experiment? {
    guard isPlayable else { return nil }
    var all: [ExperimentStep] = []
    if let holder {
      all.append(ExperimentStep("A", .open(holder.transport, isIPv6: isIPv6)))
      all.append(ExperimentStep("A", .bind(holder.endpoint)))
      if holder.transport == .tcp { all.append(ExperimentStep("A", .listen(backlog: 5))) }
    }
    all.append(ExperimentStep("B", .open(transport, isIPv6: isIPv6)))
    if hasReuseAddress { all.append(ExperimentStep("B", .set(.reuseAddress, 1))) }
    if let ownEndpoint { all.append(ExperimentStep("B", .bind(ownEndpoint))) }
    let isLow = wanted.port < PortNumber(1024)
    var needs: Set<Experiment.Need> = isLow ? [.unprivileged] : []
    if isIPv6 { needs.insert(.ipv6) }
    return Experiment(
      steps: all + steps, standIns: standIns, fixedPorts: isLow ? [wanted.port] : [], needs: needs)
  }
}

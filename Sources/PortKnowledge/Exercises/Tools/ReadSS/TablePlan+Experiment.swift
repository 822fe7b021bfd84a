extension TablePlan {
  /// The calls that make the rows on loopback, and what the kernel's table must then say.
  ///
  /// `isAsked` names the rows on which the answer rests.
  func experiment(asking isAsked: (ListedSocket) -> Bool = { _ in false }) -> Experiment {
    let places = planned.indices
    var steps: [ExperimentStep] = []
    // Those that wait come last: accept() takes the oldest.
    for index in places where planned[index].origin == .listener { steps += listening(index) }
    for index in places {
      if case .accepted(let listener) = planned[index].origin {
        steps += accepting(index, at: listener)
      }
    }
    for index in places where planned[index].origin == .outgoing { steps += calling(index) }
    for index in places {
      if case .waiting(let listener) = planned[index].origin {
        steps += waiting(index, at: listener)
      }
    }
    for index in places { steps += looking(index, isAsked: isAsked(planned[index].socket)) }
    var experiment = Experiment(steps: steps, standIns: standIns)
    if planned.contains(where: { $0.socket.row.local.address.isIPv6 }) {
      experiment.needs.insert(.ipv6)
    }
    return experiment
  }

  /// A client that tries to connect, with what comes of it.
  func probe(
    _ name: String, _ destination: Endpoint, expected: ExperimentOutcome
  ) -> [ExperimentStep] {
    [
      ExperimentStep(name, .open(.tcp, isIPv6: destination.address.isIPv6)),
      ExperimentStep(name, .connect(destination), expected: expected, isAsked: true),
    ]
  }

  // MARK: Names

  /// What the socket of a row is called in an experiment.
  func name(_ index: Int) -> String {
    let row = planned[index].socket.row
    switch planned[index].origin {
    case .listener: return "listener \(SSListing.local(planned[index].socket))"
    case .accepted, .waiting: return "server for \(plain(row.remote))"
    case .outgoing: return "client \(row.local)"
    case .otherEnd(let server): return peerName(server)
    }
  }

  private func peerName(_ index: Int) -> String {
    let row = planned[index].socket.row
    return planned[index].origin == .outgoing
      ? "server of \(row.local)" : "client \(plain(row.remote))"
  }

  private func plain(_ endpoint: Endpoint) -> Endpoint {
    Endpoint(endpoint.address.unmapped, endpoint.port)
  }

  /// Loopback addresses for all others of the case.
  var standIns: [IPAddress: IPAddress] {
    var standIns = [machine: IPAddress.octets(127, 0, 0, 10)]
    for row in planned.map(\.socket.row) {
      for address in [row.local.address.unmapped, row.remote.address.unmapped]
      where !address.isLoopback && !address.isWildcard && standIns[address] == nil {
        standIns[address] = .octets(127, 0, 1, UInt8(truncatingIfNeeded: standIns.count))
      }
    }
    return standIns
  }

  // MARK: Calls

  private func listening(_ index: Int) -> [ExperimentStep] {
    let socket = planned[index].socket
    let name = name(index)
    let local = socket.row.local
    var steps = [ExperimentStep(name, .open(.tcp, isIPv6: local.address.isIPv6))]
    if local.address == .any6 {
      steps.append(ExperimentStep(name, .set(.ipv6Only, socket.isIPv6Only ? 1 : 0)))
    }
    // On loopback a server elsewhere is one here, so it must be able to share the number.
    let isShared = planned.contains {
      $0.origin == .outgoing && $0.socket.row.remote.port == local.port
    }
    if isShared { steps.append(ExperimentStep(name, .set(.reusePort, 1))) }
    return steps + [
      ExperimentStep(name, .bind(local)),
      ExperimentStep(name, .listen(backlog: Int(socket.row.sendQueue))),
    ]
  }

  private func waiting(_ index: Int, at listener: Int) -> [ExperimentStep] {
    let row = planned[index].socket.row
    let client = peerName(index)
    return [
      ExperimentStep(client, .open(.tcp, isIPv6: row.remote.address.unmapped.isIPv6)),
      ExperimentStep(client, .bind(plain(row.remote))),
      ExperimentStep(client, .connect(plain(row.local)), expected: .ok),
    ]
  }

  private func accepting(_ index: Int, at listener: Int) -> [ExperimentStep] {
    let server = name(index)
    return waiting(index, at: listener)
      + [ExperimentStep(name(listener), .accept(as: server), expected: .ok)]
      + ending(index, of: server, peer: peerName(index))
  }

  private func calling(_ index: Int) -> [ExperimentStep] {
    let row = planned[index].socket.row
    let client = name(index)
    let server = peerName(index)
    let listener = "listener for \(row.local)"
    let isIPv6 = row.remote.address.isIPv6
    return [
      ExperimentStep(listener, .open(.tcp, isIPv6: isIPv6)),
      // Two rows may lead to one place elsewhere.
      ExperimentStep(listener, .set(.reusePort, 1)),
      ExperimentStep(listener, .bind(row.remote)),
      ExperimentStep(listener, .listen(backlog: 5)),
      ExperimentStep(client, .open(.tcp, isIPv6: isIPv6)),
      ExperimentStep(client, .bind(row.local)),
      ExperimentStep(client, .connect(row.remote), expected: .ok),
      ExperimentStep(listener, .accept(as: server), expected: .ok),
      ExperimentStep(listener, .close),
    ] + ending(index, of: client, peer: server)
  }

  /// What brings an open connection into the row's state, with its unread bytes.
  private func ending(_ index: Int, of own: String, peer: String) -> [ExperimentStep] {
    let row = planned[index].socket.row
    let unread = Int(row.receiveQueue) - (row.state == .closeWait ? 1 : 0)
    var steps: [ExperimentStep] = []
    if unread > 0 {
      steps.append(ExperimentStep(peer, .send(String(repeating: "x", count: unread))))
    }
    switch row.state {
    case .closeWait:
      steps.append(ExperimentStep(peer, .close))
    case .finWait2:
      steps.append(ExperimentStep(own, .close))
    case .timeWait:
      steps += [
        ExperimentStep(own, .close), ExperimentStep(peer, .receive(upTo: 1), expected: .text("")),
        ExperimentStep(peer, .close),
      ]
    default: break
    }
    return steps
  }

  private func looking(_ index: Int, isAsked: Bool) -> [ExperimentStep] {
    if case .waiting = planned[index].origin { return [] }
    let row = planned[index].socket.row
    return [
      ExperimentStep(name(index), .state, expected: .state(row.state), isAsked: isAsked),
      ExperimentStep(
        name(index), .queues,
        expected: .queues(receive: Int(row.receiveQueue), send: Int(row.sendQueue)),
        isAsked: isAsked),
    ]
  }
}

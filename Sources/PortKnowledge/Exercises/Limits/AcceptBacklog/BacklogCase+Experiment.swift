extension BacklogCase {
  /// What is asked of the kernel.
  enum Asked: Hashable {
    /// How far each client came.
    case clients
    /// How far one client, counted from 0, came.
    case client(Int)
    /// Recv-Q and Send-Q of the listener.
    case queues
  }

  /// The calls that build the case, each client by its own socket.
  func experiment(asking asked: Asked) -> Experiment {
    var steps: [ExperimentStep] = [
      ExperimentStep("L", .open(.tcp, isIPv6: false)), ExperimentStep("L", .bind(server)),
    ]
    var played = AcceptQueue(backlog: 0)
    // Where a client waits in vain takes patience, which one of them is enough to show.
    let patient = queue.places.lastIndex { $0 == .unanswered }
    for event in events {
      switch event {
      case .listen:
        played.listen(backlog: event.backlog)
        steps.append(ExperimentStep("L", .listen(backlog: event.backlog)))
      case .connect(let count):
        for _ in 0..<count {
          steps += connecting(&played, patient: patient, asked: asked)
        }
      case .accept(let count):
        for _ in 0..<count {
          let client = played.accept() ?? 0
          steps.append(ExperimentStep("L", .accept(as: "S\(client + 1)"), expected: .ok))
        }
      case .close(let client):
        steps.append(ExperimentStep("C\(client + 1)", .close, expected: .ok))
      case .sendAgain:
        played.sendAgain()
      }
    }
    return Experiment(
      steps: steps + looks(asked), standIns: [server.address: .octets(127, 0, 0, 10)])
  }

  private func connecting(
    _ played: inout AcceptQueue, patient: Int?, asked: Asked
  ) -> [ExperimentStep] {
    let client = played.places.count
    let isAsked = asked == .clients || asked == .client(client)
    let name = "C\(client + 1)"
    let open = ExperimentStep(name, .open(.tcp, isIPv6: false))
    guard played.connect() == .unanswered else {
      return [open, ExperimentStep(name, .connect(server), expected: .ok, isAsked: isAsked)]
    }
    let call =
      client == patient
      ? ExperimentStep(name, .connect(server), expected: .pending)
      : ExperimentStep(name, .beginConnect(server), expected: .error("EINPROGRESS"))
    return [open, call]
  }

  /// The looks at the end: at every client that had to wait or is asked about, and the listener.
  private func looks(_ asked: Asked) -> [ExperimentStep] {
    let waited = queueBefore ?? queue
    let clients = queue.places.indices.compactMap { client -> ExperimentStep? in
      let isAsked = asked == .client(client)
      guard waited.places[client] == .unanswered || isAsked, client != closed else { return nil }
      let state: TCPState = queue.places[client] == .unanswered ? .synSent : .established
      return ExperimentStep(
        "C\(client + 1)", .state, expected: .state(state), isAsked: isAsked || asked == .clients)
    }
    let queues = ExperimentStep(
      "L", .queues, expected: .queues(receive: queue.waiting, send: queue.backlog),
      isAsked: asked == .queues)
    return clients + [queues]
  }
}

extension PortProbeCase {
  /// The calls by which a kernel shows the case; nil where loopback cannot build it.
  var experiment: Experiment? { Self.experiment([self]) }

  /// The calls by which a kernel shows several probes of one host; nil where it can show none.
  static func experiment(_ probes: [PortProbeCase]) -> Experiment? {
    let shown = probes.enumerated().compactMap { index, probe in
      (probe.method == .syn ? probe.streamSteps : probe.method == .udp ? probe.datagramSteps : nil)?
        .map { $0.named(probes.count > 1 ? "\(index + 1)" : "") }
    }
    guard let first = probes.first, !shown.isEmpty else { return nil }
    return Experiment(
      steps: shown.flatMap { $0 },
      standIns: [
        first.target.address: .octets(127, 0, 0, 10), first.other: .octets(127, 0, 0, 11),
      ])
  }

  private func opened(_ name: String, _ transport: TransportProtocol) -> ExperimentStep {
    ExperimentStep(name, .open(transport, isIPv6: false))
  }

  private func listener(_ endpoint: Endpoint, backlog: Int = 5) -> [ExperimentStep] {
    [
      opened("L", .tcp), ExperimentStep("L", .bind(endpoint)),
      ExperimentStep("L", .listen(backlog: backlog)),
    ]
  }

  private var streamSteps: [ExperimentStep]? {
    let there: [ExperimentStep]
    var outcome = PortProbe.connectOutcome(reply)
    switch (kind.cause, reply) {
    case (.plain, .synAck): there = listener(target)
    case (.plain, .rst): there = []
    case (.otherAddress, _): there = listener(Endpoint(other, target.port))
    case (.udpOnly, _): there = [opened("U", .udp), ExperimentStep("U", .bind(target))]
    case (.fullQueue, _):
      there =
        listener(target, backlog: 0)
        + [ExperimentStep("", .fill(clients: 1, to: target), expected: .count(1))]
      // Nobody waits for two minutes here: the handshake is seen to hang.
      outcome = .pending
    default: return nil
    }
    return there + [
      opened("C", .tcp),
      ExperimentStep("C", .connect(target), expected: outcome, isAsked: true),
    ]
  }

  private var datagramSteps: [ExperimentStep]? {
    let receiver = [opened("U", .udp), ExperimentStep("U", .bind(target))]
    let client = [
      opened("C", .udp), ExperimentStep("C", .connect(target)),
      ExperimentStep("C", .send("ping"), expected: .ok),
    ]
    let received = ExperimentStep(
      "C", .receive(upTo: 64), expected: programOutcome, isAsked: true)
    switch (kind.cause, reply) {
    case (.plain, .answer):
      return receiver + client + [
        ExperimentStep("U", .receive(upTo: 64), expected: .text("ping")),
        ExperimentStep("U", .sendToSocket(Self.answer, "C")), received,
      ]
    case (.plain, .icmp(.port)): return client + [received]
    case (.quietServer, _):
      return receiver + client + [
        ExperimentStep("U", .receive(upTo: 64), expected: .text("ping")), received,
      ]
    default: return nil
    }
  }
}

extension ExperimentStep {
  /// The step on a socket with a longer name, so that several cases go into one experiment.
  fileprivate func named(_ suffix: String) -> ExperimentStep {
    var step = self
    if !socket.isEmpty { step.socket += suffix }
    if case .sendToSocket(let text, let name) = call {
      step.call = .sendToSocket(text, name + suffix)
    }
    return step
  }
}

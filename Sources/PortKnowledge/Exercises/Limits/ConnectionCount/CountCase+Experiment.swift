extension CountCase {
  /// The calls by which a kernel decides how many more connections there can be.
  ///
  /// Every one that the rule allows, and then one more from each source to each destination, which
  /// must fail.
  var experiment: Experiment { experiment(fillSteps()) }

  /// The calls by which a kernel decides what comes of one more connection once every port from the
  /// first source to the first destination is taken.
  func experiment(next source: IPAddress, to target: Endpoint) -> Experiment {
    var steps: [ExperimentStep] = []
    for index in 0..<portCount {
      steps += connecting("C\(index + 1)", from: self.source, to: destination, expected: .ok)
    }
    let expected = outcome(ofNextFrom: source, to: target)
    return experiment(
      steps + connecting("N", from: source, to: target, expected: expected, isAsked: true))
  }

  /// What comes of one more connection once every port from the first source to the first
  /// destination is taken.
  func outcome(ofNextFrom source: IPAddress, to target: Endpoint) -> ExperimentOutcome {
    var single = self
    single.sources = [source]
    single.destinationAddresses = [target.address]
    single.destinationPorts = [target.port]
    // A port that bind() chose is taken whatever the destination is.
    let isTaken = source == self.source && (choice == .atBind || target == destination)
    single.open = isTaken ? portCount : 0
    return single.count.most > 0 ? .ok : .error(choice.refusal.error)
  }

  /// The listeners and what is open already, then the given calls.
  func experiment(_ steps: [ExperimentStep]) -> Experiment {
    var all: [ExperimentStep] = []
    for (index, destination) in destinations.enumerated() {
      all += listening("L\(index + 1)", on: destination)
    }
    if let listener { all += listening("other", on: listener) }
    for index in 0..<timeWait {
      let name = "T\(index + 1)"
      all += connecting(name, from: source, to: destination, expected: .ok)
      all += [
        ExperimentStep("L1", .accept(as: "S\(index + 1)"), expected: .ok),
        ExperimentStep(name, .close), ExperimentStep("S\(index + 1)", .close),
        ExperimentStep(name, .state, expected: .state(.timeWait)),
      ]
    }
    for index in 0..<open {
      all += connecting("O\(index + 1)", from: source, to: destination, expected: .ok)
    }
    return Experiment(steps: all + steps, standIns: standIns)
  }

  private var standIns: [IPAddress: IPAddress] {
    var result: [IPAddress: IPAddress] = [:]
    for (index, address) in sources.enumerated() {
      // A socket that is not bound gets 127.0.0.1 by itself.
      result[address] = sources.count > 1 ? .octets(127, 0, 0, 31 + UInt8(index)) : .loopback
    }
    for (index, address) in destinationAddresses.enumerated() {
      result[address] = .octets(127, 0, 0, 41 + UInt8(index))
    }
    if let listener, result[listener.address] == nil {
      result[listener.address] = .octets(127, 0, 0, 51)
    }
    return result
  }

  // MARK: Steps

  /// Opens every connection that the rule allows, and then tries one more of each kind.
  ///
  /// The names of the sockets are the prefix and a number; those that fail have an X in it.
  func fillSteps(prefix: String = "C") -> [ExperimentStep] {
    let refusal = ExperimentOutcome.error(choice.refusal.error)
    var steps: [ExperimentStep] = []
    var number = 0
    func fill(_ count: Int, from source: IPAddress, to targets: [Endpoint]) {
      for index in 0..<count {
        number += 1
        steps += connecting(
          "\(prefix)\(number)", from: source, to: targets[index % targets.count], expected: .ok,
          isAsked: index == count - 1)
      }
      steps += connecting(
        "\(prefix)X\(number)", from: source, to: targets[0], expected: refusal, isAsked: true)
    }
    for source in sources {
      let groups = choice == .atConnect ? destinations.map { [$0] } : [destinations]
      for targets in groups {
        let isUsed = source == self.source && targets.contains(destination)
        let taken = blocked + (isUsed ? open + timeWait : 0)
        fill(max(0, portCount - taken), from: source, to: targets)
      }
    }
    return steps
  }

  private func listening(_ name: String, on endpoint: Endpoint) -> [ExperimentStep] {
    [
      ExperimentStep(name, .open(.tcp, isIPv6: false)), ExperimentStep(name, .bind(endpoint)),
      ExperimentStep(name, .listen(backlog: 128)),
    ]
  }

  private func connecting(
    _ name: String, from source: IPAddress, to target: Endpoint, expected: ExperimentOutcome,
    isAsked: Bool = false
  ) -> [ExperimentStep] {
    let range = Int(ports.upperBound.rawValue) << 16 | Int(ports.lowerBound.rawValue)
    var steps = [
      ExperimentStep(name, .open(.tcp, isIPv6: false)),
      ExperimentStep(name, .set(.localPortRange, range)),
    ]
    let connect = ExperimentStep(name, .connect(target), expected: expected, isAsked: isAsked)
    guard isBinding else { return steps + [connect] }
    let local = Endpoint(source, 0)
    guard choice == .atBind else {
      return steps + [
        ExperimentStep(name, .set(.bindAddressNoPort, 1)), ExperimentStep(name, .bind(local)),
        connect,
      ]
    }
    steps.append(ExperimentStep(name, .bind(local), expected: expected, isAsked: isAsked))
    return expected == .ok ? steps + [connect] : steps
  }
}

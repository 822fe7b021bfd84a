/// The parts of an exercise about the number of connections.
struct CountParts {
  var prompt: String
  var figure: [MarkedText]
  var kind: Question.Kind
  var explanation: String
  var hints: [String]
  var data: CaseValue
  var experiment: Experiment?

  // MARK: Kinds of questions

  /// How many more connections there can be.
  static func most(_ example: CountCase) -> CountParts {
    let count = example.count
    let more = count.inUse > 0 ? "more " : ""
    let mistakes = CountConfusions(example: example).all.map {
      Question.Entry.Mistake(String($0.value), explanation: $0.reason)
    }
    return CountParts(
      prompt: (example.areMachines
        ? "Each of these Linux machines with default settings connects over TCP. "
        : "Programs of a Linux machine with default settings connect over TCP, and the kernel "
          + "chooses the ports. ")
        + "How many \(more)connections can there be at the same time?",
      figure: example.figure,
      kind: .entry(
        Question.Entry(accepted: [String(count.most)], mistakes: mistakes, form: .number)),
      explanation: "\(rule(count)) Here \(arithmetic(count)) = \(count.most).",
      hints: [idea, ruleHint(example), "Here that is \(arithmetic(count))."],
      data: example.data, experiment: example.isDefaultRange ? nil : example.experiment)
  }

  /// What comes of one more connection.
  static func next(
    _ example: CountCase, source: IPAddress, target: Endpoint
  ) -> CountParts {
    let next = NextConnection(example: example, source: source, target: target)
    var shown = example
    // The source of the next connection needs a stand-in too.
    if source != example.source { shown.sources.append(source) }
    if !shown.destinationAddresses.contains(target.address) {
      shown.destinationAddresses.append(target.address)
    }
    if !shown.destinationPorts.contains(target.port) { shown.destinationPorts.append(target.port) }
    let isBound = example.choice == .atBind
    let outcome = example.outcome(ofNextFrom: source, to: target)
    var data = example.data
    if case .object(var members) = data {
      members["openConnections"] = .number(example.portCount)
      members["nextSource"] = CaseValue(source)
      members["nextDestination"] = CaseValue(target)
      members["nextOutcome"] = CaseValue(outcome)
      members["mostNewConnections"] = nil
      data = .object(members)
    }
    return CountParts(
      prompt: "Every source port of the range is taken to one destination. What comes of the next "
        + "connection of this Linux machine?",
      figure: next.figure, kind: .chooseOne(next.options),
      explanation: "\(rule(example.count)) "
        + (outcome == .ok ? "Here the next one is another pair." : "Here no port is left for it."),
      hints: [
        idea, ruleHint(example),
        isBound
          ? "bind() needs a port of \(source) that no socket holds. How many does it have left?"
          : "Count the ports taken from \(source) to \(target).",
      ],
      data: data, experiment: shown.experiment(next: source, to: target))
  }

  /// How many source addresses are needed.
  static func addresses(_ needed: AddressesNeeded) -> CountParts {
    let example = needed.example
    let each = example.count.perSourceAddress
    var data = example.data
    if case .object(var members) = data {
      members["connections"] = .number(needed.connections)
      members["sourceAddressesNeeded"] =
        example.count.sourceAddressesNeeded(for: needed.connections).map { .number($0) } ?? .null
      members["sourceAddresses"] = nil
      members["mostNewConnections"] = nil
      data = .object(members)
    }
    return CountParts(
      prompt: "A Linux machine needs this many TCP connections at the same time. How many source "
        + "addresses does it need at least?",
      figure: needed.figure, kind: .entry(needed.entry),
      explanation:
        "\(rule(example.count)) One source address gives \(each), so \(needed.connections)"
        + " need \(needed.connections) / \(each), rounded up.",
      hints: [idea, ruleHint(example), "One source address gives \(each) connections here."],
      data: data, experiment: nil)
  }

  /// What helps when all ports are taken.
  static func remedies(_ example: CountCase, from draw: inout CountDraw) -> CountParts {
    CountParts(
      prompt: "connect() fails with EADDRNOTAVAIL: all \(example.portCount) ports to this server "
        + "are taken. Tick what allows more connections at the same time.",
      figure: example.figure,
      kind: .chooseSeveral(CountRemedies(example: example).options(from: &draw)),
      explanation: "\(rule(example.count)) Only a larger one of these sets helps.",
      hints: [
        idea, ruleHint(example),
        "Go through the answers: does it make one of the four sets larger, or free a pair at once?",
      ],
      data: example.data, experiment: nil)
  }

  /// The same client three times.
  static func ways(_ example: CountCase) -> CountParts {
    let table = ChoiceTable(example: example)
    let count = example.count
    return CountParts(
      prompt:
        "Linux chooses the ports. How many connections are possible at once, with these calls "
        + "for each socket? (ADDRESS_NO_PORT is the option IP_BIND_ADDRESS_NO_PORT.)",
      figure: example.figure, kind: .fillTable(table.table),
      explanation: "Pairs of endpoints: connect() can use a port once for each destination. bind() "
        + "does not know the destination and takes the port for all of them.",
      hints: [
        idea, "What is known when the port is chosen? Only connect() knows the destination.",
        "There are \(count.sourcePorts) ports and \(count.destinations) destinations.",
      ],
      data: example.data, experiment: table.experiment)
  }

  // MARK: Words

  private static let idea =
    "A connection is its pair of endpoints: the same pair cannot exist twice."

  private static func rule(_ count: ConnectionCount) -> String {
    count.choice == .atConnect
      ? "Pairs of endpoints: source addresses times source ports times destinations."
      : "Ports taken by bind(): source addresses times source ports, whatever the destinations."
  }

  private static func ruleHint(_ example: CountCase) -> String {
    switch example.count.choice {
    case .atBind:
      return "bind() with port 0 chooses before the destination is known, so a port of an address "
        + "is taken only once."
    case .atConnect where example.listener != nil:
      return "connect() chooses only ports that no socket has bound. The rest is source addresses "
        + "times ports times destinations."
    case .atConnect:
      return
        "Multiply source addresses, source ports, destination addresses and destination ports. "
        + "Subtract what is taken, also by TIME-WAIT."
    }
  }

  /// `2 × 4 × 3 - 1`, the way the rule puts it together.
  private static func arithmetic(_ count: ConnectionCount) -> String {
    let ports =
      count.blockedPorts == 0
      ? "\(count.sourcePorts)" : "(\(count.sourcePorts) - \(count.blockedPorts))"
    var factors = ["\(count.sourceAddresses)", ports]
    if count.choice == .atConnect {
      factors += ["\(count.destinationAddresses)", "\(count.destinationPorts)"]
    }
    return factors.joined(separator: " × ") + (count.inUse == 0 ? "" : " - \(count.inUse)")
  }
}

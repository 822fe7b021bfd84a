/// The same client three times: the call that chooses the port makes the difference.
struct ChoiceTable {
  /// The ways to give a socket its address and port.
  enum Way: CaseIterable {
    case connect
    case bind
    case bindWithoutPort

    /// The row's name.
    var name: String {
      switch self {
      case .connect: "connect() alone"
      case .bind: "bind(IP, 0)"
      case .bindWithoutPort: "bind() + ADDRESS_NO_PORT"
      }
    }

    /// Which call chooses the port.
    var choice: ConnectionCount.PortChoice { self == .bind ? .atBind : .atConnect }
  }

  /// A case with one source address and several destinations.
  let example: CountCase

  private func example(_ way: Way) -> CountCase {
    var changed = example
    changed.choice = way.choice
    return changed
  }

  /// The rows of the ways.
  var table: Question.Table {
    Question.Table(
      columns: ["most at once"],
      rows: Way.allCases.map { way in
        Question.Table.Row(way.name, [.blank(choices(way))])
      })
  }

  private func choices(_ way: Way) -> [Question.Option] {
    let count = example(way).count
    let right = count.most
    var values: [(Int, String)] = [(right, reason(way, count))]
    let wrong = CountConfusions(example: example(way)).all.map { ($0.value, $0.reason) }
    values += wrong.filter { $0.0 < ConnectionCount.linuxPorts && $0.0 > 1 }.prefix(2)
    values.append((count.destinations, "That is the number of destinations, not of ports."))
    var seen: Set<Int> = []
    return values.filter { seen.insert($0.0).inserted }.sorted { $0.0 < $1.0 }.map {
      Question.Option(String($0.0), isRight: $0.0 == right, explanation: $0.1)
    }
  }

  private func reason(_ way: Way, _ count: ConnectionCount) -> String {
    switch way {
    case .connect, .bindWithoutPort:
      "connect() chooses: \(count.sourcePorts) ports, each to \(count.destinations) destinations."
    case .bind:
      "bind() chooses: \(count.sourcePorts) ports, each for one destination."
    }
  }

  /// The three ways one after the other, each with everything closed again.
  var experiment: Experiment {
    var steps: [ExperimentStep] = []
    for (way, prefix) in zip(Way.allCases, ["A", "B", "C"]) {
      let fill = example(way).fillSteps(prefix: prefix)
      let connected = fill.filter { step in
        if case .connect = step.call { step.expected == .ok } else { false }
      }
      steps += fill + connected.map { ExperimentStep($0.socket, .abort) }
    }
    return example(.bind).experiment(steps)
  }
}

/// What two options make of UDP sockets on one address: the last one gets all, or a hash spreads.
struct SpreadOptionsExercise {
  private let scene: SpreadScene
  private let clients: Int
  private let order: [Int]

  /// A number of sockets and clients.
  init(from draw: inout CaseDraw) {
    scene = SpreadScene(.udp, members: 2...3, from: &draw)
    clients = 100 * draw.number(in: 2...9)
    order = draw.shuffle([0, 1, 2, 3])
  }

  private enum Outcome: CaseIterable {
    case fails
    case last
    case spread
  }

  private static let options: [[ExperimentOption]] = [
    [], [.reuseAddress], [.reusePort], [.reuseAddress, .reusePort],
  ]
  private static let names = [
    "no option", "SO_REUSEADDR", "SO_REUSEPORT", "both options",
  ]
  private static let outcomes: [Outcome] = [.fails, .last, .spread, .spread]

  /// The exercise with its experiment.
  func exercise(_ id: String) -> Exercise {
    let rows = order.map { index in
      Question.Table.Row(
        Self.names[index], [.blank(Outcome.allCases.map { choice($0, for: index) })])
    }
    return Exercise(
      question: SpreadWords.question(
        id,
        prompt:
          "\(scene.countWord) UDP sockets of one user bind to \(scene.endpoint) on Linux, all "
          + "with the options named. Then \(clients) clients send one datagram each. "
          + "What happens?",
        figure: [], kind: .fillTable(.init(columns: ["outcome"], rows: rows)),
        conclusion: "SO_REUSEADDR alone only lets the last one bound take over.",
        idea: "Both options let UDP sockets share an address, but only one of them makes a group.",
        rule: "SO_REUSEADDR lets a later UDP socket take over. SO_REUSEPORT on all of them makes a "
          + "group, whatever else is set.",
        hint: "One of the four rows fails at bind(), and one gives everything to one socket."),
      data: scene.data([
        "clients": .number(clients),
        "options": .list(
          order.map { index in .list(Self.options[index].map { .text($0.rawValue) }) }),
      ]),
      experiment: scene.experiment(order.flatMap(steps)))
  }

  private func text(_ outcome: Outcome) -> String {
    switch outcome {
    case .fails: "EADDRINUSE at bind()"
    case .last: "all to the last bound"
    case .spread: "spread by a hash"
    }
  }

  private func choice(_ outcome: Outcome, for index: Int) -> Question.Option {
    let last = scene.memberNames[scene.members - 1]
    let explanation =
      switch Self.outcomes[index] {
      case .fails:
        "Without an option the second bind() to \(scene.endpoint) fails with EADDRINUSE."
      case .last:
        "All have SO_REUSEADDR, so bind() succeeds, and \(last), the last one bound, gets all "
          + "\(clients) datagrams. Nothing is spread."
      case .spread:
        "SO_REUSEPORT makes them a group, also beside SO_REUSEADDR: each of \(scene.members) gets "
          + "about \(clients / scene.members) of \(clients)."
      }
    return Question.Option(
      text(outcome), isRight: outcome == Self.outcomes[index], explanation: explanation)
  }

  private func steps(_ index: Int) -> [ExperimentStep] {
    let names = scene.memberNames.map { "\($0)\(index + 1)" }
    let options = Self.options[index]
    guard Self.outcomes[index] != .fails else {
      return scene.opening(names[0], options)
        + scene.opening(names[1], options, bind: .error("EADDRINUSE"), isAsked: true)
        + [ExperimentStep(names[0], .close), ExperimentStep(names[1], .close)]
    }
    var steps = names.flatMap { scene.opening($0, options, bind: .ok, isAsked: true) }
    if Self.outcomes[index] == .spread {
      steps.append(scene.spreadStep(over: names))
    } else {
      let counts = names.indices.map { $0 == names.count - 1 ? 20 : 0 }
      steps.append(
        ExperimentStep(
          "", .spread(clients: 20, to: scene.endpoint, over: names), expected: .counts(counts),
          isAsked: true))
    }
    return steps + names.map { ExperimentStep($0, .close) }
  }
}

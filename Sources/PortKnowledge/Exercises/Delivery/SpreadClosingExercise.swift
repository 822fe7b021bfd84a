/// What becomes of the connections that wait in the queue of a member that closes.
struct SpreadClosingExercise {
  private let scene: SpreadScene
  private let waiting: Int
  private let accepted: Int

  /// A listener with clients, and another that joins it later.
  init(from draw: inout CaseDraw) {
    scene = SpreadScene(.tcp, members: 2...2, from: &draw)
    waiting = draw.number(in: 2...9)
    accepted = draw.level == .hard ? draw.number(in: 1...4) : 0
  }

  /// The exercise with its experiment.
  func exercise(_ id: String) -> Exercise {
    let total = waiting + accepted
    let taken = accepted == 0 ? "" : ", and A accepts \(accepted) of them"
    let before = accepted == 0 ? "SO_REUSEPORT, \(waiting) waiting" : "SO_REUSEPORT"
    return Exercise(
      question: SpreadWords.question(
        id,
        prompt: "On Linux with its defaults, A listens alone. \(total) clients connect\(taken). "
          + "Then B joins A's group, and A's program closes its listener. How many clients are "
          + "reset?",
        figure: scene.figure([
          ("A", scene.address, before),
          ("B", scene.address, "SO_REUSEPORT, joins later"),
        ]),
        kind: .entry(.init(accepted: ["\(waiting)"], mistakes: mistakes, form: .number)),
        conclusion: "What waits in a closed member's queue is reset: \(waiting).",
        idea: "Each listener has an accept queue of its own, also in a group.",
        rule:
          "By default (net.ipv4.tcp_migrate_req = 0) closing a listener resets what waits in its "
          + "queue. It does not concern other sockets.",
        hint: "A's accept queue belongs to A alone and goes with it, while an accepted connection "
          + "is a socket of its own."),
      data: scene.data(["clientsBeforeB": .number(total), "acceptedByA": .number(accepted)]),
      experiment: scene.experiment(steps))
  }

  private var mistakes: [Question.Entry.Mistake] {
    var mistakes = [
      Question.Entry.Mistake(
        "0",
        explanation: "They do not move to B: with net.ipv4.tcp_migrate_req = 0, the default, a "
          + "closed listener's waiting connections are reset.")
    ]
    if accepted > 0 {
      mistakes.append(
        .init(
          "\(waiting + accepted)",
          explanation:
            "The \(accepted) accepted connections have sockets of their own and live on. "
            + "Only the \(waiting) in A's queue go with it."))
      if accepted != waiting {
        mistakes.append(
          .init(
            "\(accepted)",
            explanation: "It is the other way round: the \(accepted) accepted ones live on, the "
              + "\(waiting) waiting ones are reset."))
      }
    }
    let half = waiting / 2
    if half > 0, half != accepted {
      mistakes.append(
        .init(
          "\(half)",
          explanation:
            "Nothing was shared between A and B: all \(waiting) connected before B came, "
            + "so all of them wait in A's queue."))
    }
    return mistakes
  }

  private var steps: [ExperimentStep] {
    let clients = (1...(waiting + accepted)).map { "client \($0)" }
    var steps = scene.opening("A")
    for client in clients {
      steps.append(ExperimentStep(client, .open(.tcp, isIPv6: false)))
      steps.append(ExperimentStep(client, .connect(scene.endpoint)))
    }
    for number in 0..<accepted {
      steps.append(ExperimentStep("A", .accept(as: "accepted \(number + 1)"), expected: .ok))
    }
    steps += scene.opening("B")
    steps.append(ExperimentStep("A", .queues, expected: .queues(receive: waiting, send: 64)))
    steps.append(ExperimentStep("A", .close))
    // Clients are accepted in the order in which they connected.
    for client in clients.dropFirst(accepted) {
      steps.append(
        ExperimentStep(
          client, .receive(upTo: 9), expected: .error("ECONNRESET"), isAsked: true))
    }
    for client in clients.prefix(accepted) {
      steps.append(ExperimentStep(client, .state, expected: .state(.established), isAsked: true))
    }
    steps.append(ExperimentStep("B", .queues, expected: .queues(receive: 0, send: 64)))
    return steps
  }
}

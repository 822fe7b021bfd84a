/// Ticking which calls of a server and its client must come before which others.
struct PrecedenceExercise {
  private let id: ExerciseID
  private let conversation: Conversation
  private var pairs: [(before: Int, after: Int)] = []

  /// An exercise about pairs of calls, some of which must come in their order.
  init(_ id: ExerciseID, _ conversation: Conversation, from draw: inout CaseDraw) {
    self.id = id
    self.conversation = conversation
    let order = conversation.order
    let direct = order.rules.map { (before: $0.before, after: $0.after) }
      .filter { order.steps[$0.after].action != .close && order.steps[$0.before].action != .open }
    let free = freePairs
    let needed = draw.pick(id.level == .hard ? 3 : 2, of: Array(direct.indices)).map { direct[$0] }
    let unneeded = draw.pick(5 - needed.count, of: Array(free.indices)).map { free[$0] }
    let all = needed + unneeded
    pairs = draw.shuffle(Array(all.indices)).map { all[$0] }
  }

  /// Pairs that many believe to be needed: always one call of each program, or a free call.
  private var freePairs: [(before: Int, after: Int)] {
    let steps = conversation.order.steps
    var found: [(before: Int, after: Int)] = []
    for before in steps.indices {
      for after in steps.indices where after != before {
        let names = (steps[before].action, steps[after].action)
        let isConfusion =
          switch names {
          case (.accept, .connect), (.accept, .send), (.receive, .send), (.open, .open),
            (.closeListener, .receive), (.closeListener, .send), (.askPort, .listen),
            (.listen, .askPort), (.open, .listen), (.receiveEnd, .shutdownWriting),
            (.receiveEnd, .close):
            true
          default: false
          }
        guard isConfusion,
          steps[before].side != steps[after].side || names.0.isFree || names.1.isFree,
          !conversation.order.requires(before, before: after),
          !conversation.order.requires(after, before: before) || names.0.waits
        else { continue }
        found.append((before, after))
      }
    }
    return found
  }

  /// The whole exercise.
  func exercise() -> Exercise {
    let order = conversation.order
    let options = pairs.map { pair in
      let rule = order.rules.first { $0.before == pair.before && $0.after == pair.after }
      return Question.Option(
        text(pair), isRight: rule != nil,
        explanation: rule.map(conversation.explanation)
          ?? conversation.freedom(pair.before, pair.after))
    }
    let name = order.transport == .tcp ? "TCP" : "UDP"
    let question = Question(
      id: id.description, topic: ExerciseTopic.calls.rawValue,
      prompt: "A \(name) client and a server at \(conversation.server) make these calls. Tick each "
        + "pair that must come in this order, so that no call fails or waits for ever.",
      figure: figure, kind: .chooseSeveral(options),
      explanation: "A pair must keep its order where the first call makes what the second needs. A "
        + "call that waits may come early, and the kernel keeps what comes early for later.",
      hints: [
        "Turn each pair round in your mind: would a call fail, or wait for something that can "
          + "never come?",
        "connect() needs a listener, not accept(). Bytes wait in the kernel for whoever reads "
          + "them, and recv() waits for them.",
        "\(options.count { $0.isRight }) of the \(options.count) pairs must come in their order.",
      ])
    return Exercise(
      question: question,
      data: [
        "form": "chooseSeveral", "transport": .text(order.transport.rawValue),
        "server": CaseValue(conversation.server),
        "calls": .list(order.steps.indices.map { .text(item($0)) }),
        "pairs": .list(
          pairs.map { ["before": .number($0.before), "after": .number($0.after)] }),
      ],
      experiment: ConversationExperiment(
        conversation, asked: Set(pairs.flatMap { [$0.before, $0.after] })
      ).run(order.eagerClientOrder))
  }

  private func item(_ step: Int) -> String {
    "\(conversation.side(step).rawValue): \(conversation.call(step))"
  }

  private func text(_ pair: (before: Int, after: Int)) -> String {
    "\(conversation.shortName(pair.before)) before \(conversation.shortName(pair.after))"
  }

  /// What each program calls, in one line each.
  private var figure: [MarkedText] {
    CallOrder.Side.allCases.map { side in
      let calls = conversation.order.steps.indices.filter { conversation.side($0) == side }
        .map { String(conversation.verb($0).dropLast(2)) }
      return MarkedText([
        .init("\(side.rawValue)  ", .faint), .init(calls.joined(separator: " ")),
      ])
    }
  }
}

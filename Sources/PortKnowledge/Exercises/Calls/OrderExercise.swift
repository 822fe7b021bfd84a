/// Putting the calls of a server, a client or both in an order that works.
struct OrderExercise {
  private let id: ExerciseID
  private let conversation: Conversation

  /// An exercise about a conversation.
  init(_ id: ExerciseID, _ conversation: Conversation) {
    self.id = id
    self.conversation = conversation
  }

  /// The whole exercise.
  func exercise(from draw: inout CaseDraw) -> Exercise {
    let order = conversation.order.solution
    let shown = conversation.shown
    let solved = order.filter(shown.contains)
    let items = shuffled(shown, unlike: solved, &draw)
    var place: [Int: Int] = [:]
    for (index, step) in items.enumerated() { place[step] = index }
    let rules = conversation.order.rules.compactMap { rule -> Question.Ordering.Rule? in
      guard let before = place[rule.before], let after = place[rule.after] else { return nil }
      return .init(
        before: before, after: after, explanation: conversation.explanation(rule))
    }
    let ordering = Question.Ordering(
      items: items.map(conversation.item), rules: rules,
      solution: solved.compactMap { place[$0] })
    return Exercise(
      question: question(ordering),
      data: [
        "form": "putInOrder", "transport": .text(conversation.order.transport.rawValue),
        "server": CaseValue(conversation.server),
        "calls": .list(items.map { .text(conversation.item($0)) }),
        "rules": .list(
          rules.map { ["before": .number($0.before), "after": .number($0.after)] }),
      ],
      experiment: ConversationExperiment(conversation, asked: Set(shown)).run(order))
  }

  /// The steps in another order than that of the solution.
  private func shuffled(_ steps: [Int], unlike solved: [Int], _ draw: inout CaseDraw) -> [Int] {
    let drawn = draw.shuffle(steps)
    return drawn == solved ? drawn.reversed() : drawn
  }

  private func question(_ ordering: Question.Ordering) -> Question {
    Question(
      id: id.description, topic: ExerciseTopic.calls.rawValue, prompt: prompt,
      kind: .putInOrder(ordering), explanation: explanation, hints: hints)
  }

  private var name: String { conversation.order.transport == .tcp ? "TCP" : "UDP" }

  private var prompt: String {
    if conversation.isOneSided {
      let side = conversation.side(conversation.shown[0])
      return "Put the calls of a \(name) \(side.rawValue) in the order in which it makes them."
    }
    return "A \(name) server and its client talk. Put their calls in an order in which none fails "
      + "and none waits for ever. A call that waits may come before what it waits for."
  }

  private var explanation: String {
    if conversation.order.transport == .udp {
      return "A UDP server needs a socket and bind(), no listen() and no accept(). Whoever sends "
        + "first needs no bind(): the kernel chooses its port (udp(7))."
    }
    if conversation.isOneSided {
      return conversation.side(conversation.shown[0]) == .server
        ? "socket(), bind(), listen(), accept(): then each connection has a socket of its own to "
          + "send and receive on (listen(2), accept(2))."
        : "socket(), connect(), then data: a client needs no bind(), because connect() lets the "
          + "kernel choose its address and port (connect(2))."
    }
    return
      "Each program keeps its own order, and listen() comes before connect(). accept() may come "
      + "before or after connect(): the kernel finishes the handshake by itself."
  }

  private var hints: [String] {
    let shown = Set(conversation.shown)
    let solved = conversation.order.solution.filter(shown.contains)
    let first = conversation.item(solved[0])
    let last = conversation.item(solved[solved.count - 1])
    return [
      conversation.isOneSided
        ? "Ask of each call what it needs: a descriptor, a port, a listener, a connection."
        : "First order each program for itself. Then look for what one needs from the other.",
      conversation.order.transport == .udp
        ? "UDP: socket() and bind() before anything can arrive, and a question before its answer."
        : "socket() < bind() < listen() < accept() in a server, socket() < connect() < data in a "
          + "client, and listen() < connect() between them.",
      "\(conversation.isOneSided ? "It" : "One right order") begins with \u{201C}\(first)\u{201D} and ends with \u{201C}\(last)\u{201D}.",
    ]
  }
}

/// How many clients fit behind a listener, and what ss shows of it.
struct AcceptBacklogFamily: ExerciseFamily {
  let id = "accept-backlog"
  let title = "Backlog arithmetic"
  let summary = "Count who gets into the accept queue of listen(n), who waits, and what ss shows."
  let topic = ExerciseTopic.calls
  let asksKernel = true

  /// What is asked.
  private enum Ask {
    case number(BacklogAspect)
    case client
    case row
    case table
  }

  private typealias Card = (scenario: BacklogDraw.Scenario, ask: Ask)

  /// The cards of a level, of which consecutive seeds deal one after the other.
  private static func cards(_ level: ExerciseLevel) -> [Card] {
    switch level {
    case .easy:
      return [
        (.idle, .number(.completed)), (.idle, .number(.receiveQueue)),
        (.idle, .number(.synSent)), (.idle, .client), (.idle, .row), (.idle, .table),
      ]
    case .medium:
      return [BacklogDraw.Scenario.acceptedFirst, .inBetween].flatMap { scenario -> [Card] in
        [
          (scenario, .number(.completed)), (scenario, .number(.receiveQueue)),
          (scenario, .number(.synSent)), (scenario, .client), (scenario, .row),
          (scenario, .table),
        ]
      }
    case .hard:
      return [
        (.twoRounds, .number(.completed)), (.twoRounds, .number(.receiveQueue)),
        (.twoRounds, .client), (.twoRounds, .table), (.capped, .number(.sendQueue)),
        (.capped, .row), (.negative, .number(.sendQueue)), (.negative, .row),
        (.negative, .client), (.negativeInPython, .number(.completed)),
        (.negativeInPython, .client), (.negativeInPython, .row),
        (.listensAgain, .number(.synSent)), (.listensAgain, .number(.receiveQueue)),
        (.listensAgain, .client), (.listensAgain, .row), (.closes, .number(.receiveQueue)),
        (.closes, .number(.synSent)), (.closes, .client), (.sendsAgain, .table),
      ]
    }
  }

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    let cards = Self.cards(level)
    let deck = SeededDeck(count: cards.count, salt: 0xBAC1 + UInt64(level.rawValue))
    let card = cards[deck.card(seed: seed)]
    var draw = BacklogDraw(CaseDraw(seed: seed, level: level, salt: 0xACCE_9700))
    let example = draw.backlogCase(card.scenario)
    var rest = draw.rest
    let client = Self.client(in: example, from: &rest)
    let (question, kind) = Self.asked(card.ask, about: client, in: example, from: &rest)
    return Exercise(
      question: Question(
        id: ExerciseID(family: id, level: level, seed: seed).description, topic: topic.rawValue,
        prompt: "Linux with its defaults (somaxconn is 4096). This happens, one thing after the "
          + "other. " + question,
        figure: example.figure, kind: kind, explanation: Self.explanation(example),
        hints: Self.hints(for: example)),
      data: example.data, experiment: example.experiment(asking: Self.asked(card.ask, client)))
  }

  // MARK: The question

  private static func asked(
    _ ask: Ask, about client: Int, in example: BacklogCase, from draw: inout CaseDraw
  ) -> (question: String, kind: Question.Kind) {
    switch ask {
    case .number(let aspect):
      let mistakes = aspect.confusions(in: example).map {
        Question.Entry.Mistake(String($0.value), explanation: $0.reason)
      }
      return (
        aspect.question,
        .entry(
          Question.Entry(
            accepted: [String(aspect.value(in: example.queue))], mistakes: mistakes,
            form: .number))
      )
    case .client:
      return (
        "In which state is client \(client + 1) then?",
        .chooseOne(BacklogOptions(example: example).states(of: client))
      )
    case .row:
      return (
        "Which line does ss show for the listener then (State, Recv-Q, Send-Q, address)?",
        .chooseOne(BacklogOptions(example: example).rows(from: &draw))
      )
    case .table:
      return ("What can be seen then?", .fillTable(table(example)))
    }
  }

  private static func table(_ example: BacklogCase) -> Question.Table {
    // A long story leaves no room for the row that is least of a question.
    let aspects = BacklogAspect.allCases.filter { $0 != .sendQueue || example.events.count < 6 }
    let rows = aspects.map { aspect in
      let right = aspect.value(in: example.queue)
      let wrong = aspect.confusions(in: example).prefix(3).map {
        (value: $0.value, text: $0.reason)
      }
      let all = (wrong + [(value: right, text: aspect.reason(in: example))])
        .sorted { $0.value < $1.value }
      return Question.Table.Row(
        aspect.name,
        [
          .blank(
            all.map {
              Question.Option(
                String($0.value), isRight: $0.value == right, explanation: $0.text)
            })
        ])
    }
    return Question.Table(columns: ["how many"], rows: rows)
  }

  /// The client that is asked about: most often the last one, which is the hardest to place.
  private static func client(in example: BacklogCase, from draw: inout CaseDraw) -> Int {
    let last = max(0, example.clients - 1)
    let clients = Array(0...last).filter { $0 != example.closed }
    // A backlog below 0 that is taken for 0 shows at the last one only.
    return draw.chance(oneIn: 2) || example.askedBacklog < 0
      ? clients.last ?? last : draw.pick(clients, else: last)
  }

  private static func asked(_ ask: Ask, _ client: Int) -> BacklogCase.Asked {
    switch ask {
    case .client: .client(client)
    case .number(.completed), .number(.synSent): .clients
    case .number(.receiveQueue), .number(.sendQueue), .row, .table: .queues
    }
  }

  // MARK: Words

  private static func explanation(_ example: BacklogCase) -> String {
    let queue = example.queue
    var places = "Accept queue: listen(n) has room for n + 1 handshakes, here \(queue.capacity). "
    if example.askedBacklog > queue.maximum {
      places = "Accept queue: n counts as at most somaxconn, so as \(queue.maximum) here. "
    } else if example.askedBacklog < 0 {
      places =
        example.isPython
        ? "Accept queue: Python makes 0 of \(example.askedBacklog), and listen(0) has room for 1. "
        : "Accept queue: as an unsigned number \(example.askedBacklog) is huge, and counts as "
          + "somaxconn, \(queue.maximum). "
    }
    if let closed = example.closed {
      places +=
        queue.places[closed] == .queued
        ? "close() of a client frees none. " : "A client that closes in SYN-SENT is gone. "
    } else if queue.waiting > queue.capacity {
      places += "Nobody loses a place by a second listen(). "
    }
    return places + "\(queue.accepted) accepted, \(queue.waiting) waiting, \(queue.unanswered) in "
      + "SYN-SENT."
  }

  private static func hints(for example: BacklogCase) -> [String] {
    let queue = example.queue
    let idea =
      "The kernel completes handshakes by itself. accept() only takes a finished one out "
      + "of the queue."
    var rule =
      "listen(n) has room for n + 1. Where there is none, a SYN is dropped: the client "
      + "stays in SYN-SENT. ss: Recv-Q is what waits, Send-Q the backlog."
    if example.askedBacklog < 0 || example.askedBacklog > queue.maximum {
      rule =
        "A backlog counts as at most somaxconn. The kernel compares it as an unsigned number; "
        + "Python first makes 0 of a negative one."
    } else if example.closed != nil {
      rule =
        "listen(n) has room for n + 1. Only accept() frees a place: a client that closes "
        + "leaves its connection in the queue."
    } else if example.listens > 1 {
      rule = "listen(n) has room for n + 1. A second listen() replaces n, and nobody loses a place."
    }
    return [
      idea, rule,
      "listen() was last given \(example.askedBacklog). \(example.clients) "
        + (example.clients == 1 ? "client" : "clients") + " came. accept() was called "
        + (queue.accepted == 0 ? "0 times." : BacklogCase.times(queue.accepted) + "."),
    ]
  }
}

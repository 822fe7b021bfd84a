/// Writing and reading the filters of ss, graded by the rows that they show.
struct SocketFilterFamily: ExerciseFamily {
  let id = "socket-filter"
  let title = "Write the ss filter"
  let summary = "Write a filter that shows exactly the rows asked for, or say what one shows."
  let topic = ExerciseTopic.tools
  let asksKernel = true

  /// How a wish is asked for.
  private enum Form: String {
    case typed
    case chosen
    case rows
  }

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = CaseDraw(seed: seed, level: level, salt: 0xF1_17)
    let scene = FilterScene(&draw)
    let wish = Self.wish(seed: seed, level: level, scene)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    let rows = scene.rows
    let question: Question
    let asked: String
    let form = Self.form(&draw)
    switch form {
    case .typed:
      asked = wish.filter
      question = Self.typed(id, wish, rows)
    case .chosen:
      asked = wish.filter
      question = Self.chosen(id, wish, rows, &draw)
    case .rows:
      asked = Self.filterToRead(wish, rows, &draw)
      question = Self.read(id, asked, wish, rows)
    }
    return Exercise(
      question: question,
      data: .object([
        "form": .text(form.rawValue), "filter": .text(asked), "table": scene.data,
      ]),
      experiment: scene.experiment(filter: asked))
  }

  private static func wish(
    seed: UInt64, level: ExerciseLevel, _ scene: FilterScene
  ) -> FilterWish {
    func card(_ count: Int) -> Int { SeededDeck(count: count, salt: 0xF1_DECC).card(seed: seed) }
    return switch level {
    case .easy: FilterWish.easy(card(FilterWish.easyCount), scene)
    case .medium: FilterWish.medium(card(FilterWish.mediumCount), scene)
    case .hard: FilterWish.hard(card(FilterWish.hardCount), scene)
    }
  }

  private static func form(_ draw: inout CaseDraw) -> Form {
    switch draw.level {
    case .easy: draw.pick([.typed, .chosen], else: .typed)
    case .medium: draw.pick([.typed, .typed, .chosen, .rows], else: .typed)
    case .hard: draw.pick([.typed, .typed, .typed, .chosen, .rows, .rows], else: .typed)
    }
  }

  // MARK: Three forms

  private static func typed(
    _ id: String, _ wish: FilterWish, _ rows: Question.FilterRows
  ) -> Question {
    Question(
      id: id, topic: ExerciseTopic.tools.rawValue,
      prompt:
        "ss -tan prints these rows; the queues are left out. Type the filter, without quotes, "
        + "with which it shows \(wish.sentence).",
      figure: SSListing(rows.shown, hasQueues: false).lines,
      kind: .entry(
        Question.Entry(
          accepted: [wish.filter],
          mistakes: wish.nearMisses.map { .init($0.filter, explanation: $0.explanation) },
          form: .filter(rows))),
      explanation: wish.explanation, hints: wish.hints)
  }

  private static func chosen(
    _ id: String, _ wish: FilterWish, _ rows: Question.FilterRows, _ draw: inout CaseDraw
  ) -> Question {
    let wrong = draw.pick(3, of: wish.nearMisses).map { miss in
      Question.Option(
        miss.filter, isRight: false,
        explanation: miss.explanation + Self.difference(miss.filter, wish.filter, rows),
        figure: Self.figure(miss.filter, wish.filter, rows))
    }
    let right = Question.Option(wish.filter, isRight: true, explanation: wish.explanation)
    return Question(
      id: id, topic: ExerciseTopic.tools.rawValue,
      prompt: "ss -tan prints these rows; the queues are left out. "
        + "Which filter behind it shows \(wish.sentence), in this table and in any other?",
      figure: SSListing(rows.shown, hasQueues: false).lines,
      kind: .chooseOne(draw.shuffle([right] + wrong)), explanation: wish.explanation,
      hints: wish.hints)
  }

  /// A row that one filter shows and the other does not, in words.
  private static func difference(
    _ typed: String, _ right: String, _ rows: Question.FilterRows
  ) -> String {
    guard let (socket, isShown) = differing(typed, right, rows) else { return "" }
    return " It \(isShown ? "shows" : "leaves out") \(SSListing.brief(socket))."
  }

  private static func figure(
    _ typed: String, _ right: String, _ rows: Question.FilterRows
  ) -> [MarkedText] {
    guard let (socket, isShown) = differing(typed, right, rows) else { return [] }
    return SSListing([socket], hasQueues: false).lines(
      pointingAt: 0, .state, note: isShown ? "shown, but not asked for" : "left out")
  }

  private static func differing(
    _ typed: String, _ right: String, _ rows: Question.FilterRows
  ) -> (ListedSocket, isShown: Bool)? {
    guard let one = try? SocketFilter(typed), let other = try? SocketFilter(right) else {
      return nil
    }
    for socket in rows.shown + rows.hidden {
      let isShown = one.matches(socket.row)
      if isShown != other.matches(socket.row) { return (socket, isShown) }
    }
    return nil
  }

  /// The wish's own filter or a near miss, one that shows some of the rows and not all.
  private static func filterToRead(
    _ wish: FilterWish, _ rows: Question.FilterRows, _ draw: inout CaseDraw
  ) -> String {
    let filters = draw.shuffle([wish.filter] + wish.nearMisses.map(\.filter))
    return filters.first { text in
      guard let filter = try? SocketFilter(text) else { return false }
      let count = rows.shown.count { filter.matches($0.row) }
      return count > 0 && count < rows.shown.count
    } ?? wish.filter
  }

  private static func read(
    _ id: String, _ text: String, _ wish: FilterWish, _ rows: Question.FilterRows
  ) -> Question {
    let filter = try? SocketFilter(text)
    let options = rows.shown.map { socket in
      let isShown = filter?.matches(socket.row) ?? false
      return Question.Option(
        SSListing.brief(socket), isRight: isShown,
        explanation: filter?.reason(for: socket) ?? wish.explanation,
        figure: SSListing([socket], hasQueues: false).lines(
          pointingAt: 0, filter?.decidingColumn(for: socket) ?? .state,
          note: isShown ? "passes" : "does not pass"))
    }
    let count = options.count { $0.isRight }
    return Question(
      id: id, topic: ExerciseTopic.tools.rawValue,
      prompt: "ss -tan prints these rows. Tick those that are left with the filter: \(text)",
      figure: [], kind: .chooseSeveral(options),
      explanation: "First the states must pass, then the conditions: src and sport are the local "
        + "side, dst and dport the peer's (ss(8)).",
      hints: [
        "Go through the rows one by one, and ask each part of the filter.",
        "src and sport look at Local, dst and dport at Peer. A listener's peer is the address 0.0.0.0 "
          + "or :: with port 0.",
        count == 1 ? "Exactly one row is left." : "Exactly \(count) rows are left.",
      ])
  }
}

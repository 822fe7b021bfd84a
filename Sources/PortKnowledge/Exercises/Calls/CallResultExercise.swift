/// What a call at the end of a sequence returns.
struct CallResultExercise {
  private let id: ExerciseID
  private let story: CallStory
  /// The lines whose results are asked for.
  private let asked: [Int]
  private let level: ExerciseLevel

  /// An exercise about one result, or a table of several.
  init(_ id: ExerciseID, theme: CallTheme, isTable: Bool, from draw: inout CaseDraw) {
    self.id = id
    level = id.level
    let places = SocketCalls.Places(from: &draw)
    let story = CallStory(theme, places: places, from: &draw)
    let calls = story.lines.indices.filter { story.lines[$0].call != nil }
    self.story = story
    asked = isTable ? Array(calls.suffix(3)) : Array(calls.suffix(1))
  }

  /// The whole exercise.
  func exercise(from draw: inout CaseDraw) -> Exercise {
    Exercise(
      question: asked.count > 1 ? table(&draw) : choice(&draw), data: data,
      experiment: CallStoryExperiment(story, asked: Set(asked)).experiment)
  }

  // MARK: The two forms

  private func choice(_ draw: inout CaseDraw) -> Question {
    let line = asked[0]
    let options = CallOptions(story, line: line)
    let made = options.make(level == .easy ? 3 : 4, hiding: [line], from: &draw)
    return Question(
      id: id.description, topic: ExerciseTopic.calls.rawValue,
      prompt: setting + " What does call \(story.number(of: line)) return?",
      figure: story.rows(hiding: [line]).lines, kind: .chooseOne(made),
      explanation: explanation(options), hints: hints(line, made))
  }

  private func table(_ draw: inout CaseDraw) -> Question {
    let hidden = Set(asked)
    var rows = [Question.Table.Row("1 \(story.opening)", [.given("OK")])]
    for (index, line) in story.lines.enumerated() {
      switch line.move {
      case .nothing: break
      case .event(let event): rows.append(.init(story.text(of: event), [.given("")]))
      case .call(let call):
        let name = "\(story.number(of: index)) \(story.text(of: call))"
        let cell: Question.Table.Cell =
          hidden.contains(index)
          ? .blank(CallOptions(story, line: index).make(3, hiding: hidden, from: &draw))
          : .given(line.outcome.map(CallStory.text) ?? "OK")
        rows.append(.init(name, [cell]))
      }
    }
    let last = asked[asked.count - 1]
    let options = CallOptions(story, line: last)
    return Question(
      id: id.description, topic: ExerciseTopic.calls.rawValue,
      prompt: setting + " Fill in what the calls return.",
      kind: .fillTable(Question.Table(columns: ["returns"], rows: rows)),
      explanation: explanation(options), hints: hints(last, []))
  }

  // MARK: Words

  private var setting: String {
    let calls = story.lines.compactMap(\.call)
    let isTCP = story.transport == .tcp
    var text =
      "One \(isTCP ? "TCP" : "UDP") socket on Linux. Another program "
      + "\(isTCP ? "listens" : "receives") on \(story.places.server)"
    text += calls.contains(.connectToClosedPort) ? ", none on \(story.places.closed)." : "."
    if calls.contains(.localEndpoint) {
      text += " (chosen) stands for a port that the kernel chose."
    }
    let waiting = [SocketCalls.Call.accept, .receive].filter(calls.contains)
      .map { $0 == .accept ? "accept()" : "recv()" }
    if waiting.isEmpty { return text }
    let verb = waiting.count > 1 ? "are" : "is"
    return text + " \(waiting.joined(separator: " and ")) \(verb) non-blocking."
  }

  private func explanation(_ options: CallOptions) -> String {
    let line = asked[asked.count - 1]
    return "Call \(story.number(of: line)) returns \(options.answer). "
      + options.explanation(of: options.answer)
  }

  private func hints(_ line: Int, _ options: [Question.Option]) -> [String] {
    let call = story.lines[line].call ?? .close
    let wrong = options.filter { !$0.isRight }.map(\.text)
    let last =
      !wrong.isEmpty
      ? HintWords.excluding(wrong)
      : "Every error here says something about what the socket is: fresh, bound, listening, "
        + "connected or over. Find that out for each line."
    return [
      "A call's result depends on what the socket has become by the calls before it. "
        + "Say after each line what the socket is now.",
      Self.rule(call, story.transport), last,
    ]
  }

  /// The rule of a call in one sentence.
  private static func rule(_ call: SocketCalls.Call, _ transport: TransportProtocol) -> String {
    let isTCP = transport == .tcp
    return switch call {
    case .bind, .bindToPortZero:
      "bind() needs a socket that has no port: EINVAL otherwise. A port can come from bind(), "
        + "listen(), connect() or a UDP send()."
    case .listen:
      isTCP
        ? "listen() needs a TCP socket that never was connected. bind() before it is usual, but "
          + "not needed." : "Only protocols with connections have listen() and accept()."
    case .connect, .connectToClosedPort:
      isTCP
        ? "A TCP socket connects once, and not at all once it listens. An attempt that was refused "
          + "does not count." : "On UDP connect() only notes a peer, as often as one likes."
    case .accept:
      isTCP
        ? "accept() needs a listener, and takes one finished connection out of its queue."
        : "Only protocols with connections have listen() and accept()."
    case .send:
      isTCP
        ? "send() needs a connection whose sending direction is open. An error that waits is "
          + "reported first, and once."
        : "send() needs a peer from connect(). An ICMP error that waits is reported first, once."
    case .receive:
      isTCP
        ? "recv() looks in this order: bytes that arrived, the peer's FIN, an error that waits, "
          + "a missing connection, and then it would wait."
        : "recv() reports an ICMP error that waits, then hands out one datagram, else it would "
          + "wait."
    case .remoteEndpoint:
      isTCP
        ? "getpeername() needs a connection that is not over in both directions."
        : "getpeername() needs a peer that connect() has noted."
    case .localEndpoint:
      "The address and port are zero until bind(), listen(), connect() or a UDP send() sets them."
    case .shutdownReading, .shutdownWriting, .shutdownBoth:
      "shutdown() needs a connection that is not over in both directions."
    case .close: "close() ends the use of the descriptor."
    }
  }

  // MARK: Data

  private var data: CaseValue {
    .object([
      "form": .text(asked.count > 1 ? "fillTable" : "chooseOne"),
      "transport": .text(story.transport.rawValue),
      "listener": CaseValue(story.places.server),
      "closed": CaseValue(story.places.closed),
      "lines": .list(story.lines.enumerated().map(lineData)),
    ])
  }

  private func lineData(_ index: Int, _ line: CallStory.Line) -> CaseValue {
    switch line.move {
    case .call(let call):
      .object([
        "call": .text(story.text(of: call)),
        "result": .text(line.outcome.map(CallStory.text) ?? ""),
        "isAsked": .truth(asked.contains(index)),
      ])
    case .event(let event): .object(["event": .text(story.text(of: event))])
    case .nothing: .null
    }
  }
}

/// Which call fails first where a server or its client forgot one, or made one in vain.
struct FirstFailureExercise {
  private typealias Side = CallOrder.Side

  /// A call of one of the two programs.
  private struct Line {
    var side: Side
    var call: SocketCalls.Call
    /// Its place among the lines of its own program's story; nil for what a conversation returns.
    var place: Int?
  }

  /// The calls of both programs; `true` for the server.
  private typealias Program = [(isServer: Bool, call: SocketCalls.Call)]

  private let id: ExerciseID
  private let transport: TransportProtocol
  private let places: SocketCalls.Places
  private var server: CallStory
  private var client: CallStory
  private var lines: [Line] = []
  private var failure: Int?

  /// An exercise about one of the level's programs.
  init(_ id: ExerciseID, from draw: inout CaseDraw) {
    self.id = id
    let host = IPAddress.octets(192, 0, 2, draw.number(in: 2...250))
    let port = 5000 + 2 * draw.number(in: UInt16(0)...1900) + UInt16(draw.seed & 1)
    let endpoint = Endpoint(host, PortNumber(port))
    let other = Endpoint(.octets(192, 0, 2, 1), PortNumber(port + 1000))
    places = SocketCalls.Places(local: endpoint, server: endpoint, closed: endpoint)
    let programs = Self.programs(id.level)
    let program = draw.pick(programs, else: programs[0])
    transport = .tcp
    server = CallStory(.tcp, places: places)
    client = CallStory(
      .tcp, places: SocketCalls.Places(local: other, server: endpoint, closed: endpoint))
    play(program)
  }

  // MARK: The programs

  private static func programs(_ level: ExerciseLevel) -> [Program] {
    switch level {
    case .easy:
      [
        // No listen().
        [(true, .bind), (false, .connect), (true, .accept)],
        // No bind().
        [(true, .listen), (false, .connect), (false, .send)],
        // No connect().
        [(true, .bind), (true, .listen), (false, .send), (true, .accept)],
        // Nothing is missing: a client needs no bind().
        [(true, .bind), (true, .listen), (false, .connect), (true, .accept), (false, .send)],
      ]
    case .medium:
      [
        // bind() too late.
        [(true, .listen), (true, .bind), (false, .connect), (true, .accept)],
        // No listen(), and accept() first.
        [(true, .bind), (true, .accept), (false, .connect)],
        // No accept(): nothing fails.
        [(true, .bind), (true, .listen), (false, .connect), (false, .send)],
        // Bytes read from the listener.
        [(true, .bind), (true, .listen), (false, .connect), (false, .send), (true, .receive)],
        // A client that binds.
        [(true, .bind), (true, .listen), (false, .bind), (false, .connect), (true, .accept)],
        // A client that connects before the server listens.
        [(true, .bind), (false, .connect), (true, .listen), (true, .accept)],
      ]
    case .hard:
      [
        // A listener that connects.
        [(true, .bind), (true, .listen), (true, .connect), (false, .connect)],
        // A client that binds after connect().
        [(true, .bind), (true, .listen), (false, .connect), (false, .bind), (false, .send)],
        // A client that listens after connect().
        [(true, .bind), (true, .listen), (false, .connect), (false, .listen)],
        // A second listen(), and two accept() for one client.
        [(true, .bind), (true, .listen), (true, .listen), (false, .connect), (true, .accept)],
        // A refused client that tries again.
        [(true, .bind), (false, .connect), (true, .listen), (false, .connect)],
        // A client that connects twice.
        [(true, .bind), (true, .listen), (false, .connect), (true, .accept), (false, .connect)],
        // The listener sends.
        [(true, .bind), (true, .listen), (false, .connect), (true, .accept), (true, .send)],
      ]
    }
  }

  /// Makes the calls in two models that know of each other.
  private mutating func play(_ program: Program) {
    for (isServer, call) in program {
      if isServer {
        server.numbers.append(lines.count + 1)
        server.add(.call(call))
        lines.append(Line(side: .server, call: call, place: server.lines.count - 1))
      } else {
        let isListening = server.model.state == .listen && server.model.port == .named
        let made = call == .connect && !isListening ? .connectToClosedPort : call
        client.numbers.append(lines.count + 1)
        client.add(.call(made))
        lines.append(Line(side: .client, call: made, place: client.lines.count - 1))
        if call == .connect, outcome(lines.count - 1) == .ok {
          server.numbers.append(0)
          server.add(.event(.clientConnects))
        }
      }
      if failure == nil, outcome(lines.count - 1) != .ok { failure = lines.count - 1 }
    }
  }

  private func story(_ line: Int) -> CallStory {
    lines[line].side == .server ? server : client
  }

  private func outcome(_ line: Int) -> ExperimentOutcome {
    lines[line].place.flatMap { story(line).lines[$0].outcome } ?? .ok
  }

  private func reason(_ line: Int) -> String {
    lines[line].place.map { CallReason(story(line), line: $0).text } ?? ""
  }

  // MARK: The exercise

  /// The whole exercise.
  func exercise(from draw: inout CaseDraw) -> Exercise {
    Exercise(question: question(&draw), data: data, experiment: experiment)
  }

  private func question(_ draw: inout CaseDraw) -> Question {
    let right = option(failure)
    let wrong = draw.pick(3, of: wrongOptions.filter { $0.text != right.text })
    let options = draw.shuffle([right] + wrong)
    return Question(
      id: id.description, topic: ExerciseTopic.calls.rawValue,
      prompt: "On one Linux host two programs make these calls from top to bottom, each on one TCP "
        + "socket of its own. Which call is the first to fail?",
      figure: rows.lines, kind: .chooseOne(options),
      explanation: failure.map { "Call \($0 + 1) fails with \(outcome($0)). \(reason($0))" }
        ?? "No call fails: bind() and listen() came before connect(), and nothing else is needed.",
      hints: [
        "Go through the calls from the top and say after each what both sockets are now.",
        "connect() needs a listener at just that port; accept() needs a listener; data need a "
          + "connection; a socket is bound at most once.",
        failure == nil
          ? "Look for a listener at the right port, and for a connection before the data."
          : "It is a call of the \(lines[failure ?? 0].side.rawValue).",
      ])
  }

  private func text(_ line: Int) -> String {
    let call = lines[line].call
    return story(line).text(of: call == .connectToClosedPort ? .connect : call)
  }

  private var rows: AlignedRows {
    AlignedRows(
      texts: lines.indices.map { ["\($0 + 1)", lines[$0].side.rawValue, text($0)] })
  }

  /// The option that names a line, with its error or the one that people expect; nil for none.
  private func option(_ line: Int?, expecting error: String? = nil) -> Question.Option {
    guard let line else {
      let explanation =
        failure.map { "Call \($0 + 1) fails with \(outcome($0)). \(reason($0))" }
        ?? "Every call has what it needs: the listener is there before connect(), and the "
        + "connection before the data."
      return Question.Option(
        "none: every call succeeds", isRight: failure == nil, explanation: explanation,
        figure: figure(failure ?? lines.count - 1))
    }
    let isOK = outcome(line) == .ok
    let name = error ?? "\(outcome(line))"
    let verb = text(line).prefix { $0 != "(" }
    let isRight = line == failure && name == "\(outcome(line))"
    var explanation = isOK ? "Call \(line + 1) succeeds. \(reason(line))" : reason(line)
    if !isOK, !isRight, let failure {
      explanation = "Call \(failure + 1) fails before it: \(outcome(failure)). \(reason(failure))"
    }
    return Question.Option(
      "call \(line + 1), \(verb)(): \(name)", isRight: isRight, explanation: explanation,
      figure: figure(line))
  }

  /// Every other call with the error that is believed of it, and none at all.
  private var wrongOptions: [Question.Option] {
    var options = [option(nil)]
    for (index, line) in lines.enumerated() {
      let believed: [String] =
        switch line.call {
        case .listen: ["EINVAL", "EDESTADDRREQ"]
        case .connect, .connectToClosedPort: ["ECONNREFUSED", "EINVAL"]
        case .accept: ["EINVAL", "EAGAIN"]
        case .send: ["EPIPE", "ENOTCONN"]
        case .receive: ["ENOTCONN"]
        case .bind: ["EADDRINUSE"]
        default: []
        }
      guard index != failure else { continue }
      options += believed.prefix(outcome(index) == .ok ? 1 : 2).map { option(index, expecting: $0) }
    }
    return options
  }

  private func figure(_ line: Int) -> [MarkedText] {
    let isOK = outcome(line) == .ok
    return rows.lines(
      pointingAt: line, column: 2, note: isOK ? "succeeds" : "\(outcome(line))")
  }

  private var data: CaseValue {
    .object([
      "form": "firstFailure", "server": CaseValue(places.server),
      "calls": .list(
        lines.indices.map {
          .object([
            "program": .text(lines[$0].side.rawValue), "call": .text(text($0)),
            "result": CaseValue(outcome($0)),
          ])
        }),
    ])
  }

  private var experiment: Experiment {
    var steps = [
      ExperimentStep("L", .open(.tcp, isIPv6: false)),
      ExperimentStep("C", .open(.tcp, isIPv6: false)),
    ]
    for (index, line) in lines.enumerated() {
      let places = line.side == .server ? server.places : client.places
      let call: ExperimentCall =
        switch line.call {
        case .bind: .bind(places.local)
        case .listen: .listen(backlog: 5)
        case .connect, .connectToClosedPort: .connect(places.server)
        case .accept: .accept(as: "S")
        case .send: .send("hi")
        default: .receive(upTo: 64)
        }
      steps.append(
        ExperimentStep(
          line.side == .server ? "L" : "C", call, expected: outcome(index), isAsked: true))
    }
    return Experiment(
      steps: steps,
      standIns: [
        places.server.address: .octets(127, 0, 0, 10),
        client.places.local.address: .octets(127, 0, 0, 11),
      ])
  }
}

/// Makes the exercises about who reaches a server.
struct ReachabilityExercise {
  private let id: String
  private let scene: ReachabilityScene
  private let words: ReachabilityWords

  /// The machines of a seed.
  init(id: ExerciseID, from draw: inout CaseDraw) {
    self.id = id.description
    scene = ReachabilityScene(from: &draw)
    words = ReachabilityWords(scene: scene)
  }

  private func exercise(
    prompt: String, figure: [MarkedText], kind: Question.Kind, conclusion: String, hint: String,
    servers: [ReceivingSocket], clients: [ReachabilityClient]
  ) -> Exercise {
    let question = Question(
      id: id, topic: ExerciseTopic.delivery.rawValue,
      prompt: "\(prompt) (\(ReachabilityWords.assumption))", figure: figure, kind: kind,
      explanation: "\(ReachabilityWords.rule) \(conclusion)",
      hints: ReachabilityWords.hints(last: hint))
    return Exercise(
      question: question, data: data(servers, clients),
      experiment: ReachabilityExperiment.experiment(scene, servers: servers, clients: clients))
  }

  private func data(
    _ servers: [ReceivingSocket], _ clients: [ReachabilityClient]
  ) -> CaseValue {
    .object([
      "serverPlace": .text(scene.place),
      "serverAddresses": .list(scene.serverAddresses.map { CaseValue($0) }),
      "port": CaseValue(scene.port),
      "listeners": .list(
        servers.map {
          .object([
            "localAddress": CaseValue($0.local.address),
            "options": .list($0.isIPv6Only ? ["IPV6_V6ONLY"] : []),
          ])
        }),
      "clients": .list(
        clients.map { client in
          var hasIPv6 = true
          if case .otherMachine(let routed) = client.client { hasIPv6 = routed }
          return .object([
            "place": .text(client.place), "destination": CaseValue(client.address),
            "ownAddress": client.source.map { CaseValue($0) } ?? .null,
            "onServerMachine": .truth(client.source == nil), "hasIPv6Route": .truth(hasIPv6),
          ])
        }),
    ])
  }

  // MARK: One client

  private func pair(from draw: inout CaseDraw) -> (ReceivingSocket, ReachabilityClient) {
    let server = draw.pick(scene.binds, else: scene.binds[0])
    let client = draw.pick(scene.clients, else: scene.clients[0])
    return (server, client)
  }

  private func hint(_ server: ReceivingSocket, _ client: ReachabilityClient) -> String {
    let meant = Reachability.meant(by: client.address)
    if client.source != nil, meant.isLoopback {
      return "The client is \(client.place), the server \(scene.place). "
        + "Whose machine is \(meant), seen from the client?"
    }
    if scene.outcome(client, server) == .networkUnreachable {
      return "The segment would go to \(meant). Of which family is that, and which families does "
        + "the client's machine have?"
    }
    let what = server.local.address.isWildcard ? "a wildcard" : "one address"
    return "The segment goes to \(meant), of family \(meant.isIPv6 ? "IPv6" : "IPv4"). "
      + "The listener is bound to \(what): \(server.localAddressText). Does that cover it?"
  }

  /// What comes of one `connect()`.
  func oneClient(from draw: inout CaseDraw) -> Exercise {
    let (server, client) = pair(from: &draw)
    let right = scene.outcome(client, server)
    var shown: [ReachabilityOutcome] = [.connected, .refusedByServer]
    if client.source != nil { shown.append(.refusedByOwnMachine) }
    if right == .networkUnreachable || client.source == nil || draw.chance(oneIn: 2) {
      shown.append(.networkUnreachable)
    }
    var options = shown.map { outcome in
      Question.Option(
        words.text(outcome, client), isRight: outcome == right,
        explanation: words.explanation(of: outcome, client, server),
        figure: words.lines(about: client, server))
    }
    if options.count < 4 {
      options.append(
        Question.Option(
          "ETIMEDOUT: no answer at all", isRight: false,
          explanation: words.explanation(of: nil, client, server),
          figure: words.lines(about: client, server)))
    }
    return exercise(
      prompt: "What comes of this client's connect()?",
      figure: words.figure(server: server, client: client), kind: .chooseOne(options),
      conclusion: "Here: \(right.errorName ?? "it succeeds").", hint: hint(server, client),
      servers: [server], clients: [client])
  }

  /// The same, with the error typed.
  func typed(from draw: inout CaseDraw) -> Exercise {
    let (server, client) = pair(from: &draw)
    let right = scene.outcome(client, server)
    let accepted = right.errorName ?? "OK"
    let wrong: [(String, ReachabilityOutcome?)] = [
      ("OK", .connected), ("ECONNREFUSED", .refusedByServer), ("ENETUNREACH", .networkUnreachable),
      ("ETIMEDOUT", nil), ("EHOSTUNREACH", nil),
    ]
    let mistakes = wrong.filter { $0.0 != accepted }.map { name, outcome in
      Question.Entry.Mistake(
        name, explanation: words.explanation(of: outcome, client, server))
    }
    return exercise(
      prompt: "What does this client's connect() return? Type OK or the name of the error.",
      figure: words.figure(server: server, client: client),
      kind: .entry(.init(accepted: [accepted], mistakes: mistakes)),
      conclusion: "Here: \(accepted).", hint: hint(server, client), servers: [server],
      clients: [client])
  }

  // MARK: Several clients

  /// Ticking the clients that get a connection.
  func ticks(from draw: inout CaseDraw) -> Exercise? {
    let server = draw.pick(scene.binds, else: scene.binds[0])
    let count = scene.clients.count > 4 ? 5 : 4
    let clients = draw.pick(count, of: scene.clients)
    let right = clients.count { scene.outcome($0, server) == .connected }
    guard right > 0 else { return nil }
    let options = clients.map { client in
      Question.Option(
        "\(client.place), to \(words.target(client))",
        isRight: scene.outcome(client, server) == .connected,
        explanation: words.reason(client, server), figure: words.lines(about: client, server))
    }
    return exercise(
      prompt: "Which of these clients get a connection? Tick them all.",
      figure: words.figure(server: server), kind: .chooseSeveral(options),
      conclusion: "Here \(right) of \(clients.count) get one.",
      hint: "\(server.localText) takes "
        + (server.local.address.isWildcard
          ? "what its family covers" : "what goes to that one address")
        + ", if it comes to this machine. That is so for \(right) of them.",
      servers: [server], clients: clients)
  }

  /// Three listeners and two clients.
  func table(from draw: inout CaseDraw) -> Exercise? {
    let servers = draw.pick(3, of: scene.binds)
    let clients = draw.pick(2, of: scene.clients)
    let results = servers.flatMap { server in clients.map { scene.outcome($0, server) } }
    guard results.contains(.connected), Set(results).count > 1 else { return nil }
    let rows = servers.map { server in
      Question.Table.Row(
        server.localText, clients.map { .blank(choices($0, server)) })
    }
    let connected = results.count { $0 == .connected }
    return exercise(
      prompt: "A server \(scene.place) is bound to one address after the other. What does each "
        + "client's connect() return?",
      figure: AlignedRows(
        texts: clients.indices.map { index in
          ["client \(index + 1)", clients[index].place, "to \(words.target(clients[index]))"]
        }
      ).lines + words.figure(server: nil),
      kind: .fillTable(.init(columns: clients.indices.map { "client \($0 + 1)" }, rows: rows)),
      conclusion: "Here \(connected) of \(results.count) succeed.",
      hint: "\(connected) of the \(results.count) calls succeed. "
        + "A loopback address always means the machine of the client.",
      servers: servers, clients: clients)
  }

  private func choices(
    _ client: ReachabilityClient, _ server: ReceivingSocket
  ) -> [Question.Option] {
    let right = scene.outcome(client, server)
    let answers: [(String, ReachabilityOutcome?)] = [
      ("OK", .connected), ("ECONNREFUSED", .refusedByServer),
      right == .networkUnreachable ? ("ENETUNREACH", right) : ("ETIMEDOUT", nil),
    ]
    return answers.map { name, outcome in
      let isRight = name == (right.errorName ?? "OK")
      return Question.Option(
        name, isRight: isRight,
        explanation: isRight
          ? words.reason(client, server) : words.explanation(of: outcome, client, server),
        figure: words.lines(about: client, server))
    }
  }

  // MARK: Which bind address

  /// The bind address that lets in exactly the clients that are wanted.
  func bindAddress(from draw: inout CaseDraw) -> Exercise? {
    let clients = draw.pick(3, of: scene.clients)
    func admits(_ server: ReceivingSocket) -> [Bool] {
      clients.map { scene.outcome($0, server) == .connected }
    }
    let servers = draw.shuffle(scene.binds)
    guard let right = servers.first(where: { admits($0).contains(true) }) else { return nil }
    let wanted = admits(right)
    let wrong = servers.filter { admits($0) != wanted }.prefix(3)
    guard wrong.count == 3 else { return nil }
    let offered = draw.shuffle([right] + wrong)
    let options = offered.map { server in
      let admitted = admits(server)
      let decisive = clients.indices.first { admitted[$0] != wanted[$0] }
      let client = clients[decisive ?? wanted.firstIndex(of: true) ?? 0]
      return Question.Option(
        server.localText, isRight: decisive == nil,
        explanation: decisive == nil
          ? "It admits just these. " + words.reason(client, server)
          : "It \(admitted[decisive ?? 0] ? "lets in" : "leaves out") the client "
            + "\(client.place), to \(client.addressText). " + words.reason(client, server),
        figure: words.lines(about: client, server))
    }
    let rows = AlignedRows(
      texts: zip(clients, wanted).map { client, isWanted in
        [isWanted ? "yes" : "no", client.place, "to \(words.target(client))"]
      })
    return exercise(
      prompt: "A server \(scene.place) shall be reached by exactly the clients marked yes. "
        + "Which bind address does that?",
      figure: rows.lines + words.figure(server: nil), kind: .chooseOne(options),
      conclusion: "Here: \(right.localText).",
      hint: "Cross out each address that leaves out a client marked yes. Then see which of the "
        + "rest lets in one marked no.",
      servers: offered, clients: clients)
  }
}

extension ReachabilityClient {
  /// The address it connects to, in brackets where it is IPv6.
  fileprivate var addressText: String { address.isIPv6 ? "[\(address)]" : "\(address)" }
}

/// Four sockets of which each alone is to be bound beside the first one; those are ticked that may.
struct BindOffers {
  private let bind: BindCase
  /// What is offered.
  let candidates: [BoundSocket]

  /// Variations of the second socket of a case; nil where the case is not one for this.
  init?(_ bind: BindCase, from scene: inout BindScene) {
    guard bind.first.user == bind.second.user else { return nil }
    self.bind = bind
    var found = [bind.second]
    var allowed = bind.isAllowed ? 1 : 0
    for _ in 0..<24 where found.count < 4 {
      let candidate = Self.variation(of: bind, in: &scene)
      guard !found.contains(candidate) else { continue }
      let isAllowed = PortSharing(old: bind.first, new: candidate).isAllowed
      // Neither all of one kind, nor more than two that succeed or three that do not.
      guard isAllowed ? allowed < 2 : found.count - allowed < 3 else { continue }
      found.append(candidate)
      allowed += isAllowed ? 1 : 0
    }
    guard found.count == 4, allowed > 0 else { return nil }
    candidates = scene.draw.shuffle(found)
  }

  private static func variation(of bind: BindCase, in scene: inout BindScene) -> BoundSocket {
    var socket = bind.second
    let isIPv6 = bind.first.local.isIPv6 || bind.second.local.isIPv6
    var locals = [IPAddress.any, .loopback, scene.host].map { LocalAddress($0) }
    if scene.draw.level > .easy { locals.append(LocalAddress(.any6)) }
    if isIPv6 { locals += [LocalAddress(.loopback6), LocalAddress(.any6), .any6Only] }
    socket.local = scene.draw.pick(locals, else: socket.local)
    if scene.draw.level > .easy {
      // With SO_REUSEPORT on some sockets only, one bind() can leave traces for the next.
      let usesReusePort = bind.first.reuse.contains(.port)
      let options: [ReuseOptions] = usesReusePort ? [.port, .both] : [[], .address, .address]
      socket.reuse = scene.draw.pick(options, else: [])
    }
    if scene.draw.chance(oneIn: 6) { socket.transport = socket.transport == .tcp ? .udp : .tcp }
    return socket
  }

  /// The question under its id.
  func question(_ id: String, level: ExerciseLevel) -> Question {
    let options = candidates.map(option)
    let successes = options.count { $0.isRight }
    return Question(
      id: id, topic: ExerciseTopic.binding.rawValue,
      prompt: "Linux with its defaults, one user. A holds its port already. \(bind.story)"
        + "Tick every bind() that succeeds if it is the only one.",
      figure: BindFigure([("A", bind.first, false)]).lines, kind: .chooseSeveral(options),
      explanation: "Sockets of one protocol and port with overlapping addresses need SO_REUSEADDR "
        + "on both (in TCP with the first not in LISTEN), or SO_REUSEPORT on both.",
      hints: [
        BindHints.idea, level == .easy ? BindHints.plainRule : BindHints.rule,
        successes == 1 ? "Exactly one of them succeeds." : "Exactly \(successes) of them succeed.",
      ])
  }

  private func option(_ candidate: BoundSocket) -> Question.Option {
    let words = SharingWords(old: ("A", bind.first), new: ("B", candidate))
    let isAllowed = words.sharing.isAllowed
    let figure = BindFigure([("A", bind.first, false), ("B", candidate, true)])
    return Question.Option(
      candidate.offer, isRight: isAllowed,
      explanation: (isAllowed ? "OK. " : "EADDRINUSE. ") + words.sentence,
      figure: figure.lines(words.pointer()))
  }

  /// The case as data.
  var data: [String: CaseValue] {
    var value = bind.caseValue(candidates: candidates)
    value["asked"] = "successes"
    return value
  }
}

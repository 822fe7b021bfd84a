/// Whether a second socket may be bound beside a first one, and why.
struct BindPairFamily: ExerciseFamily {
  let id = "bind-pair"
  let title = "Will this bind() succeed?"
  let summary = "Decide whether a socket may have a port beside another one, and say why."
  let topic = ExerciseTopic.binding
  let asksKernel = true

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var drawing = BindCaseDraw(BindScene(seed: seed, level: level, salt: 0xB12D_0001))
    let bind = drawing.next()
    var scene = drawing.scene
    let id = ExerciseID(family: id, level: level, seed: seed).description
    // Ticking several needs cases in which SO_REUSEPORT is on all sockets or on none.
    if scene.draw.chance(oneIn: 3), let offers = BindOffers(bind, from: &scene) {
      return Exercise(
        question: offers.question(id, level: level), data: .object(offers.data),
        experiment: bind.experiment(candidates: offers.candidates, in: scene))
    }
    var data = bind.caseValue(candidates: [bind.second])
    data["asked"] = "reason"
    return Exercise(
      question: reasoned(bind, id, from: &scene.draw), data: .object(data),
      experiment: bind.experiment(candidates: [bind.second], in: scene))
  }

  private func reasoned(
    _ bind: BindCase, _ id: String, from draw: inout CaseDraw
  ) -> Question {
    let right = BindReason(bind.sharing)
    let reasons = BindReason.offered(for: bind, wrong: 3, from: &draw)
    let isOneUser = bind.first.user == bind.second.user
    let scene =
      isOneUser ? "Linux with its defaults, one user." : "Linux with its defaults, two users."
    return Question(
      id: id, topic: topic.rawValue,
      prompt: "\(scene) A holds its port already. \(bind.story)Now B calls bind(). "
        + "What does it return, and why?",
      figure: bind.figure.lines,
      kind: .chooseOne(
        reasons.map {
          Question.Option(
            $0.text(for: bind), isRight: $0 == right, explanation: $0.explanation(for: bind),
            figure: $0.figure(for: bind))
        }),
      explanation: Self.explanation(of: bind),
      hints: BindHints(bind, level: draw.level).hints)
  }

  /// The part of the rule that decides.
  private static func explanation(of bind: BindCase) -> String {
    switch bind.sharing {
    case .otherTransport, .otherPort, .addressesApart:
      "The rule of bind() on Linux: only sockets of one protocol and one port whose addresses "
        + "overlap can hinder each other. These do not."
    case .bothReuseAddress where bind.first.transport == .udp:
      "The rule of bind() on Linux: overlapping UDP sockets stand side by side if both have "
        + "SO_REUSEADDR. Datagrams then go to only one of them."
    case .bothReuseAddress:
      "The rule of bind() on Linux: overlapping sockets stand side by side if both have "
        + "SO_REUSEADDR and the old one does not listen. That is so here."
    case .bothReusePort where bind.first.user != bind.second.user:
      "The rule of bind() on Linux: SO_REUSEPORT on both asks for one user, but a closed socket in "
        + "TIME-WAIT or FIN-WAIT-2 is nobody's any more."
    case .bothReusePort:
      "The rule of bind() on Linux: overlapping sockets of one user stand side by side, listeners "
        + "too, if both have SO_REUSEPORT. That is so here."
    case .noCommonOption:
      "The rule of bind() on Linux: overlapping sockets need an option that both have. "
        + "There is none here, so it is EADDRINUSE."
    case .listener:
      "The rule of bind() on Linux: SO_REUSEADDR on both is enough, unless the old socket is in "
        + "LISTEN. It is, so it is EADDRINUSE."
    case .otherUser:
      "The rule of bind() on Linux: SO_REUSEPORT on both is enough only for sockets of one user. "
        + "These have two, so it is EADDRINUSE."
    }
  }
}

/// Which local address and port a socket has after some calls, and where servers listen by default.
struct PortZeroFamily: ExerciseFamily {
  let id = "port-zero"
  let title = "Port 0 and other defaults"
  let summary = "Say which address and port a socket has when the program leaves them open."
  let topic = ExerciseTopic.binding
  let asksKernel = true

  /// What an exercise is about: a program of calls, or a server of a library.
  private enum Card {
    case story(NameStory)
    case server(ServerDefault)
  }

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var scene = BindScene(seed: seed, level: level, salt: 0xB12D_0004)
    let cards = Self.cards(level)
    let deck = SeededDeck(count: cards.count, salt: 0xB12D_0004 &+ UInt64(level.rawValue))
    let id = ExerciseID(family: id, level: level, seed: seed).description
    switch cards[deck.card(seed: seed)] {
    case .story(let story):
      return exercise(story, id, in: &scene)
    case .server(let server):
      let port: PortNumber = scene.draw.chance(oneIn: 3) ? 0 : scene.port
      let question = ServerDefaultQuestion(server, port: port)
      return Exercise(
        question: question.question(id), data: question.data, experiment: question.experiment)
    }
  }

  private static func cards(_ level: ExerciseLevel) -> [Card] {
    let servers: [ServerDefault] =
      switch level {
      case .easy: []
      case .medium: [.python, .node, .go]
      case .hard: [.pythonIPv6, .pythonDualStack, .nodeIPv6Only, .goIPv4]
      }
    return NameStory.stories(level).map(Card.story) + servers.map(Card.server)
  }

  private func exercise(
    _ story: NameStory, _ id: String, in scene: inout BindScene
  ) -> Exercise {
    let program = story.program(in: scene)
    let question = NameQuestion(program, in: scene)
    let asTable = question.hasTable && scene.draw.chance(oneIn: 2)
    let level = scene.draw.level
    let asked = question.asked(asTable: asTable)
    return Exercise(
      question: question.question(id, asTable: asTable, level: level, draw: &scene.draw),
      data: [
        "asked": .text(asTable ? "names" : "name"), "machine": CaseValue(scene.host),
        "calls": .list(program.data), "askedAfter": .list(asked.map { .text($0.label) }),
      ],
      experiment: program.experiment(asking: asked, standIns: story.standIns(in: scene)))
  }
}

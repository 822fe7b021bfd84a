/// Which services have a second port for TLS, and which do without.
struct TickTwinsExercise {
  private let services: [Service]

  /// An exercise about a service with a second port and four others, two to four of them without.
  init(_ service: Service, from draw: inout CaseDraw) {
    let with = draw.shuffle(TwinCards.twins(upTo: draw.level)).filter { $0 != service }
    let without = draw.shuffle(TwinCards.withoutTwin(upTo: draw.level))
    let count = draw.pick([2, 2, 3, 3, 4], else: 3)
    services = draw.shuffle([service] + without.prefix(count) + with.prefix(4 - count))
  }

  /// The exercise under its id.
  func exercise(_ id: String) -> Exercise {
    let options = services.map {
      Question.Option(
        $0.nameAndPort, isRight: $0.twin != nil, explanation: $0.protectionSentence)
    }
    let right = services.compactMap(\.twin)
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "Tick every service that has a second port, where TLS or DTLS begins with the first "
        + "byte.",
      kind: .chooseSeveral(options),
      explanation: "Second ports here: "
        + right.map(\.nameAndPort).joined(separator: ", ")
        + ". The others use TLS on the port they have, or encrypt in another way.",
      hints: [
        "TLS came later than most protocols. Some got a second port for it, others use it on the "
          + "port they had.",
        "Databases and clusters mostly use TLS on their own port; SSH and its like need none.",
        right.count == 1 ? "One of them has." : "\(right.count) of them have.",
      ])
    return Exercise(
      question: question,
      data: ["asked": "secondPorts", "services": .list(services.map(\.protectedCaseValue))])
  }
}

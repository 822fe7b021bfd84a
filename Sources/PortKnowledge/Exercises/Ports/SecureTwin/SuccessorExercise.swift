/// What takes the place of a service that sends everything in clear text.
struct SuccessorExercise {
  private let service: Service

  /// An exercise about a service whose place another protocol has taken.
  init(_ service: Service) {
    self.service = service
  }

  /// The exercise under its id.
  func exercise(_ id: String, from draw: inout CaseDraw) -> Exercise {
    let wrong = Array(draw.shuffle(candidates.filter { $0 != service }).prefix(3))
    let successor = ServiceTable.services(on: 22).first ?? service
    let options = draw.shuffle([successor] + wrong).map { other in
      Question.Option(
        other.nameAndPort, isRight: other == successor,
        explanation: other == successor
          ? "SSH gives a remote shell that is encrypted from the start, and the server proves who "
            + "it is by its key."
          : explanation(other))
    }
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "\(service.nameAndPort) sends everything in clear text. What has taken its place?",
      kind: .chooseOne(options),
      explanation:
        "The answer is another protocol, not a second port: SSH (22) encrypts by itself.",
      hints: [
        "Not every protocol was given TLS. Some were replaced.",
        "What was wanted was an encrypted remote shell.",
        "It is neither \(wrong[0].nameAndPort) nor \(wrong[1].nameAndPort).",
      ])
    return Exercise(
      question: question,
      data: [
        "asked": "successor", "service": service.protectedCaseValue,
        "others": .list(wrong.map(\.caseValue)),
      ])
  }

  private var candidates: [Service] {
    let ports: [PortNumber] = [23, 512, 513, 514, 992, 3389]
    return ports.flatMap(ServiceTable.services(on:)).filter { $0.transports != .udp }
  }

  private func explanation(_ other: Service) -> String {
    switch other.port {
    case 992: "\(other.nameAndPort) is assigned, but hardly any machine offers it: SSH was adopted."
    case 3389: "\(other.nameAndPort) shows a Windows desktop; it is no remote shell."
    default: "\(other.nameAndPort) sends clear text too."
    }
  }
}

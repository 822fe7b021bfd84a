/// From the port with TLS back to the one without.
struct PlainTwinExercise {
  private let service: Service
  private let twin: Service

  /// An exercise about a service with a second port.
  init(_ service: Service) {
    self.service = service
    twin = service.twin ?? service
  }

  /// Four numbers, of which one is the service's first port.
  func choose(_ id: String, from draw: CaseDraw) -> Exercise {
    let wrong = Array(TwinDistractors(service, twin).allPlain(from: draw).prefix(3))
    let options = ([service.port] + wrong).sorted().map { port in
      Question.Option(
        port.description, isRight: port == service.port,
        explanation: port == service.port ? service.protectionSentence : Service.meaning(of: port))
    }
    return exercise(
      id, kind: .chooseOne(options), lastHint: "It is neither \(wrong[0]) nor \(wrong[1]).",
      offered: wrong)
  }

  /// The number is typed.
  func type(_ id: String) -> Exercise {
    let accepted =
      [service.port.description]
      + service.transports.list.map { "\(service.port)/\($0.rawValue)" }
    let mistakes = ([twin.port] + TwinDistractors(service, twin).allPlain(from: nil)).map {
      Question.Entry.Mistake($0.description, explanation: Service.meaning(of: $0))
    }
    return exercise(
      id, isTyped: true,
      kind: .entry(Question.Entry(accepted: accepted, mistakes: mistakes, form: .number)),
      lastHint: "Only the last digit is missing: \(service.port.description.dropLast())_.",
      offered: [])
  }

  /// The rule, and what the port is for where both fit on a small screen.
  private var explanation: String {
    let both = service.protectionSentence + " " + service.serviceSentence
    return both.utf8.count <= 230 ? both : service.protectionSentence
  }

  private func exercise(
    _ id: String, isTyped: Bool = false, kind: Question.Kind, lastHint: String,
    offered: [PortNumber]
  ) -> Exercise {
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "On \(twin.nameAndPort), \(service.securityProtocol) begins with the first byte. "
        + "Which port has the same protocol without that?" + (isTyped ? " Type the number." : ""),
      kind: kind, explanation: explanation,
      hints: [
        "It is the older of the two: the second port was added for encryption.",
        service.digitHint, lastHint,
      ])
    return Exercise(
      question: question,
      data: [
        "asked": "plain", "service": service.protectedCaseValue, "twin": twin.caseValue,
        "others": .list(offered.map { CaseValue($0) }),
      ])
  }
}

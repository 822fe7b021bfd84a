/// The second port of a service, where TLS begins with the first byte.
struct TwinExercise {
  private let service: Service
  private let twin: Service

  /// An exercise about a service with a second port.
  init(_ service: Service) {
    self.service = service
    twin = service.twin ?? service
  }

  /// Four numbers, of which one is the second port.
  func choose(_ id: String, from draw: inout CaseDraw) -> Exercise {
    let wrong = TwinDistractors(service, twin).pick(3, from: &draw)
    let options = ([twin.port] + wrong).sorted().map { port in
      Question.Option(
        port.description, isRight: port == twin.port,
        explanation: port == twin.port ? service.protectionSentence : explanation(of: port))
    }
    return exercise(
      id, kind: .chooseOne(options),
      lastHint: "It is neither \(wrong[0]) nor \(wrong[1]).", offered: wrong)
  }

  /// The number is typed.
  func type(_ id: String) -> Exercise {
    let accepted =
      [twin.port.description]
      + twin.transports.list.map { "\(twin.port)/\($0.rawValue)" }
    let wrong = TwinDistractors(service, twin).all(from: nil)
    let mistakes = ([service.port] + wrong).map {
      Question.Entry.Mistake($0.description, explanation: explanation(of: $0))
    }
    return exercise(
      id, isTyped: true,
      kind: .entry(Question.Entry(accepted: accepted, mistakes: mistakes, form: .number)),
      lastHint: "Only the last digit is missing: \(twin.port.description.dropLast())_.",
      offered: [])
  }

  private func exercise(
    _ id: String, isTyped: Bool = false, kind: Question.Kind, lastHint: String,
    offered: [PortNumber]
  ) -> Exercise {
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "Which port is the \(service.securityProtocol) counterpart of \(service.port) "
        + "(\(service.commonName))?" + (isTyped ? " Type the number." : ""),
      kind: kind,
      explanation: service.protectionSentence + " " + Self.registry(twin),
      hints: [
        "The counterpart is the same protocol on another port, encrypted from the first byte.",
        twin.digitHint, lastHint,
      ])
    return Exercise(
      question: question,
      data: [
        "asked": "twin", "service": service.protectedCaseValue, "twin": twin.caseValue,
        "others": .list(offered.map { CaseValue($0) }),
      ])
  }

  private static func registry(_ twin: Service) -> String {
    twin.ianaName.map { "IANA's name for it is \($0)." } ?? "That number is a habit, not IANA's."
  }

  private func explanation(of port: PortNumber) -> String {
    switch port {
    case service.port:
      "\(port) is the first of the two (\(service.commonName)): it begins in clear text."
    case 22 where service.port == 21 || service.port == 20:
      "22 is SSH. SFTP runs inside it, but that is another protocol than FTP, and without TLS."
    default: Service.meaning(of: port)
    }
  }
}

/// Typing the port of a service, or the service of a port.
struct TypedPortExercise {
  private let service: Service

  /// An exercise about a service.
  init(_ service: Service) {
    self.service = service
  }

  // MARK: The number

  /// The service is named, its number is typed.
  func typePort(_ id: String) -> Exercise {
    let task = PortConfusions.sharedTasks[service.port]
    let ports = PortConfusions.acceptedPorts(of: service) + (task?.furtherPorts ?? [])
    let accepted = ports.flatMap { port in
      [port.description] + service.transports.list.map { "\(port)/\($0.rawValue)" }
    }
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "What is \(task == nil ? "the" : "a") default port of "
        + "\(task?.description ?? service.described)? Type the number.",
      kind: .entry(
        Question.Entry(
          accepted: accepted, mistakes: Self.numbers.filter { !accepted.contains($0.text) },
          form: .number)),
      explanation: service.lesson,
      hints: [service.groupHint, service.digitHint, allButLastDigit])
    return Exercise(
      question: question,
      data: service.caseValue(asking: "port", accepted: ports.map { CaseValue($0) }))
  }

  /// What each listed number really is, for whoever types it.
  private static let numbers: [Question.Entry.Mistake] =
    Set(ServiceTable.all.map(\.port)).sorted().map {
      Question.Entry.Mistake($0.description, explanation: Service.meaning(of: $0))
    }

  private var allButLastDigit: String {
    let digits = service.port.description
    return digits.count == 1
      ? "It is an odd number below 10." : "Only the last digit is missing: \(digits.dropLast())_."
  }

  // MARK: The name

  /// The port is given, one of the service's names is typed.
  func typeService(_ id: String) -> Exercise {
    let accepted = service.typedNames
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "Which service has the default port \(service.portInWords)? Type its name: the usual "
        + "one, IANA's, or that of /etc/services.",
      kind: .entry(Question.Entry(accepted: accepted, mistakes: mistakes(besides: accepted))),
      explanation: service.lesson,
      hints: [
        service.isNamed(by: service.groupHint) ? service.rangeHint : service.groupHint,
        service.isNamed(by: service.purpose)
          ? "Its usual name has \(service.commonNames[0].count) characters."
          : "It is used for this: \(service.purpose).",
        "Its usual name begins with \u{201C}\(accepted[0].prefix(1))\u{201D} and ends "
          + "with \u{201C}\(service.commonNames[0].suffix(1))\u{201D}.",
      ])
    return Exercise(
      question: question,
      data: service.caseValue(asking: "service", accepted: accepted.map { .text($0) }))
  }

  /// The names of services that are mixed up with this one, and of those everybody knows.
  private func mistakes(besides accepted: [String]) -> [Question.Entry.Mistake] {
    var seen = Set(accepted.map { $0.lowercased() })
    let near =
      PortConfusions.partners(of: service) + PortConfusions.lookalikes(of: service)
      + service.groups.flatMap(ServiceTable.services(in:))
    let inside = (Self.inside[service.port] ?? []).map {
      Question.Entry.Mistake(
        $0, explanation: "\($0) runs inside \(service.commonName), which has the port.")
    }
    seen.formUnion(inside.map { $0.text.lowercased() })
    return inside
      + (near + ServiceTable.core).flatMap { other in
        other.typedNames.compactMap { name in
          guard other != service, seen.insert(name.lowercased()).inserted else { return nil }
          return Question.Entry.Mistake(name, explanation: other.portSentence)
        }
      }
  }

  /// What runs inside the service of a port and has no port of its own.
  private static let inside: [PortNumber: [String]] = [
    22: ["SFTP", "scp"], 443: ["DoH", "DNS over HTTPS"],
  ]
}

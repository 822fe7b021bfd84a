/// From a port to its service and back.
struct PortServiceFamily: ExerciseFamily {
  let id = "port-service"
  let title = "Port and service"
  let summary = "Know the default port of a service, and the service of a default port."
  let topic = ExerciseTopic.ports

  /// The three ways to ask.
  private enum Form: CaseIterable {
    case chooseService
    case choosePort
    case typePort
  }

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    Exercise(question: made(seed: seed, level: level), data: [:])
  }

  private func made(seed: UInt64, level: ExerciseLevel) -> Question {
    let pool = Self.pool(level)
    let salt = UInt64(level.rawValue) &* 0xA24B_AED4_963E_E407
    let service = pool[SeededDeck(count: pool.count, salt: salt).card(seed: seed)]
    var generator = SeededGenerator(seed: seed ^ salt)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    let distractors = PortDistractors(service: service, pool: pool)
    switch Form.allCases.randomElement(using: &generator) ?? .chooseService {
    case .chooseService:
      return chooseService(id, service, distractors, &generator)
    // Without its purpose the name of a service may be too vague to type a number for it.
    case .typePort where !service.isGivenAway(by: service.purpose):
      return typePort(id, service)
    case .choosePort, .typePort:
      return choosePort(id, service, distractors, &generator)
    }
  }

  private static let pools: [ExerciseLevel: [Service]] = [
    .easy: ServiceTable.core,
    .medium: ServiceTable.core + ServiceTable.interview,
    .hard: ServiceTable.all.filter { $0.port != 0 },
  ]

  private static func pool(_ level: ExerciseLevel) -> [Service] { pools[level] ?? [] }

  // MARK: The three forms

  private func chooseService(
    _ id: String, _ service: Service, _ distractors: PortDistractors,
    _ generator: inout SeededGenerator
  ) -> Question {
    let others = distractors.pick(3, allowSameNumber: true, using: &generator)
    let options = others.map {
      Question.Option($0.commonName, isRight: false, explanation: $0.portSentence)
    }
    let right = Question.Option(
      service.commonName, isRight: true, explanation: service.portSentence)
    return Question(
      id: id, topic: topic.rawValue,
      prompt: "Which service has the default port \(service.portInWords)?",
      kind: .chooseOne((options + [right]).shuffled(using: &generator)),
      explanation: service.lesson,
      hints: [
        Self.idea(of: service), "It is used for this: \(service.purpose).",
        Self.exclusion(others.map(\.commonName)),
      ])
  }

  private func choosePort(
    _ id: String, _ service: Service, _ distractors: PortDistractors,
    _ generator: inout SeededGenerator
  ) -> Question {
    let others = distractors.pick(3, allowSameNumber: false, using: &generator)
    let options = others.map {
      Question.Option(
        $0.port.description, isRight: false, explanation: Self.meaning(of: $0.port))
    }
    let right = Question.Option(
      service.port.description, isRight: true, explanation: service.serviceSentence)
    return Question(
      id: id, topic: topic.rawValue,
      prompt: "Which of these is the default port of \(Self.described(service))?",
      kind: .chooseOne((options + [right]).sorted { Self.number($0) < Self.number($1) }),
      explanation: service.lesson,
      hints: [
        Self.idea(of: service), Self.digits(of: service),
        Self.exclusion(others.map(\.port.description)),
      ])
  }

  private func typePort(_ id: String, _ service: Service) -> Question {
    let ports = PortConfusions.acceptedPorts(of: service)
    let accepted = ports.flatMap { port in
      [port.description] + service.transports.list.map { "\(port)/\($0.rawValue)" }
    }
    let mistakes = Self.mistakes.filter { !accepted.contains($0.text) }
    return Question(
      id: id, topic: topic.rawValue,
      prompt: "What is the default port of \(Self.described(service))? Type the number.",
      kind: .entry(Question.Entry(accepted: accepted, mistakes: mistakes, form: .number)),
      explanation: service.lesson,
      hints: [
        Self.idea(of: service), Self.digits(of: service), Self.allButLastDigit(of: service),
      ])
  }

  // MARK: Words

  /// What each listed number really is, for whoever types it.
  private static let mistakes: [Question.Entry.Mistake] =
    Set(ServiceTable.all.map(\.port)).sorted().map {
      Question.Entry.Mistake($0.description, explanation: meaning(of: $0))
    }

  private static func meaning(of port: PortNumber) -> String {
    ServiceTable.services(on: port).map(\.serviceSentence).joined(separator: " ")
  }

  private static func number(_ option: Question.Option) -> Int { Int(option.text) ?? 0 }

  /// The name with the purpose, which tells services with similar names apart.
  private static func described(_ service: Service) -> String {
    service.isGivenAway(by: service.purpose)
      ? service.commonName : "\(service.commonName) (\(service.purpose))"
  }

  private static func idea(of service: Service) -> String {
    if let group = service.groups.first(where: { $0 != .neverExpose }) {
      return "It belongs to the group \u{201C}\(group.title)\u{201D}."
    }
    let bounds = service.range.bounds
    return "Its number lies between \(bounds.lowerBound) and \(bounds.upperBound)."
  }

  private static func digits(of service: Service) -> String {
    let digits = service.port.description
    return digits.count == 1
      ? "The number has a single digit."
      : "The number has \(digits.count) digits and begins with \(digits.prefix(1))."
  }

  private static func allButLastDigit(of service: Service) -> String {
    let digits = service.port.description
    return digits.count == 1
      ? "It is an odd number below 10." : "Only the last digit is missing: \(digits.dropLast())_."
  }

  private static func exclusion(_ wrong: [String]) -> String {
    "It is neither \(wrong[0]) nor \(wrong[1])."
  }
}

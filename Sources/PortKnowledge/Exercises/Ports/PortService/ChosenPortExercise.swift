/// Choosing the service of a port, or the port of a service, among four.
struct ChosenPortExercise {
  private let service: Service
  private let distractors: PortDistractors

  /// An exercise about a service; the pool fills up what the confusions leave free.
  init(_ service: Service, pool: [Service]) {
    self.service = service
    distractors = PortDistractors(service: service, pool: pool)
  }

  /// Four services, of which one has the port.
  func chooseService(_ id: String, from draw: inout CaseDraw) -> Exercise {
    let others = distractors.pick(3, allowSameNumber: true, from: &draw)
    let options = others.map {
      Question.Option($0.commonName, isRight: false, explanation: $0.portSentence)
    }
    let right = Question.Option(
      service.commonName, isRight: true, explanation: service.portSentence)
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "Which service has the default port \(service.portInWords)?",
      kind: .chooseOne(draw.shuffle(options + [right])), explanation: service.lesson,
      hints: [
        service.groupHint, "It is used for this: \(service.purpose).",
        Self.exclusion(others.map(\.commonName)),
      ])
    return Exercise(
      question: question,
      data: service.caseValue(asking: "service", others: others.map(\.caseValue)))
  }

  /// Four numbers, of which one is the service's.
  func choosePort(_ id: String, from draw: inout CaseDraw) -> Exercise {
    let swapped = Self.swappedDigits(of: service, from: &draw)
    let others = distractors.pick(swapped == nil ? 3 : 2, allowSameNumber: false, from: &draw)
    var options = others.map {
      Question.Option(
        $0.port.description, isRight: false, explanation: Service.meaning(of: $0.port))
    }
    if let swapped {
      options.append(
        Question.Option(
          swapped.description, isRight: false,
          explanation: "\(swapped) is \(service.port) with two digits exchanged; no service of the "
            + "port table has it."))
    }
    let wrong = options.map(\.text)
    options.append(
      Question.Option(
        service.port.description, isRight: true, explanation: service.serviceSentence))
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "Which of these is the default port of \(service.described)?",
      kind: .chooseOne(options.sorted { Self.number($0) < Self.number($1) }),
      explanation: service.lesson,
      hints: [service.groupHint, service.digitHint, Self.exclusion(wrong)])
    return Exercise(
      question: question,
      data: service.caseValue(
        asking: "port",
        others: others.map(\.caseValue) + (swapped.map { [["port": CaseValue($0)]] } ?? [])))
  }

  /// The number with two neighbouring digits exchanged, where that is nobody's; on some exercises
  /// beyond the easy level.
  private static func swappedDigits(
    of service: Service, from draw: inout CaseDraw
  ) -> PortNumber? {
    guard draw.level > .easy, draw.chance(oneIn: 2) else { return nil }
    let own = PortConfusions.acceptedPorts(of: service)
    let swaps = PortConfusions.swappedDigits(of: service.port).filter {
      !own.contains($0) && ServiceTable.services(on: $0).isEmpty
    }
    return swaps.first.map { draw.pick(swaps, else: $0) }
  }

  private static func number(_ option: Question.Option) -> Int { Int(option.text) ?? 0 }

  private static func exclusion(_ wrong: [String]) -> String {
    "It is neither \(wrong[0]) nor \(wrong[1])."
  }
}

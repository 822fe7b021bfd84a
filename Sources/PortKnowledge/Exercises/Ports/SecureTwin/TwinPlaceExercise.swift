/// Whether a service has a second port for TLS at all.
struct TwinPlaceExercise {
  private let service: Service

  /// An exercise about a service of which the table knows how it is protected.
  init(_ service: Service) {
    self.service = service
  }

  private enum Way: CaseIterable {
    case secondPort
    case samePort
    case otherProtocol
    case builtIn
  }

  private var right: Way {
    switch ServiceProtection(of: service) {
    case .secondPort: .secondPort
    case .otherProtocol: .otherProtocol
    case .builtIn: .builtIn
    case .samePort, nil: .samePort
    }
  }

  /// The exercise under its id.
  func exercise(_ id: String, from draw: inout CaseDraw) -> Exercise {
    let other = service.twin ?? decoy
    let options = Way.allCases.map { way in
      Question.Option(
        text(way, other), isRight: way == right, explanation: explanation(way, other))
    }
    let left = draw.pick(Way.allCases.filter { $0 != right }, else: .builtIn)
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "Has \(service.nameAndPort) a second default port, where TLS or DTLS begins with the "
        + "first byte?",
      kind: .chooseOne(options), explanation: service.protectionSentence,
      hints: [
        "TLS came later than most protocols. Some got a second port for it, others use it on the "
          + "port they had.",
        "Second ports are typical of the old text protocols and of messaging; databases and "
          + "clusters mostly use TLS on their own port.",
        "It is not \u{201C}\(text(left, other))\u{201D}.",
      ])
    return Exercise(
      question: question,
      data: [
        "asked": "place", "service": service.protectedCaseValue, "offered": CaseValue(other.port),
      ])
  }

  private func text(_ way: Way, _ other: Service) -> String {
    switch way {
    case .secondPort: "yes, \(other.port)"
    case .samePort: "no, TLS is used on \(service.port) itself"
    case .otherProtocol: "no, SSH takes its place or carries it"
    case .builtIn: "no, it encrypts by itself, without TLS"
    }
  }

  private func explanation(_ way: Way, _ other: Service) -> String {
    if way == right { return service.protectionSentence }
    switch way {
    case .secondPort:
      return Service.meaning(of: other.port)
    case .samePort where right == .secondPort:
      return "There is also \(other.port), where \(service.securityProtocol) begins with the first "
        + "byte, whatever may be agreed on \(service.port) later."
    case .samePort where right == .otherProtocol:
      return "It knows no TLS, neither here nor elsewhere: use SSH (22)."
    case .samePort:
      return "\(service.commonName) brings encryption of its own and does not use TLS."
    case .otherProtocol:
      return service.port == 22
        ? "SSH is what this is." : "\(service.commonName) is in use as ever."
    case .builtIn:
      return "By itself \(service.commonName) sends clear text."
    }
  }

  /// A service whose number is taken for the second port where there is none.
  private var decoy: Service {
    let known = Self.decoys[service.port].flatMap { ServiceTable.services(on: $0).first }
    return known ?? PortConfusions.partners(of: service).first ?? ServiceTable.core[0]
  }

  private static let decoys: [PortNumber: PortNumber] = [
    22: 2222, 512: 992, 513: 992, 514: 992, 631: 9100, 873: 2049, 3306: 33060, 3690: 9418,
    4222: 5672, 6432: 5433, 7687: 7474, 26257: 5432, 33060: 3306, 51820: 1194,
  ]
}

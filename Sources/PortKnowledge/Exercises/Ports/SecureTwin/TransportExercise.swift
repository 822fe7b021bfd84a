/// TCP, UDP or both: for one service.
struct TransportExercise {
  private let service: Service

  /// An exercise about a service.
  init(_ service: Service) {
    self.service = service
  }

  /// The exercise under its id.
  func choose(_ id: String) -> Exercise {
    let options = Service.Transports.allCases.map { transports in
      Question.Option(
        Self.text(transports), isRight: transports == service.transports,
        explanation: Self.explanation(of: transports, for: service))
    }
    let left: Service.Transports = service.transports == .tcp ? .udp : .tcp
    let tellsTransport = ["TCP", "UDP", "datagram"].contains { service.purpose.contains($0) }
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt:
        "Which transport is used on the default port \(service.port) (\(service.commonName))?",
      kind: .chooseOne(options),
      explanation: service.transportReason + " The port is \(service.portAndTransports).",
      hints: [
        "TCP carries a stream in order, after a handshake; UDP carries single datagrams at once.",
        tellsTransport
          ? "Ask how much is said at once, and to how many."
          : "It is used for this: \(service.purpose).",
        "It is not \u{201C}\(Self.text(left))\u{201D}.",
      ])
    return Exercise(
      question: question, data: ["asked": "transport", "service": service.caseValue])
  }

  /// Why a service uses a transport or does not.
  static func explanation(of transports: Service.Transports, for service: Service) -> String {
    transports == .both && service.transports != .both
      ? "Registries often list both, for history's sake alone. " + service.transportReason
      : service.transportReason
  }

  private static func text(_ transports: Service.Transports) -> String {
    switch transports {
    case .tcp: "only TCP"
    case .udp: "only UDP"
    case .both: "both TCP and UDP"
    }
  }
}

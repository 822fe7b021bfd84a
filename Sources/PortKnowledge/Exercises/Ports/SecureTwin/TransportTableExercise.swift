/// TCP, UDP or both: for four services at once, with each of the three among them.
struct TransportTableExercise {
  private let services: [Service]

  /// An exercise about a service and three others.
  init(_ service: Service, from draw: inout CaseDraw) {
    var services = [service]
    let pool = draw.shuffle(TwinCards.transports(upTo: draw.level))
    for transports in Service.Transports.allCases where transports != service.transports {
      if let other = pool.first(where: { $0.transports == transports }) { services.append(other) }
    }
    if let last = pool.first(where: { !services.contains($0) }) { services.append(last) }
    self.services = services
  }

  /// The exercise under its id.
  func exercise(_ id: String) -> Exercise {
    let rows = services.map { service in
      Question.Table.Row(
        service.nameAndPort,
        [
          .blank(
            Service.Transports.allCases.map {
              Question.Option(
                Self.text($0), isRight: $0 == service.transports,
                explanation: TransportExercise.explanation(of: $0, for: service))
            })
        ])
    }
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "Which transport does each of these use on its default port?",
      kind: .fillTable(Question.Table(columns: ["transport"], rows: rows)),
      explanation: services.map { "\($0.commonName) \($0.portAndTransports)" }
        .joined(separator: ", ") + ". TCP and UDP have ports of their own (RFC 6335, section 6).",
      hints: [
        "TCP carries a stream in order, after a handshake; UDP carries single datagrams at once.",
        "What must not lose a byte uses TCP. What asks briefly, asks many, or cannot wait uses UDP.",
        "Each of the three answers occurs, and one of them twice.",
      ])
    return Exercise(
      question: question,
      data: ["asked": "transports", "services": .list(services.map(\.caseValue))])
  }

  private static func text(_ transports: Service.Transports) -> String {
    transports == .both ? "both" : transports.rawValue.uppercased()
  }
}

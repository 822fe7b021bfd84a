/// The second ports of four services at once.
struct TwinTableExercise {
  private let services: [Service]
  private let choices: [PortNumber]

  /// An exercise about a service and three others, with one number that is none of theirs.
  init(_ service: Service, from draw: inout CaseDraw) {
    var services: [Service] = []
    var twins: Set<PortNumber> = []
    for candidate in [service] + draw.shuffle(TwinCards.twins(upTo: draw.level)) {
      guard services.count < 4, let twin = candidate.twin?.port, twins.insert(twin).inserted else {
        continue
      }
      services.append(candidate)
    }
    self.services = services
    // DNS has 443 too, over HTTPS, so what is 443's alone may not stand beside it.
    let foreign = TwinCards.twins(upTo: draw.level).compactMap { $0.twin?.port }.filter {
      !twins.contains($0) && $0 != 443
    }
    choices = (twins + [draw.pick(foreign, else: 992)]).sorted()
  }

  /// The exercise under its id.
  func exercise(_ id: String) -> Exercise {
    let rows = services.map { service in
      Question.Table.Row(service.nameAndPort, [.blank(choices.map { option($0, for: service) })])
    }
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "On which second port does TLS or DTLS begin with the first byte? One number is left "
        + "over.",
      kind: .fillTable(Question.Table(columns: ["with TLS"], rows: rows)),
      explanation: "A protocol that begins with TLS needs a port of its own, which IANA lists by a "
        + "name of its own: "
        + services.compactMap { $0.twin?.ianaName }.joined(separator: ", ") + ".",
      hints: [
        "Second ports were given out late, so they rarely lie near the first ones.",
        "Mail and news have theirs below 1000, the younger protocols above.",
        leftOver.map { "The number left over is \($0)." } ?? "",
      ])
    return Exercise(
      question: question,
      data: [
        "asked": "twins", "services": .list(services.map(\.protectedCaseValue)),
        "choices": .list(choices.map { CaseValue($0) }),
      ])
  }

  private var leftOver: PortNumber? {
    choices.first { port in !services.contains { $0.twin?.port == port } }
  }

  private func option(_ port: PortNumber, for service: Service) -> Question.Option {
    let isRight = service.twin?.port == port
    let isDNSOverHTTPS = service.port == 53 && port == 443
    return Question.Option(
      port.description, isRight: isRight,
      explanation: isRight
        ? service.protectionSentence
        : isDNSOverHTTPS
          ? "443 is HTTPS. DNS over HTTPS hides in it, but the port for DNS over TLS is 853."
          : Service.meaning(of: port))
  }
}

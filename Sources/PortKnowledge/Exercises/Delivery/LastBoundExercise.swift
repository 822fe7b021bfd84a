/// UDP sockets that share one address by SO_REUSEADDR: the last one bound gets everything.
struct LastBoundExercise {
  private let id: String
  private let packet: ArrivingPacket
  private let delivery: DeliveryCase
  /// A socket that was closed again before the datagram arrives.
  private let closed: Int?
  private let result: Delivery
  private let words: DeliveryWords
  private let figure: DeliveryFigure

  /// A case with two to four sockets on one address, and sometimes a more exact one before them.
  init(id: ExerciseID, from draw: inout CaseDraw) {
    self.id = id.description
    let scene = DeliveryScene(.udp, isIPv6: false, from: &draw)
    packet = scene.packet(isSYN: false)
    let shared: DeliveryRow = draw.chance(oneIn: 2) ? .exact : .wildcard
    var rows = [DeliveryRow](repeating: shared, count: draw.number(in: 2...4))
    let isOutdone = shared == .wildcard && rows.count < 4 && draw.chance(oneIn: 2)
    if isOutdone { rows.insert(.exact, at: 0) }
    let all = DeliveryCase(.udp, sockets: rows.map(scene.socket))
    let isClosing = rows.count > 2 && !isOutdone && draw.chance(oneIn: 2)
    closed = isClosing ? rows.count - 1 : nil
    delivery = all
    let left = isClosing ? Array(all.sockets.dropLast()) : all.sockets
    result = Demultiplexer.delivery(of: packet, among: left)
    words = DeliveryWords(all)
    figure = DeliveryFigure(all)
  }

  /// The exercise with its experiment.
  var exercise: Exercise {
    var experiment = DeliveryExperiment(delivery)
    if let closed { experiment.close(closed) }
    experiment.ask(packet)
    var data = DeliveryData.value(delivery, packets: [packet])
    data["closedBefore"] = .list(closed.map { [.text(delivery.name($0))] } ?? [])
    return Exercise(question: question, data: .object(data), experiment: experiment.experiment)
  }

  private var question: Question {
    let receiver = result.receiver ?? 0
    let gone = closed.map { " \(delivery.name($0)) is closed again." } ?? ""
    let isOutdone = result.rule == .exactAddress && delivery.sockets.contains { $0.isWildcard }
    return Question(
      id: id, topic: ExerciseTopic.delivery.rawValue,
      prompt: "On Linux \(words.names) are bound one after the other, in this order, all with "
        + "SO_REUSEADDR.\(gone) Which one gets this datagram?",
      figure: [DeliveryFigure.line(of: packet)] + figure.lines, kind: .chooseOne(options),
      explanation: "Of UDP sockets that fit equally well by SO_REUSEADDR, the last one bound gets "
        + "every datagram. An exact address still comes before a wildcard. Here: "
        + "\(delivery.name(receiver)).",
      hints: [
        "SO_REUSEADDR lets UDP sockets share a port. It does not make them share what arrives.",
        "The most exact socket gets it. Of equally exact ones, the last that was bound and is "
          + "still open.",
        isOutdone
          ? "Not all local ends are alike. Look at the addresses before you look at the order."
          : "All open sockets fit equally well, so only the order of bind() decides.",
      ])
  }

  private var options: [Question.Option] {
    let sockets = delivery.sockets.indices.map { index in
      Question.Option(
        words.option(index), isRight: index == result.receiver, explanation: reason(index),
        figure: index == closed
          ? []
          : figure.lines(
            about: index, for: packet, result,
            note: isLastTwin(index) ? "the last one bound" : nil))
    }
    let receiver = delivery.name(result.receiver ?? 0)
    let confusions = [
      Question.Option(
        "each of them gets a copy", isRight: false,
        explanation: "Copies for all exist only for multicast and broadcast. A unicast datagram to "
          + "\(packet.tuple.destination.address) goes to one socket: \(receiver)."),
      Question.Option(
        "a hash of the addresses and ports chooses one", isRight: false,
        explanation: "That is what SO_REUSEPORT does. With SO_REUSEADDR alone nothing is spread: "
          + "\(receiver) gets all."),
    ]
    return sockets + confusions.prefix(5 - min(sockets.count, 4))
  }

  /// Whether a socket gets the datagram because of several alike it was bound last.
  private func isLastTwin(_ index: Int) -> Bool {
    index == result.receiver && delivery.sockets.count { $0 == delivery.sockets[index] } > 1
  }

  private func reason(_ index: Int) -> String {
    let name = delivery.name(index)
    if index == closed { return "\(name) is closed: its row is gone when the datagram arrives." }
    guard index == result.receiver else { return words.reason(index, for: packet, result) }
    return isLastTwin(index)
      ? "\(name) is the last that was bound to \(delivery.sockets[index].local) and is still open."
      : words.reason(index, for: packet, result)
  }
}

extension ReceivingSocket {
  fileprivate var isWildcard: Bool { local.address.isWildcard }
}

/// Makes the exercises of both delivery families: the same questions for TCP and for UDP.
struct DeliveryExercise {
  private let id: String
  private let level: ExerciseLevel
  private let scene: DeliveryScene
  private let plan: DeliveryPlan
  private let delivery: DeliveryCase
  private let words: DeliveryWords
  private let figure: DeliveryFigure

  /// The exercise of a seed, in one of the forms that its level has.
  static func made(
    _ transport: TransportProtocol, id: ExerciseID, from draw: inout CaseDraw
  ) -> Exercise {
    let exercise = DeliveryExercise(transport, id: id, from: &draw)
    let roll = draw.number(in: 0...7)
    var made: Exercise?
    switch (draw.level, roll) {
    case (.hard, 0...2): made = exercise.order(from: &draw)
    case (.easy, 6...7), (.medium, 6...7), (.hard, 6...7): made = exercise.ticks(from: &draw)
    case (.medium, 4...5), (.hard, 4...5): made = exercise.table(from: &draw)
    default: break
    }
    return made ?? exercise.oneSocket(from: &draw)
  }

  private init(
    _ transport: TransportProtocol, id: ExerciseID, from draw: inout CaseDraw
  ) {
    self.id = id.description
    level = id.level
    let plans = DeliveryPlan.all(transport, level)
    plan = plans[SeededDeck(count: plans.count, salt: 0xDE11).card(seed: draw.seed)]
    scene = DeliveryScene(transport, isIPv6: plan.isIPv6, from: &draw)
    delivery = DeliveryCase(plan, in: scene, from: &draw)
    words = DeliveryWords(delivery)
    figure = DeliveryFigure(delivery)
  }

  private var packet: ArrivingPacket { scene.packet(isSYN: plan.isSYN) }

  private func exercise(
    prompt: String, figure lines: [MarkedText], kind: Question.Kind, explanation: String,
    lastHint: String, packets: [ArrivingPacket], experiment: Experiment?
  ) -> Exercise {
    let question = Question(
      id: id, topic: ExerciseTopic.delivery.rawValue, prompt: prompt + words.sharingNote,
      figure: lines, kind: kind, explanation: "\(words.rule(level)) \(explanation)",
      hints: words.hints(level, last: lastHint))
    return Exercise(
      question: question, data: .object(DeliveryData.value(delivery, packets: packets)),
      experiment: experiment)
  }

  // MARK: One packet, one socket

  private func oneSocket(from draw: inout CaseDraw) -> Exercise {
    let packet = packet
    let result = delivery.delivery(of: packet)
    // The answer, nobody, and at most three others.
    var shown = delivery.sockets.indices.filter { $0 != result.receiver }
    let least = result.receiver == nil ? 4 : 3
    while shown.count > least { shown.remove(at: draw.number(in: 0...shown.count - 1)) }
    if let receiver = result.receiver { shown.append(receiver) }
    let options =
      shown.sorted().map { option(words.option($0), about: $0, packet, result) }
      + [noneOption(packet, result)]
    var experiment = DeliveryExperiment(delivery)
    experiment.ask(packet)
    let noun = delivery.transport == .udp || plan.isSYN ? words.noun : "segment with data"
    return exercise(
      prompt: "This \(noun) arrives at a Linux machine with the sockets \(words.names). "
        + "Which one gets it?",
      figure: [DeliveryFigure.line(of: packet)] + figure.lines, kind: .chooseOne(options),
      explanation: "Here: \(answer(result)).", lastHint: lastHint(packet, result),
      packets: [packet], experiment: experiment.experiment)
  }

  private func option(
    _ text: String, about index: Int, _ packet: ArrivingPacket, _ result: Delivery
  ) -> Question.Option {
    Question.Option(
      text, isRight: result.receiver == index,
      explanation: words.reason(index, for: packet, result),
      figure: figure.lines(about: index, for: packet, result))
  }

  private func noneOption(
    _ packet: ArrivingPacket, _ result: Delivery, text: String? = nil
  ) -> Question.Option {
    Question.Option(
      text ?? words.noneOption, isRight: result.receiver == nil,
      explanation: words.reasonForNobody(packet, result),
      figure: figure.lines(aboutNobodyFor: packet, result))
  }

  private func answer(_ result: Delivery) -> String {
    result.receiver.map(delivery.name) ?? words.refusal
  }

  private func lastHint(_ packet: ArrivingPacket, _ result: Delivery) -> String {
    let connected = delivery.sockets.indices.filter {
      delivery.sockets[$0].remote != nil && delivery.sockets[$0].transport == delivery.transport
    }
    if result.rule == .connection || !connected.isEmpty && result.receiver == nil {
      let names = connected.map(delivery.name).joined(separator: ", ")
      return "Compare both ends with each row that has a peer (\(names)), digit by digit. "
        + "Only where none agrees, look at the others."
    }
    let start =
      connected.isEmpty
      ? "No \(scene.transport.name) row has a peer here." : "No row with a peer agrees."
    let fitting = result.verdicts.indices.filter { result.verdicts[$0].fits }
    if fitting.count > 1 {
      let names = fitting.map(delivery.name).joined(separator: " and ")
      return "\(start) Alone, each of \(names) would get it: "
        + "which is the most exact?"
    }
    return "\(start) Cross out every row whose protocol, port or address "
      + "excludes \(packet.tuple.destination), and see what is left."
  }

  // MARK: Several packets

  private func ticks(from draw: inout CaseDraw) -> Exercise? {
    let packets = draw.shuffle(
      [packet] + DeliveryPackets(scene, delivery).others(than: packet, 3, from: &draw))
    let results = packets.map(delivery.delivery)
    let candidates = delivery.sockets.indices.filter { index in
      (1..<packets.count).contains(results.count { $0.receiver == index })
    }
    guard packets.count > 2, !candidates.isEmpty else { return nil }
    let chosen = draw.pick(candidates, else: candidates[0])
    let options = zip(packets, results).map { packet, result in
      option(DeliveryFigure.line(of: packet).text, about: chosen, packet, result)
    }
    let right = results.count { $0.receiver == chosen }
    var experiment = DeliveryExperiment(delivery)
    for packet in packets { experiment.ask(packet) }
    let name = delivery.name(chosen)
    return exercise(
      prompt: "A Linux machine has the sockets \(words.names). Tick every \(words.noun) that "
        + "\(name) gets, each judged alone.",
      figure: figure.lines, kind: .chooseSeveral(options),
      explanation: "\(name) gets \(right) of \(packets.count).",
      lastHint: "Compare each with \(name) first. Then see whether another row fits it more "
        + "exactly. \(right == 1 ? "One is" : "\(right) are") to be ticked.",
      packets: packets, experiment: experiment.experiment)
  }

  private func table(from draw: inout CaseDraw) -> Exercise? {
    let packets = draw.shuffle(
      [packet] + DeliveryPackets(scene, delivery).others(than: packet, 2, from: &draw))
    let results = packets.map(delivery.delivery)
    guard packets.count > 1, Set(results.map(\.receiver)).count > 1 else { return nil }
    let rows = packets.indices.map { row in
      let (packet, result) = (packets[row], results[row])
      let choices =
        delivery.sockets.indices.map { option(delivery.name($0), about: $0, packet, result) }
        + [noneOption(packet, result, text: words.refusal)]
      return Question.Table.Row(
        "\(row + 1) \(packet.label)",
        [
          .given(packet.tuple.source.description), .given(packet.tuple.destination.description),
          .blank(choices),
        ])
    }
    var experiment = DeliveryExperiment(delivery)
    for packet in packets { experiment.ask(packet) }
    return exercise(
      prompt: "A Linux machine has the sockets \(words.names). Who gets each of these "
        + "\(words.noun)s, judged alone? \(words.refusal) stands for nobody.",
      figure: figure.lines, kind: .fillTable(.init(columns: ["from", "to", "socket"], rows: rows)),
      explanation: "Here: \(results.map(answer).joined(separator: ", ")).",
      lastHint: lastHint(results),
      packets: packets, experiment: experiment.experiment)
  }

  private func lastHint(_ results: [Delivery]) -> String {
    let count = results.count { $0.rule == .connection }
    let noun = count == 1 ? "\(words.noun) is" : "\(words.noun)s are"
    let nobody = results.count { $0.receiver == nil }
    return "\(count == 0 ? "No" : "\(count)") \(noun) for a row with a peer, and "
      + (nobody == 0
        ? "each reaches a socket." : "for \(nobody) of \(results.count) there is none.")
  }

  // MARK: One after the other

  private func order(from draw: inout CaseDraw) -> Exercise? {
    let packet = packet
    guard let ordering = DeliveryOrder(packet, delivery, from: &draw) else { return nil }
    var experiment = DeliveryExperiment(delivery)
    experiment.askOrder(packet)
    let what =
      delivery.transport == .tcp
      ? "SYNs like this arrive one by one, each from a new port"
      : "Datagrams like this arrive one by one"
    return exercise(
      prompt: "\(what). After each, the socket that got it is closed. "
        + "In which order does Linux choose?",
      figure: [DeliveryFigure.line(of: packet)] + figure.lines,
      kind: .putInOrder(ordering.ordering(words)),
      explanation: "Here: \(ordering.receivers.map(delivery.name).joined(separator: ", ")), "
        + "then \(words.refusal).",
      lastHint: "From the most exact to the least: "
        + ordering.ranks.joined(separator: ", then ") + ".",
      packets: [packet], experiment: experiment.experiment)
  }
}

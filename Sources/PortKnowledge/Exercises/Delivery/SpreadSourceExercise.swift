/// Many datagrams of one client socket, which all go to one member.
struct SpreadSourceExercise {
  private let scene: SpreadScene
  private let datagrams: Int
  private let source: Endpoint
  private let order: [Int]

  /// A group of UDP sockets and a client.
  init(from draw: inout CaseDraw) {
    scene = SpreadScene(.udp, from: &draw)
    datagrams = scene.members * 10 * draw.number(in: 1...9)
    let client = IPAddress.octets(198, 51, 100, draw.number(in: 2...99))
    source = Endpoint(client, PortNumber(draw.number(in: 40_000...49_999 as ClosedRange<UInt16>)))
    order = draw.shuffle([0, 1, 2, 3])
  }

  /// The exercise with its experiment, which sends fewer datagrams.
  func exercise(_ id: String) -> Exercise {
    var steps = scene.openings
    steps += [
      ExperimentStep("client", .open(.udp, isIPv6: false)),
      ExperimentStep("client", .bind(source)),
    ]
    steps += (0..<8).map { _ in ExperimentStep("client", .sendTo("x", scene.endpoint)) }
    steps.append(
      ExperimentStep(
        "", .receiverCount(among: scene.memberNames), expected: .count(1), isAsked: true))
    return Exercise(
      question: SpreadWords.question(
        id,
        prompt: "On Linux \(scene.memberList) share a port. One client socket, \(source), sends "
          + "\(datagrams) datagrams to \(scene.endpoint). Who gets them?",
        figure: scene.figure(), kind: .chooseOne(order.map { options[$0] }),
        conclusion: "Here both ends are always the same.",
        hint: "Compare the addresses and ports of the first datagram with those of the last."),
      data: scene.data([
        "datagrams": .number(datagrams), "sourceAddress": CaseValue(source.address),
        "sourcePort": CaseValue(source.port),
      ]),
      experiment: Experiment(
        steps: steps,
        standIns: DeliveryExperiment.standIns(for: [scene.address, source.address])))
  }

  private var options: [Question.Option] {
    let last = scene.memberNames[scene.members - 1]
    return [
      .init(
        "all go to one of them, whichever the hash says", isRight: true,
        explanation:
          "All come from \(source) and go to \(scene.endpoint). The same values give the "
          + "same hash, and so the same member."),
      .init(
        "each gets about \(datagrams / scene.members)", isRight: false,
        explanation: "That would need \(datagrams) different sources. All of these come from "
          + "\(source), so the hash is always the same."),
      .init(
        "each gets a copy of all \(datagrams)", isRight: false,
        explanation: "A unicast datagram goes to one socket. Copies for all exist only for "
          + "multicast and broadcast."),
      .init(
        "all go to \(last), because it was bound last", isRight: false,
        explanation: "That is so with SO_REUSEADDR alone. With SO_REUSEPORT a hash chooses, and it "
          + "may choose any of \(scene.memberList)."),
    ]
  }
}

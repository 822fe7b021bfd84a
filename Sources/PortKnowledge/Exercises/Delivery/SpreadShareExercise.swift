/// How many of many clients each member of a group gets.
struct SpreadShareExercise {
  private let scene: SpreadScene
  private let clients: Int
  private let order: [Int]

  /// A group and a number of clients.
  init(_ transport: TransportProtocol, from draw: inout CaseDraw) {
    scene = SpreadScene(transport, from: &draw)
    clients = scene.members * 100 * draw.number(in: 1...5)
    order = draw.shuffle([0, 1, 2, 3])
  }

  /// The exercise with its experiment.
  func exercise(_ id: String) -> Exercise {
    let things = scene.transport == .tcp ? "clients connect" : "clients send a datagram each"
    let equal = clients / scene.members
    return Exercise(
      question: SpreadWords.question(
        id,
        prompt: "On Linux \(scene.memberList) share a port. \(clients) \(things), each from a "
          + "port of its own. How many does each of them get?",
        figure: scene.figure(), kind: .chooseOne(order.map { options[$0] }),
        conclusion: "So each gets about \(equal) of \(clients).",
        hint:
          "One answer counts turns, one looks at the order of bind(), one at queues. A hash does "
          + "none of that."),
      data: scene.data(["clients": .number(clients)]),
      experiment: scene.experiment(scene.openings + [scene.spreadStep()]))
  }

  private var options: [Question.Option] {
    let equal = clients / scene.members
    let last = scene.memberNames[scene.members - 1]
    let queue = scene.transport == .tcp ? "accept queue" : "receive buffer"
    return [
      .init(
        "about \(equal) each, give or take some", isRight: true,
        explanation: "Each client's addresses and ports are hashed. Over many clients that is "
          + "roughly equal, for example \(example)."),
      .init(
        "exactly \(equal) each: they take turns", isRight: false,
        explanation:
          "Nobody counts turns. A hash decides, so the numbers are only about equal, for "
          + "example \(example)."),
      .init(
        "all \(clients) for \(last), the last one bound", isRight: false,
        explanation: "That is so for UDP sockets with SO_REUSEADDR alone. With SO_REUSEPORT a hash "
          + "spreads them."),
      .init(
        "all for A, until its \(queue) is full", isRight: false,
        explanation: "Queues are not looked at. A hash of addresses and ports decides, so each "
          + "member gets its share from the start."),
    ]
  }

  /// Numbers as they may come out.
  private var example: String {
    let equal = clients / scene.members
    let unit = max(1, equal / 40)
    let shifts = [[1, -1], [2, -3, 1], [3, -2, -4, 3]][scene.members - 2]
    return shifts.map { String(equal + $0 * unit) }.joined(separator: ", ")
  }
}

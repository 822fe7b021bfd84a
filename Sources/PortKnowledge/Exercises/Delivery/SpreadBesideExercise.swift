/// A wildcard listener beside listeners on the address itself: no member, so it gets nothing.
struct SpreadBesideExercise {
  private let scene: SpreadScene
  private let clients: Int
  private let order: [Int]
  private let level: ExerciseLevel

  /// One listener on the address, on the hard level two or three, and one on 0.0.0.0.
  init(from draw: inout CaseDraw) {
    level = draw.level
    scene = SpreadScene(.tcp, members: level == .hard ? 2...3 : 1...1, from: &draw)
    clients = 60 * draw.number(in: 2...15)
    order = draw.shuffle([0, 1, 2, 3])
  }

  private var wildcard: String { ["B", "C", "D"][scene.members - 1] }
  private var exact: String { scene.members == 1 ? "A" : scene.memberList }

  /// The exercise with its experiment.
  func exercise(_ id: String) -> Exercise {
    let rows = scene.memberNames.map { ($0, scene.address, "SO_REUSEPORT") }
    var steps = scene.openings + scene.opening(wildcard, at: .any)
    steps.append(scene.spreadStep())
    steps.append(
      ExperimentStep(
        wildcard, .queues, expected: .queues(receive: 0, send: 64), isAsked: true))
    return Exercise(
      question: SpreadWords.question(
        id,
        prompt: "These listeners of one user run on Linux. \(clients) clients connect to "
          + "\(scene.endpoint), each from a port of its own. How are they spread?",
        figure: scene.figure(rows + [(wildcard, .any, "SO_REUSEPORT")]),
        kind: .chooseOne(order.map { options[$0] }),
        conclusion: "0.0.0.0 is another address, and the exact one comes first.",
        hint: "First the kernel looks for the most exact address. Only among sockets on that very "
          + "address does the hash choose."),
      data: scene.data([
        "clients": .number(clients), "wildcardListener": .text(wildcard),
      ]),
      experiment: scene.experiment(steps))
  }

  private var options: [Question.Option] {
    let all = scene.members + 1
    let right =
      scene.members == 1
      ? "A gets all of them"
      : "\(exact) get about \(clients / scene.members) each, \(wildcard) none"
    return [
      .init(
        right, isRight: true,
        explanation: "\(exact) \(scene.members == 1 ? "names" : "name") \(scene.address), which "
          + "comes before the wildcard of \(wildcard)."
          + (scene.members == 1 ? "" : " A hash spreads them over these \(scene.members)."),
        figure: pointer(scene.members == 1 ? 0 : scene.members - 1, "this very address")),
      .init(
        "about \(clients / all) each: all have SO_REUSEPORT", isRight: false,
        explanation:
          "Only sockets on the same address are a group. \(wildcard) is bound to 0.0.0.0, "
          + "so it is no member of a group on \(scene.address).",
        figure: pointer(scene.members, "another address")),
      .init(
        "\(wildcard) gets all: 0.0.0.0 covers everything", isRight: false,
        explanation: "0.0.0.0 covers \(scene.address) too, but it comes after a listener on "
          + "\(scene.address) itself.",
        figure: pointer(scene.members, "comes after the exact address")),
      .init(
        "they are refused: two listeners claim the port", isRight: false,
        explanation: "With SO_REUSEPORT on all of them, bind() and listen() succeed, and the most "
          + "exact address decides."),
    ]
  }

  private func pointer(_ row: Int, _ note: String) -> [MarkedText] {
    let rows = scene.memberNames.map { ["\($0)", "LISTEN", "\(scene.endpoint)"] }
    return AlignedRows(texts: rows + [[wildcard, "LISTEN", "0.0.0.0:\(scene.port)"]])
      .lines(pointingAt: row, column: 2, note: note)
  }
}

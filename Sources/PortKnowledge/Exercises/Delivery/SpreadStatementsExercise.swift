/// Which sentences about a group of listeners are true.
struct SpreadStatementsExercise {
  private let scene: SpreadScene
  private let statements: [SpreadStatement]

  /// A group and five sentences, two or three of them true.
  init(from draw: inout CaseDraw) {
    scene = SpreadScene(.tcp, from: &draw)
    let all = SpreadStatement.all(scene)
    let count = draw.number(in: 2...3)
    let right = draw.pick(count, of: all.filter(\.isTrue))
    let wrong = draw.pick(5 - count, of: all.filter { !$0.isTrue })
    statements = draw.shuffle(right + wrong)
  }

  /// The exercise; its experiment shows how clients are spread, and what a closing member does.
  func exercise(_ id: String) -> Exercise {
    let options = statements.map {
      Question.Option($0.text, isRight: $0.isTrue, explanation: $0.reason)
    }
    let count = statements.count(where: \.isTrue)
    return Exercise(
      question: SpreadWords.question(
        id,
        prompt: "\(scene.memberList) share a port on Linux with its defaults. Tick what is true "
          + "of them.",
        figure: scene.figure(), kind: .chooseSeveral(options),
        conclusion: "\(count) of these \(statements.count) sentences are true.",
        hint:
          "\(count) are true. Ask of each: could the kernel know it from one packet's addresses "
          + "and ports, before it looks at any queue?"),
      data: scene.data(["statements": .list(statements.map { .text($0.text) })]),
      experiment: scene.experiment(scene.openings + [scene.spreadStep()]))
  }
}

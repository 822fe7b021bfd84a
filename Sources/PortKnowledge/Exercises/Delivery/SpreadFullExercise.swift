/// A member whose accept queue is full: the hash knows nothing of that.
struct SpreadFullExercise {
  private let scene: SpreadScene
  private let backlog: Int
  private let source: Endpoint
  private let order: [Int]

  /// A group with one member whose program has stopped accepting.
  init(from draw: inout CaseDraw) {
    scene = SpreadScene(.tcp, from: &draw)
    backlog = draw.pick([4, 16, 64, 128], else: 16)
    let client = IPAddress.octets(198, 51, 100, draw.number(in: 2...99))
    source = Endpoint(client, PortNumber(draw.number(in: 40_000...49_999 as ClosedRange<UInt16>)))
    order = draw.shuffle([0, 1, 2, 3])
  }

  /// The exercise, which has no experiment: nobody can choose a client's hash.
  func exercise(_ id: String) -> Exercise {
    let rows = scene.memberNames.map { name in
      (name, scene.address, name == "A" ? "\(backlog + 1) waiting, full" : "0 waiting")
    }
    return Exercise(
      question: SpreadWords.question(
        id,
        prompt:
          "A group by SO_REUSEPORT on Linux, each with listen(\(backlog)); A's program hangs. "
          + "A SYN comes from \(source), and its hash selects A. What happens?",
        figure: scene.figure(rows), kind: .chooseOne(order.map { options[$0] }),
        conclusion: "Queues play no part: A's SYN is dropped.",
        hint:
          "The member is chosen before its queue is looked at, and it is not chosen again. What "
          + "does Linux do with a SYN for a full accept queue?"),
      data: scene.data([
        "backlog": .number(backlog), "fullMember": "A", "selectedMember": "A",
        "sourceAddress": CaseValue(source.address), "sourcePort": CaseValue(source.port),
      ]))
  }

  private var options: [Question.Option] {
    let others = scene.members == 2 ? "B" : "The others"
    return [
      .init(
        "the SYN is dropped, and the client tries again later", isRight: true,
        explanation: "A full accept queue drops the SYN. The client repeats it with the same "
          + "addresses and ports, so the hash selects A again."),
      .init(
        "it goes to a member with room in its queue", isRight: false,
        explanation: "The hash knows nothing of queues. \(others) may be idle, but this client's "
          + "hash says A."),
      .init(
        "the client is refused: ECONNREFUSED", isRight: false,
        explanation:
          "RST is for a port where nobody listens. A listens, so Linux drops the SYN and "
          + "says nothing."),
      .init(
        "A accepts it: \(backlog) is only a suggestion", isRight: false,
        explanation: "listen(\(backlog)) makes room for \(backlog + 1) connections, and "
          + "\(backlog + 1) wait. The next SYN is dropped."),
    ]
  }
}

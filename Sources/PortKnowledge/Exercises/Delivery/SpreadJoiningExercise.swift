/// Which newcomers become members of a group of listeners.
struct SpreadJoiningExercise {
  /// A listener that wants the group's port too.
  private struct Newcomer {
    let name: String
    let options: [ExperimentOption]
    let socket: ReusePortGroup.Newcomer
  }

  private let scene: SpreadScene
  private let newcomers: [Newcomer]

  /// A group and four newcomers.
  init(from draw: inout CaseDraw) {
    scene = SpreadScene(.tcp, members: 2...3, from: &draw)
    let address = scene.address
    let other: IPAddress = draw.chance(oneIn: 2) ? .any : .loopback
    let all = [
      Self.newcomer([.reusePort], at: address),
      Self.newcomer([.reusePort], at: address, isSameUser: false),
      Self.newcomer([.reuseAddress], at: address),
      Self.newcomer([], at: address),
      Self.newcomer([.reusePort], at: .any),
      Self.newcomer([.reuseAddress, .reusePort], at: address),
      Self.newcomer([], at: other),
    ]
    newcomers = draw.pick(4, of: all)
  }

  private static func newcomer(
    _ options: [ExperimentOption], at address: IPAddress, isSameUser: Bool = true
  ) -> Newcomer {
    let name = options.count > 1 ? "both options" : options.first?.rawValue ?? "no option"
    return Newcomer(
      name: name, options: options,
      socket: .init(
        address: address, hasReusePort: options.contains(.reusePort), isSameUser: isSameUser))
  }

  /// The exercise with its experiment.
  func exercise(_ id: String) -> Exercise {
    let rows = newcomers.enumerated().map { index, newcomer in
      Question.Table.Row(
        "\(index + 1) \(newcomer.name)",
        [
          .given(newcomer.socket.address.description),
          .given(newcomer.socket.isSameUser ? "same" : "other"),
          .blank(
            ReusePortGroup.Admission.allCases.map { answer in
              Question.Option(
                Self.text(answer), isRight: answer == scene.group.admission(of: newcomer.socket),
                explanation: reason(newcomer))
            }),
        ])
    }
    let joining = newcomers.count { scene.group.admission(of: $0.socket) == .joins }
    return Exercise(
      question: SpreadWords.question(
        id,
        prompt: "\(scene.memberList) listen as a group on Linux. Four more sockets bind port "
          + "\(scene.port), one at a time, with the option, address and user of their row. "
          + "What comes of each bind()?",
        figure: scene.figure(),
        kind: .fillTable(.init(columns: ["address", "user", "result"], rows: rows)),
        conclusion: "A member needs the option, the same user and the same address.",
        idea:
          "A group is for the workers of one program. Nobody else shall be able to take a part.",
        rule: "A member needs SO_REUSEPORT, the same user and the very address and port of the "
          + "others. Where no address overlaps, there is no conflict at all.",
        hint: "\(joining) of the \(newcomers.count) \(joining == 1 ? "joins" : "join"). "
          + "A wildcard address is another address, though it covers this one."),
      data: scene.data([
        "newcomers": .list(
          newcomers.map {
            .object([
              "address": CaseValue($0.socket.address),
              "options": .list($0.options.map { .text($0.rawValue) }),
              "isSameUser": .truth($0.socket.isSameUser),
            ])
          })
      ]),
      experiment: scene.experiment(steps))
  }

  private static func text(_ admission: ReusePortGroup.Admission) -> String {
    switch admission {
    case .joins: "joins the group"
    case .staysApart: "binds, but no member"
    case .isRefused: "EADDRINUSE"
    }
  }

  private func reason(_ newcomer: Newcomer) -> String {
    let address = newcomer.socket.address
    switch scene.group.admission(of: newcomer.socket) {
    case .joins:
      return "It has SO_REUSEPORT, the same user and the same address \(address), so it becomes a "
        + "member and gets its share."
    case .staysApart where address.isWildcard:
      return "\(address) with SO_REUSEPORT may bind beside the group, but it is another address: "
        + "what goes to \(scene.address) still goes to the group."
    case .staysApart:
      return "\(address) is another address of the machine, so the port is free there, without any "
        + "option. The group is not concerned."
    case .isRefused where newcomer.socket.hasReusePort:
      return
        "SO_REUSEPORT lets only sockets of one user share a port. Otherwise anybody could take "
        + "a part of \(scene.endpoint)."
    case .isRefused:
      return newcomer.options.isEmpty && address.isWildcard
        ? "\(address) covers \(scene.address), and without SO_REUSEPORT it cannot share port "
          + "\(scene.port) with the group."
        : newcomer.options.isEmpty
          ? "Without SO_REUSEPORT it cannot share \(scene.endpoint), whatever the others have set."
          : "SO_REUSEADDR does not help against listeners. Only SO_REUSEPORT lets listeners share."
    }
  }

  private var steps: [ExperimentStep] {
    var steps = scene.openings
    for (index, newcomer) in newcomers.enumerated() where newcomer.socket.isSameUser {
      let isRefused = scene.group.admission(of: newcomer.socket) == .isRefused
      let name = "newcomer \(index + 1)"
      steps += scene.opening(
        name, newcomer.options, at: newcomer.socket.address,
        bind: isRefused ? .error("EADDRINUSE") : .ok, isAsked: true)
      steps.append(ExperimentStep(name, .close))
    }
    return steps
  }
}

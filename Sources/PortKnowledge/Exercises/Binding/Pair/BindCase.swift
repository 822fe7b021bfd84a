/// A socket that has a port, how it came to it, and one that asks for it too.
struct BindCase {
  /// How the first socket came to be as it is.
  enum Origin {
    /// bind(), and perhaps listen().
    case bound
    /// accept() on a listener with this address, which is closed since.
    case accepted(listener: LocalAddress)
    /// bind() and connect().
    case connected(peer: Endpoint)
  }

  /// The socket that is there.
  var first: BoundSocket
  /// How it came to be as it is.
  var origin = Origin.bound
  /// Whether its options were set only after its `bind()`.
  var isLate = false
  /// The socket that is to be bound.
  var second: BoundSocket

  /// The sentences about the two.
  var words: SharingWords { SharingWords(old: ("A", first), new: ("B", second)) }
  /// What decides.
  var sharing: PortSharing { words.sharing }
  /// Whether `bind()` succeeds.
  var isAllowed: Bool { sharing.isAllowed }
  /// What `bind()` returns.
  var outcome: ExperimentOutcome { BindVerdict([.init("A", sharing)]).outcome }

  /// Both sockets.
  var figure: BindFigure { BindFigure([("A", first, false), ("B", second, true)]) }

  /// What has to be known about the first socket besides its row; empty where that says it all.
  var story: String {
    switch (origin, first.state) {
    case (_, _) where isLate:
      "A set its option only after its own bind(). "
    case (.accepted, .timeWait), (.accepted, .finWait2):
      "A was a connection of a server that has ended since. "
    case (.accepted, _):
      "A is an accepted connection; its listener is closed. "
    case (.connected, _) where first.transport == .tcp:
      "A is a client's connection. "
    case (.connected, _), (.bound, _):
      ""
    }
  }

  // MARK: For other programs and for the kernel

  /// The case as data.
  func caseValue(candidates: [BoundSocket]) -> [String: CaseValue] {
    var value: [String: CaseValue] = [
      "first": first.caseValue("A"), "optionsSetAfterBind": .truth(isLate),
      "candidates": .list(candidates.enumerated().map { $1.caseValue(Self.name($0)) }),
    ]
    switch origin {
    case .bound:
      value["origin"] = "bound"
    case .accepted(let listener):
      value["origin"] = "accepted"
      value["closedListener"] = BoundSocket(
        first.transport, listener, first.port, reuse: first.reuse, state: .listen, user: first.user
      ).caseValue("L")
    case .connected(let peer):
      value["origin"] = "connected"
      value["peer"] = CaseValue(peer)
    }
    return value
  }

  /// `B`, `C` and so on.
  static func name(_ index: Int) -> String {
    ["B", "C", "D", "E", "F"].indices.contains(index) ? ["B", "C", "D", "E", "F"][index] : "Z"
  }

  /// The calls that bring the first socket about, and then each candidate's alone; nil where two
  /// users are needed, which a program cannot be.
  func experiment(candidates: [BoundSocket], in scene: BindScene) -> Experiment? {
    guard candidates.allSatisfy({ $0.user == first.user }) else { return nil }
    var steps = BindSteps()
    buildFirst(&steps)
    for (index, candidate) in candidates.enumerated() {
      let name = Self.name(index)
      let verdict = BindVerdict([.init("A", PortSharing(old: first, new: candidate))])
      steps.open(name, candidate)
      steps.bind(name, candidate, expected: verdict.outcome)
      if candidates.count > 1 { steps.add(name, .close) }
    }
    return steps.experiment(in: scene)
  }

  /// The calls that bring both about, the second one bound, and then its `listen()`.
  func listenExperiment(in scene: BindScene) -> Experiment {
    var steps = BindSteps()
    var bound = self
    if case .bound = origin { bound.first.state = .closed }
    bound.buildFirst(&steps)
    steps.open("B", second)
    steps.bind("B", second)
    // A listener would not have let the second one bind.
    if first.isListening { steps.listen("A") }
    steps.listen("B", expected: outcome)
    return steps.experiment(in: scene)
  }

  private func buildFirst(_ steps: inout BindSteps) {
    switch origin {
    case .bound:
      steps.open("A", first.transport, first.local, isLate ? [] : first.reuse)
      steps.bind("A", first)
      if isLate { steps.set("A", first.reuse) }
      if first.isListening { steps.listen("A") }
    case .connected(let peer):
      if first.transport == .tcp {
        let server = BoundSocket(.tcp, LocalAddress(peer.address), peer.port)
        steps.open("S", server)
        steps.bind("S", server)
        steps.listen("S")
      }
      steps.open("A", first)
      steps.bind("A", first)
      steps.add("A", .connect(peer))
    case .accepted(let local):
      let listener = BoundSocket(.tcp, local, first.port, reuse: first.reuse)
      steps.open("L", listener)
      steps.bind("L", listener)
      steps.listen("L")
      steps.connection(
        from: "C", to: Endpoint(first.local.address.unmapped, first.port), at: "L", as: "A")
      steps.add("L", .close)
      end(&steps)
    }
  }

  /// Brings an accepted connection into its state.
  private func end(_ steps: inout BindSteps) {
    switch first.state {
    case .closeWait:
      steps.add("C", .close)
      steps.add("A", .state, expected: .state(.closeWait))
    case .finWait2, .timeWait:
      steps.add("A", .close)
      steps.add("A", .state, expected: .state(.finWait2))
      guard first.state == .timeWait else { return }
      steps.add("C", .close)
      steps.add("A", .state, expected: .state(.timeWait))
    default:
      steps.add("A", .state, expected: .state(first.state))
    }
  }
}

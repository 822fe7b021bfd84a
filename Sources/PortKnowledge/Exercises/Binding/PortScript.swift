/// Sockets and the calls they make one after the other, with what the model says of each.
struct PortScript {
  /// A socket that takes part, before its `bind()`.
  struct Actor {
    /// The name, for example `A`.
    let name: String
    /// The socket as it will be bound.
    let socket: BoundSocket
  }

  /// What is called.
  enum Call: String {
    case bind, listen, close
  }

  /// A call and what comes of it.
  struct Step {
    /// Who calls.
    let name: String
    /// What is called.
    let call: Call
    /// The sockets that have ports before it.
    let before: PortTable
    /// What comes of it; nothing hinders a close().
    let verdict: BindVerdict

    /// `B: bind()`.
    var text: String { "\(name): \(call.rawValue)()" }
  }

  /// Who takes part.
  let actors: [Actor]
  /// The calls in order.
  private(set) var steps: [Step] = []
  /// The sockets that have ports after all calls.
  private(set) var table = PortTable()

  /// A script without calls.
  init(_ actors: [Actor]) {
    self.actors = actors
  }

  /// The socket of a name as it will be bound.
  func socket(_ name: String) -> BoundSocket? { actors.first { $0.name == name }?.socket }

  /// Whether a call makes sense now: nobody is bound twice, and only the bound listen and close.
  func allows(_ call: Call, by name: String) -> Bool {
    let current = table.socket(named: name)
    switch call {
    case .bind: return current == nil
    case .listen: return current?.transport == .tcp
    case .close: return current != nil
    }
  }

  /// Adds a call.
  mutating func add(_ call: Call, by name: String) {
    guard let socket = socket(name) else { return }
    let before = table
    var verdict = BindVerdict([])
    switch call {
    case .bind: verdict = table.bind(name, socket)
    case .listen: verdict = table.listen(name)
    case .close: table.close(name)
    }
    steps.append(Step(name: name, call: call, before: before, verdict: verdict))
  }

  // MARK: Words

  /// Why a step's call returns what it does.
  func reason(of step: Step) -> String {
    if step.call == .listen, step.before.socket(named: step.name)?.isListening == true {
      return "\(step.name) listens already; a second listen() merely sets the backlog anew."
    }
    guard let words = words(for: step) else {
      return step.verdict.relations.isEmpty
        ? "No other socket has port \(socket(step.name)?.port ?? 0) then."
        : "No other socket of the same protocol has the port then."
    }
    let others = step.verdict.relations.count > 1 && step.verdict.isAllowed
    return words.sentence + (others ? " Nor does another socket hinder it." : "")
  }

  /// The caller and the socket that decides, with a ▲ at what decides; empty where none does.
  func figure(of step: Step) -> [MarkedText] {
    if step.call == .close { return [] }
    guard let words = words(for: step) else { return [] }
    let isNew = step.call == .bind
    return BindFigure([
      (words.old.name, words.old.socket, false), (words.new.name, words.new.socket, isNew),
    ]).lines(words.pointer())
  }

  /// The caller beside the socket that hinders it, or that comes nearest to it.
  private func words(for step: Step) -> SharingWords? {
    let relations = step.verdict.relations
    let near = step.verdict.blocker ?? relations.min { Self.distance($0) < Self.distance($1) }
    guard let near, let old = step.before.socket(named: near.name),
      let new = step.call == .bind ? socket(step.name) : step.before.socket(named: step.name)
    else { return nil }
    return SharingWords(old: (near.name, old), new: (step.name, new))
  }

  private static func distance(_ relation: BindVerdict.Relation) -> Int {
    switch relation.sharing {
    case .noCommonOption, .listener, .otherUser: 0
    case .bothReuseAddress, .bothReusePort: 1
    case .addressesApart: 2
    case .otherTransport: 3
    case .otherPort: 4
    }
  }

  // MARK: For other programs and for the kernel

  /// The sockets and calls as data.
  var data: [String: CaseValue] {
    [
      "sockets": .list(actors.map { $0.socket.caseValue($0.name) }),
      "calls": .list(
        steps.map { ["socket": .text($0.name), "call": .text($0.call.rawValue)] }),
    ]
  }

  /// The calls; asked is what the closure says.
  func experimentSteps(asking isAsked: (Step) -> Bool) -> BindSteps {
    var calls = BindSteps()
    var open: Set<String> = []
    for step in steps {
      guard let socket = socket(step.name) else { continue }
      if open.insert(step.name).inserted { calls.open(step.name, socket) }
      let expected = isAsked(step) ? step.verdict.outcome : nil
      switch step.call {
      case .bind: calls.bind(step.name, socket, expected: expected)
      case .listen: calls.listen(step.name, expected: expected)
      case .close:
        calls.add(step.name, .close)
        open.remove(step.name)
      }
    }
    return calls
  }
}

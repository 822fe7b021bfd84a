/// Which calls of a server and its client must be made before which others.
///
/// An order of calls is right where each program makes its own ones in their order, and where no
/// call fails or waits for ever. A call that waits (accept(), recv()) may be made before what it
/// waits for; only the next call of the same program may not. That is what socket(2) to accept(2)
/// and tcp(7) say, and what orders that were run on Linux 6.18 did.
public struct CallOrder: Hashable, Sendable {
  /// TCP, or UDP without connect().
  public let transport: TransportProtocol
  /// The steps: the server's in their order, then the client's.
  public let steps: [Step]
  /// What must hold; every order that keeps all of it is right.
  public let rules: [Rule]
  /// What a rule does not ask for, but what spares every wait: pairs of steps by their indices.
  private let comforts: [Pair]

  private struct Pair: Hashable, Sendable {
    var before: Int
    var after: Int
  }

  /// A call of one of the two programs.
  public struct Step: Hashable, Sendable {
    /// Whose call it is.
    public var side: Side
    /// The call.
    public var action: Action

    /// A call of a program.
    public init(_ side: Side, _ action: Action) {
      self.side = side
      self.action = action
    }
  }

  /// One of the two programs.
  public enum Side: String, Hashable, Sendable, CaseIterable {
    /// The one that waits to be called.
    case server
    /// The one that calls.
    case client
  }

  /// Something that must come before something else.
  public struct Rule: Hashable, Sendable {
    /// The index of the step that comes first.
    public var before: Int
    /// The index of the step that comes later.
    public var after: Int
    /// Why the two must come in this order.
    public var reason: Reason
  }

  /// The order of two programs; each makes its calls as they are listed.
  ///
  /// getsockname() and the close() of the listener are free as far as the other calls allow.
  public init(_ transport: TransportProtocol, server: [Action], client: [Action]) {
    self.transport = transport
    steps = server.map { Step(.server, $0) } + client.map { Step(.client, $0) }
    let maker = CallOrderRules(transport, server: server, client: client)
    rules = maker.rules
    comforts = maker.comforts.map { Pair(before: $0.before, after: $0.after) }
  }

  /// The rules that an order of all steps breaks.
  public func broken(by order: [Int]) -> [Rule] {
    var place = [Int](repeating: 0, count: steps.count)
    for (position, step) in order.enumerated() where steps.indices.contains(step) {
      place[step] = position
    }
    return rules.filter { place[$0.before] > place[$0.after] }
  }

  /// Whether one step must come before another, perhaps because of steps in between.
  public func requires(_ before: Int, before after: Int) -> Bool {
    rules.contains { rule in
      rule.before == before && (rule.after == after || requires(rule.after, before: after))
    }
  }

  /// Right orders in which no call has to wait.
  ///
  /// `choose` picks one of the steps that can come next; they are in the order of ``steps``.
  public func comfortableOrder(choosing choose: ([Int]) -> Int) -> [Int] {
    var order: [Int] = []
    var left = Array(steps.indices)
    while !left.isEmpty {
      let ready = left.filter { step in
        !rules.contains { $0.after == step && left.contains($0.before) }
          && !comforts.contains { $0.after == step && left.contains($0.before) }
      }
      guard let first = ready.first else { return order + left }
      let chosen = choose(ready)
      let next = ready.contains(chosen) ? chosen : first
      order.append(next)
      left.removeAll { $0 == next }
    }
    return order
  }

  /// The right order that lets the server go first wherever it need not wait.
  public var solution: [Int] { comfortableOrder { $0.first ?? 0 } }

  /// The right order that lets the client go first wherever it can: it connects and sends before
  /// the server accepts.
  public var eagerClientOrder: [Int] {
    comfortableOrder { ready in ready.first { steps[$0].side == .client } ?? ready.first ?? 0 }
  }
}

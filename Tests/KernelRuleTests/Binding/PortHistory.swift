import PortKnowledge

/// Sockets of one port in the kernel and in the model, and the same calls made on both.
struct PortHistory {
  /// A call on a socket of a name.
  enum Call: Hashable {
    case bind(String)
    case listen(String)
    case close(String)
  }

  private struct Member {
    var socket: BoundSocket
    var live: LiveSocket
  }

  private let port: PortNumber
  private var members: [String: Member] = [:]
  private var table = PortTable()
  private var kept: [LiveSocket] = []
  private var calls: [String] = []

  /// A port that nothing uses.
  init() throws {
    port = try BindCells.freePort()
  }

  /// Opens a socket that is not bound yet.
  mutating func open(
    _ name: String, _ transport: TransportProtocol, _ local: LocalAddress, _ reuse: ReuseOptions
  ) throws {
    members[name] = Member(
      socket: BoundSocket(transport, local, port, reuse: reuse),
      live: try LiveSocket(transport, local, reuse: reuse))
    calls.append("\(name) \(transport.name) \(local) \(reuse)")
  }

  /// Lets a connection hold the port before, two times out of three.
  mutating func startWithConnection(
    _ choices: [ReuseOptions], using generator: inout SeededGenerator
  ) throws {
    let holding = PortHolding.all(.tcp).filter {
      choices.contains($0.reuse) && $0.stage.state != .closed && $0.stage.state != .listen
        && !($0.bound.isDualStack && $0.isPeerIPv6)
    }.randomElement(using: &generator)
    guard Int.random(in: 0..<3, using: &generator) > 0, let holding else { return }
    kept = try holding.build(port: port)
    table.add("connection", holding.model(port: port))
    calls.append("\(holding)")
  }

  /// Whether the call is one that the model is about.
  func isPossible(_ call: Call) -> Bool {
    switch call {
    case .bind(let name): table.socket(named: name) == nil
    case .listen(let name):
      table.socket(named: name).map { $0.transport == .tcp && $0.state == .closed } ?? false
    case .close(let name): table.socket(named: name) != nil
    }
  }

  /// Makes the call on both; what was said by each where that is not the same.
  mutating func difference(of call: Call) -> String? {
    let model: ExperimentOutcome
    let kernel: ExperimentOutcome
    switch call {
    case .bind(let name):
      guard let member = members[name] else { return "no socket \(name)" }
      model = table.bind(name, member.socket).outcome
      kernel = BindCells.outcome { try member.live.bind(member.socket.endpoint) }
    case .listen(let name):
      model = table.listen(name).outcome
      kernel = BindCells.outcome { try members[name]?.live.listen() }
    case .close(let name):
      guard var member = members[name] else { return "no socket \(name)" }
      table.close(name)
      model = .ok
      kernel = BindCells.outcome {
        member.live.close()
        // A fresh one in its place, which may bind again.
        member.live = try LiveSocket(
          member.socket.transport, member.socket.local, reuse: member.socket.reuse)
      }
      members[name] = member
    }
    calls.append("\(call)")
    return model == kernel
      ? nil : "\(calls.joined(separator: "; ")): model \(model), kernel \(kernel)"
  }

  /// Closes everything.
  mutating func end() {
    members = [:]
    LiveSocket.abort(kept)
  }
}

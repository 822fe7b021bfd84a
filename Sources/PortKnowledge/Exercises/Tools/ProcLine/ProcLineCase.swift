/// A socket whose line in /proc/net is read, with the calls that make it on loopback.
struct ProcLineCase: Hashable, Sendable {
  /// What the socket is.
  enum Role: Hashable, Sendable {
    /// A TCP listener; so many connections wait.
    case listener(waiting: Int)
    /// The socket that connect() was called on.
    case client
    /// The socket that accept() gave.
    case server
    /// A UDP socket without a peer, or with one where connect() was called.
    case udp
  }

  /// What the socket is.
  let role: Role
  /// Its line.
  let line: ProcNetLine
  /// The backlog of the listener.
  let backlog: Int

  init(_ role: Role, _ line: ProcNetLine, backlog: Int = 8) {
    self.role = role
    self.line = line
    self.backlog = backlog
  }

  /// A listener's case.
  static func listener(on local: Endpoint, waiting: Int = 0) -> ProcLineCase {
    let nobody = Endpoint(local.address.isIPv6 ? .any6 : .any, 0)
    return ProcLineCase(
      .listener(waiting: waiting),
      ProcNetLine(
        local: local, remote: nobody, state: .listen, receiveQueue: UInt32(clamping: waiting)))
  }

  /// An open connection's case, or one that the peer or this side has closed.
  static func connection(
    _ role: Role, from local: Endpoint, to remote: Endpoint, _ state: TCPState = .established,
    unread: Int = 0
  ) -> ProcLineCase {
    // The peer's FIN counts as one byte that is not read yet.
    let received = unread + (state == .closeWait ? 1 : 0)
    return ProcLineCase(
      role,
      ProcNetLine(
        local: local, remote: remote, state: state, receiveQueue: UInt32(clamping: received)))
  }

  /// The file in which the line stands.
  var file: String {
    "/proc/net/\(role == .udp ? "udp" : "tcp")\(line.local.address.isIPv6 ? "6" : "")"
  }

  /// The case, for another program.
  var data: CaseValue {
    let role: CaseValue =
      switch role {
      case .listener: "listener"
      case .client: "client"
      case .server: "server"
      case .udp: "udp"
      }
    return .object([
      "file": .text(file), "role": role, "local": CaseValue(line.local),
      "peer": CaseValue(line.remote), "state": .text(line.state.ssName),
      "sendQueue": .number(Int(line.sendQueue)), "receiveQueue": .number(Int(line.receiveQueue)),
      "columns": .list(line.columns().map { .text($0) }),
    ])
  }

  // MARK: On loopback

  /// The calls that make the socket, and its line as the kernel must print it.
  ///
  /// Nil where an address is not on every machine.
  var experiment: Experiment? {
    guard
      [line.local, line.remote].allSatisfy({ $0.address.isLoopback || $0.address.isWildcard })
    else { return nil }
    var experiment = Experiment(steps: making + looking)
    if line.local.address.isIPv6 { experiment.needs = [.ipv6] }
    return experiment
  }

  private static let name = "socket"

  private var making: [ExperimentStep] {
    switch role {
    case .listener(let waiting):
      return listening(Self.name, on: line.local)
        + (0..<waiting).flatMap { number in
          [
            ExperimentStep("client \(number + 1)", .open(.tcp, isIPv6: isIPv6Call)),
            ExperimentStep("client \(number + 1)", .connect(called), expected: .ok),
          ]
        }
    case .client:
      return listening("listener", on: line.remote)
        + [
          ExperimentStep(Self.name, .open(.tcp, isIPv6: line.local.address.isIPv6)),
          ExperimentStep(Self.name, .bind(line.local)),
          ExperimentStep(Self.name, .connect(line.remote), expected: .ok),
          ExperimentStep("listener", .accept(as: "peer"), expected: .ok),
        ] + reaching
    case .server:
      // A mapped address means: an IPv4 client of a listener on ::.
      let isMapped = line.local.address.unmapped != line.local.address
      let local = isMapped ? Endpoint(.any6, line.local.port) : line.local
      return listening("listener", on: local)
        + [
          ExperimentStep("peer", .open(.tcp, isIPv6: line.remote.address.unmapped.isIPv6)),
          ExperimentStep(
            "peer", .bind(Endpoint(line.remote.address.unmapped, line.remote.port))),
          ExperimentStep(
            "peer", .connect(Endpoint(line.local.address.unmapped, line.local.port)),
            expected: .ok),
          ExperimentStep("listener", .accept(as: Self.name), expected: .ok),
        ] + reaching
    case .udp:
      let steps = [
        ExperimentStep(Self.name, .open(.udp, isIPv6: line.local.address.isIPv6)),
        ExperimentStep(Self.name, .bind(line.local)),
      ]
      return line.remote.port == 0
        ? steps : steps + [ExperimentStep(Self.name, .connect(line.remote), expected: .ok)]
    }
  }

  private func listening(_ name: String, on local: Endpoint) -> [ExperimentStep] {
    let both = [ExperimentStep(name, .set(.ipv6Only, 0))]
    return [ExperimentStep(name, .open(.tcp, isIPv6: local.address.isIPv6))]
      + (local.address == .any6 ? both : [])
      + [ExperimentStep(name, .bind(local)), ExperimentStep(name, .listen(backlog: backlog))]
  }

  /// Where clients of the listener call.
  private var called: Endpoint {
    switch line.local.address {
    case .any: Endpoint(.loopback, line.local.port)
    case .any6: Endpoint(.loopback6, line.local.port)
    default: line.local
    }
  }

  private var isIPv6Call: Bool { called.address.isIPv6 }

  /// What brings the open connection into its state.
  private var reaching: [ExperimentStep] {
    let unread = Int(line.receiveQueue) - (line.state == .closeWait ? 1 : 0)
    var steps: [ExperimentStep] = []
    if unread > 0 {
      steps.append(ExperimentStep("peer", .send(String(repeating: "x", count: unread))))
    }
    switch line.state {
    case .closeWait: steps.append(ExperimentStep("peer", .shutdownWriting))
    case .finWait2: steps.append(ExperimentStep(Self.name, .shutdownWriting))
    case .timeWait:
      steps += [
        ExperimentStep(Self.name, .close),
        ExperimentStep("peer", .receive(upTo: 1), expected: .text("")),
        ExperimentStep("peer", .close),
      ]
    default: break
    }
    return steps
  }

  /// First until state and queues have settled, then the line as it stands.
  private var looking: [ExperimentStep] {
    let state = ExperimentStep(
      Self.name, .state, expected: .state(line.state), isAsked: line.state == .timeWait)
    // A closed socket has no number by which its line could be found.
    if line.state == .timeWait { return [state] }
    let isListener = line.state == .listen
    return [
      state,
      ExperimentStep(
        Self.name, .queues,
        expected: .queues(
          receive: Int(line.receiveQueue), send: isListener ? backlog : Int(line.sendQueue))),
      ExperimentStep(
        Self.name, .procLine,
        expected: .text(line.columns().prefix(3).joined(separator: " ")), isAsked: true),
      ExperimentStep(
        Self.name, .procQueues,
        expected: .queues(receive: Int(line.receiveQueue), send: Int(line.sendQueue)),
        isAsked: true),
    ]
  }
}

/// Builds the calls of an experiment about sockets that share a port.
struct BindSteps {
  private(set) var steps: [ExperimentStep] = []
  private var usesIPv6 = false

  /// A call that must merely succeed, or of which something is expected.
  mutating func add(
    _ name: String, _ call: ExperimentCall, expected: ExperimentOutcome? = nil,
    isAsked: Bool = false
  ) {
    steps.append(ExperimentStep(name, call, expected: expected, isAsked: isAsked))
  }

  /// socket() and the options.
  mutating func open(
    _ name: String, _ transport: TransportProtocol, _ local: LocalAddress, _ reuse: ReuseOptions
  ) {
    usesIPv6 = usesIPv6 || local.isIPv6
    add(name, .open(transport, isIPv6: local.isIPv6))
    if local.isIPv6Only { add(name, .set(.ipv6Only, 1)) }
    set(name, reuse)
  }

  /// socket() and the options of a socket that is going to be bound.
  mutating func open(_ name: String, _ socket: BoundSocket) {
    open(name, socket.transport, socket.local, socket.reuse)
  }

  /// The options alone.
  mutating func set(_ name: String, _ reuse: ReuseOptions) {
    if reuse.contains(.address) { add(name, .set(.reuseAddress, 1)) }
    if reuse.contains(.port) { add(name, .set(.reusePort, 1)) }
  }

  /// bind(), which is asked for where something is expected of it.
  mutating func bind(
    _ name: String, _ socket: BoundSocket, expected: ExperimentOutcome? = nil
  ) {
    add(name, .bind(socket.endpoint), expected: expected, isAsked: expected != nil)
  }

  /// listen(), which is asked for where something is expected of it.
  mutating func listen(_ name: String, expected: ExperimentOutcome? = nil) {
    add(name, .listen(backlog: 16), expected: expected, isAsked: expected != nil)
  }

  /// A client's connection to an endpoint, taken from the listener's queue under a name.
  mutating func connection(
    from client: String, to endpoint: Endpoint, at listener: String, as name: String
  ) {
    usesIPv6 = usesIPv6 || endpoint.address.isIPv6
    add(client, .open(.tcp, isIPv6: endpoint.address.isIPv6))
    add(client, .connect(endpoint))
    add(listener, .accept(as: name))
  }

  /// The experiment on a machine with the scene's addresses.
  func experiment(in scene: BindScene) -> Experiment {
    Experiment(
      steps: steps, standIns: scene.standIns.filter { usedAddresses.contains($0.key) },
      needs: usesIPv6 ? [.ipv6] : [])
  }

  private var usedAddresses: Set<IPAddress> {
    var used: Set<IPAddress> = []
    for step in steps {
      switch step.call {
      case .bind(let endpoint), .connect(let endpoint), .sendTo(_, let endpoint),
        .spread(_, let endpoint, _):
        used.insert(endpoint.address)
      default:
        break
      }
    }
    return used
  }
}

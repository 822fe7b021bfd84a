/// Listeners bound one after the other, and the clients whose `connect()` shows who reaches them.
struct ReachabilityExperiment {
  private let scene: ReachabilityScene
  private var steps: [ExperimentStep] = []
  private var needsIPv6 = false

  /// The experiment of servers and clients; nil where none of the clients can be played.
  static func experiment(
    _ scene: ReachabilityScene, servers: [ReceivingSocket], clients: [ReachabilityClient]
  ) -> Experiment? {
    // An IPv6 address of a network has no loopback address that could play it.
    let playable = servers.filter { server in
      !server.isIPv6 || server.local.address.unmapped.isLoopback || server.local.address.isWildcard
    }
    let askable = clients.filter(\.isAskable)
    guard !playable.isEmpty, !askable.isEmpty else { return nil }
    var made = ReachabilityExperiment(scene: scene)
    for (index, server) in playable.enumerated() {
      made.open("server \(index + 1)", server)
      for (number, client) in askable.enumerated() {
        made.connect("client \(index + 1).\(number + 1)", client, server)
      }
      made.add("server \(index + 1)", .close)
    }
    let addresses = Set(scene.serverAddresses + clients.compactMap(\.source))
    return Experiment(
      steps: made.steps,
      standIns: DeliveryExperiment.standIns(for: addresses.filter { !$0.isIPv6 }),
      needs: made.needsIPv6 ? [.ipv6] : [])
  }

  private init(scene: ReachabilityScene) {
    self.scene = scene
  }

  private mutating func add(
    _ socket: String, _ call: ExperimentCall, expected: ExperimentOutcome? = nil,
    isAsked: Bool = false
  ) {
    steps.append(ExperimentStep(socket, call, expected: expected, isAsked: isAsked))
    if case .open(_, true) = call { needsIPv6 = true }
  }

  private mutating func open(_ name: String, _ server: ReceivingSocket) {
    add(name, .open(.tcp, isIPv6: server.isIPv6))
    if server.local.address == .any6 { add(name, .set(.ipv6Only, server.isIPv6Only ? 1 : 0)) }
    add(name, .bind(server.local))
    add(name, .listen(backlog: 8))
  }

  private mutating func connect(
    _ name: String, _ client: ReachabilityClient, _ server: ReceivingSocket
  ) {
    add(name, .open(.tcp, isIPv6: client.address.isIPv6))
    if let source = client.source { add(name, .bind(Endpoint(source, 0))) }
    let outcome = scene.outcome(client, server)
    add(
      name, .connect(Endpoint(client.address, scene.port)),
      expected: outcome.errorName.map { .error($0) } ?? .ok, isAsked: true)
    add(name, .abort)
  }
}

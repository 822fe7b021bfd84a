/// The machines of a case, the addresses to which its server may be bound, and its clients.
struct ReachabilityScene {
  /// Where the server runs, as it ends a sentence.
  let place: String
  /// The addresses of the server's machine besides loopback.
  let serverAddresses: [IPAddress]
  /// What is to be known of the machines, line by line.
  let notes: [String]
  /// The addresses a server may be bound to in this case.
  let binds: [ReceivingSocket]
  /// The clients there may be.
  let clients: [ReachabilityClient]
  /// The server's port.
  let port: PortNumber

  private static let evenPorts: [PortNumber] = [80, 8080, 3000, 5432, 9200, 8000, 3306]
  private static let oddPorts: [PortNumber] = [443, 6379, 27_017, 8443, 5601, 8081, 9001]

  /// Draws the machines of a level.
  init(from draw: inout CaseDraw) {
    // The lowest bit is the seed's, so neighbouring seeds never give the same case.
    let ports = draw.seed & 1 == 0 ? Self.evenPorts : Self.oddPorts
    let port = draw.pick(ports, else: ports[0])
    let hosts = draw.pick(2, of: Array(10...99 as ClosedRange<UInt8>))
    let lan = IPAddress.octets(192, 0, 2, hosts[0])
    let lanClient = IPAddress.octets(192, 0, 2, hosts[1])
    let container = IPAddress.octets(198, 51, 100, draw.number(in: 2...9))
    if draw.level == .hard, draw.chance(oneIn: 3) {
      self.init(inContainer: container, host: .octets(198, 51, 100, 1), port: port)
    } else {
      self.init(
        lan: lan, lanClient: lanClient, container: container, level: draw.level, port: port)
    }
  }

  private init(
    place: String, serverAddresses: [IPAddress], notes: [String], binds: [IPAddress],
    clients: [ReachabilityClient], port: PortNumber
  ) {
    self.place = place
    self.serverAddresses = serverAddresses
    self.notes = notes
    self.clients = clients
    self.port = port
    let sockets = binds.map { ReceivingSocket(.tcp, local: Endpoint($0, port)) }
    let ipv6Only = sockets.filter { $0.local.address == .any6 }.map { socket in
      var socket = socket
      socket.isIPv6Only = true
      return socket
    }
    self.binds = sockets + ipv6Only
  }

  /// A server on a host in a LAN, which may have containers.
  private init(
    lan: IPAddress, lanClient: IPAddress, container: IPAddress, level: ExerciseLevel,
    port: PortNumber
  ) {
    func host(_ address: IPAddress) -> ReachabilityClient {
      .local("on the host", to: address)
    }
    func other(_ address: IPAddress, hasIPv6: Bool = false) -> ReachabilityClient {
      .remote("on a LAN machine", lanClient, to: address, hasIPv6: hasIPv6)
    }
    func contained(_ address: IPAddress) -> ReachabilityClient {
      .remote("in a container", container, to: address)
    }
    let bridge = IPAddress.octets(198, 51, 100, 1)
    let loopback2 = IPAddress.octets(127, 0, 0, 2)
    var notes = ["host: \(lan) (LAN)"]
    var addresses = [lan]
    var binds: [IPAddress] = [.loopback, .any, lan]
    var clients = [host(.loopback), host(lan), other(lan)]
    if level == .easy {
      clients.append(host(loopback2))
    } else {
      notes[0] = "host: \(lan) (LAN), \(bridge) (container bridge)"
      notes.append("container: \(container), own network namespace")
      addresses.append(bridge)
      binds += [.loopback6, .any6, loopback2, bridge]
      clients += [
        host(.loopback6), host(loopback2), other(.loopback), contained(bridge),
        contained(.loopback), contained(lan),
      ]
    }
    if level == .hard {
      let lan6 = IPAddress.v6(0x2001_0DB8_0000_0000, 0x10)
      notes[0] = "host: \(lan), \(lan6), \(bridge) (bridge)"
      addresses.append(lan6)
      binds += [IPAddress.loopback.mapped, lan6]
      clients += [host(.any), host(.any6), host(lan6), other(lan6, hasIPv6: true)]
      clients.append(
        .remote("on an IPv4-only machine", lanClient, to: lan6))
    }
    self.init(
      place: "on the host", serverAddresses: addresses, notes: notes, binds: binds,
      clients: clients, port: port)
  }

  /// A server in a container with a network namespace of its own.
  private init(inContainer container: IPAddress, host: IPAddress, port: PortNumber) {
    func inside(_ address: IPAddress) -> ReachabilityClient {
      .local("in the same container", to: address)
    }
    func outside(_ address: IPAddress) -> ReachabilityClient {
      .remote("on the host", host, to: address)
    }
    let neighbour = IPAddress.octets(198, 51, 100, 77)
    self.init(
      place: "in a container", serverAddresses: [container],
      notes: [
        "container: \(container), own network namespace,",
        "no published ports; host: \(host) on its bridge",
      ],
      binds: [.loopback, .any, container, .loopback6, .any6],
      clients: [
        inside(.loopback), inside(container), inside(.loopback6), inside(.any), outside(.loopback),
        outside(container), outside(.any),
        .remote("in another container", neighbour, to: container),
        .remote("in another container", neighbour, to: .loopback),
      ], port: port)
  }

  /// What comes of a client's `connect()` where the server is bound so.
  func outcome(_ client: ReachabilityClient, _ server: ReceivingSocket) -> ReachabilityOutcome {
    Reachability(listener: server, serverAddresses: Set(serverAddresses))
      .outcome(to: client.address, from: client.client)
  }
}

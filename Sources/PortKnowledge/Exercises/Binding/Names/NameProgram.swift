/// A short program of socket calls, and what `getsockname()` would tell after each of them.
struct NameProgram {
  /// A moment at which the socket's name can be asked for.
  struct Moment {
    /// When it is, for example `after bind()`.
    let label: String
    /// What getsockname() tells.
    let name: SocketName
    /// Why the address is what it is.
    let addressReason: String
    /// Why the port is what it is.
    let portReason: String
    /// The lines that decide about address and port, by their indices.
    let addressLine: Int
    let portLine: Int
    /// The socket that is asked.
    let socket: String
    /// How many calls have been made.
    let callCount: Int
  }

  /// The program as it is shown.
  private(set) var lines: [String] = []
  /// What could be asked, in order.
  private(set) var moments: [Moment] = []
  /// The calls for the kernel.
  private(set) var calls = BindSteps()
  /// The calls as data.
  private(set) var data: [CaseValue] = []
  /// Ports that appear in it.
  private(set) var ports: [PortNumber] = []
  /// Addresses of other machines that appear in it.
  private(set) var peers: [IPAddress] = []

  private var name: SocketName
  private var reasons: (address: String, port: String)
  private var deciding = (address: 0, port: 0)
  private let isIPv6: Bool

  /// socket(): a fresh one.
  init(_ transport: TransportProtocol, isIPv6: Bool = false) {
    self.isIPv6 = isIPv6
    name = SocketName(isIPv6: isIPv6)
    reasons = (
      "No call has set an address yet, so it is all zero: \(isIPv6 ? "::" : "0.0.0.0").",
      "No call has given the socket a port yet, and 0 says just that."
    )
    let open = ExperimentCall.open(transport, isIPv6: isIPv6)
    lines = ["s = \(open)"]
    calls.open("s", transport, LocalAddress(isIPv6 ? .any6 : .any), [])
    note("socket", [:])
    mark("after socket()")
  }

  // MARK: Calls

  /// bind(), or the choice of the address alone with IP_BIND_ADDRESS_NO_PORT.
  mutating func bind(_ endpoint: Endpoint, leavesPort: Bool = false) {
    if leavesPort {
      add("setsockopt(s, IP_BIND_ADDRESS_NO_PORT, 1)", .set(.bindAddressNoPort, 1))
      note("IP_BIND_ADDRESS_NO_PORT", [:])
    }
    name.bind(endpoint, leavesPort: leavesPort)
    add("bind(s, \(endpoint))", .bind(endpoint))
    note("bind", ["to": CaseValue(endpoint)])
    decide(
      address: endpoint.address.unmapped.isWildcard
        ? "bind() asked for the wildcard \(endpoint.address), and it stays one until a connect()."
        : "bind() asked for \(endpoint.address).")
    if endpoint.port != 0 {
      ports.append(endpoint.port)
      decide(port: "bind() asked for port \(endpoint.port).")
    } else if leavesPort {
      decide(port: "With IP_BIND_ADDRESS_NO_PORT, bind() takes no port; connect() will.")
    } else {
      decide(port: "Port 0 in bind() asks the kernel to choose a free port, which it does at once.")
    }
    mark("after bind()")
  }

  /// A bind() that fails because another socket listens there, and is not looked at.
  mutating func bindInVain(_ endpoint: Endpoint) {
    ports.append(endpoint.port)
    calls.open("t", .tcp, LocalAddress(endpoint.address), [])
    calls.add("t", .bind(endpoint))
    calls.add("t", .listen(backlog: 1))
    calls.add("s", .bind(endpoint), expected: .error("EADDRINUSE"))
    lines.append("bind(s, \(endpoint))   fails: EADDRINUSE")
    note("bind", ["to": CaseValue(endpoint), "error": "EADDRINUSE"])
    decide(address: "bind() failed, so it has set no address.")
    decide(port: "bind() failed, so it has set no port.")
    mark("after bind()")
  }

  /// listen().
  mutating func listen() {
    let hadPort = name.port != .none
    name.listen()
    add("listen(s)", .listen(backlog: 8))
    note("listen", [:])
    if !hadPort {
      decide(port: "listen() on a socket without a port lets the kernel choose one.")
      reasons.address = "No call has set an address, so it listens on the wildcard."
    }
    mark("after listen()")
  }

  /// sendto(), which needs nobody at the other end.
  mutating func send(to endpoint: Endpoint) {
    let hadPort = name.port != .none
    name.send()
    peers.append(endpoint.address)
    add("sendto(s, \(endpoint))", .sendTo("x", endpoint))
    note("sendto", ["to": CaseValue(endpoint)])
    if !hadPort {
      decide(port: "The first sendto() of a UDP socket lets the kernel choose a port for it.")
    }
    decide(address: "sendto() leaves the address open: it counts for one datagram only.")
    mark("after sendto()")
  }

  /// connect(), from the address at which the route starts; a TCP server is there.
  mutating func connect(
    to endpoint: Endpoint, from source: IPAddress, _ transport: TransportProtocol
  ) {
    if transport == .tcp {
      calls.open("p", .tcp, LocalAddress(endpoint.address.unmapped), [])
      calls.add("p", .bind(Endpoint(endpoint.address.unmapped, endpoint.port)))
      calls.add("p", .listen(backlog: 8))
    }
    let before = name
    name.connect(from: source)
    peers.append(endpoint.address)
    ports.append(endpoint.port)
    add("connect(s, \(endpoint))", .connect(endpoint))
    note("connect", ["to": CaseValue(endpoint)])
    if before.address != name.address {
      decide(
        address: "connect() fixes the address at which the route to the peer starts: \(source).")
    } else {
      reasons.address = "bind() asked for \(name.address), and connect() keeps it."
    }
    if before.port == .none {
      decide(port: "connect() on a socket without a port lets the kernel choose an ephemeral one.")
    } else {
      reasons.port += " connect() keeps that port."
    }
    mark("after connect()")
  }

  /// accept() of a client that called an address of this machine.
  mutating func accept(called: IPAddress, as written: IPAddress) {
    guard case .known(let port) = name.port else { return }
    let target = Endpoint(called, port)
    calls.connection(from: "k", to: target, at: "s", as: "c")
    lines.append("c = accept(s)   a client called \(target)")
    note("accept", ["clientCalled": CaseValue(target)])
    let isMapped = written != called
    name = name.accepted(at: written)
    decide(
      address: "An accepted connection has the address that its client called"
        + (isMapped ? ", IPv4 written as IPv6." : ": \(called)."))
    decide(
      port: "accept() takes no new port: every connection of the listener has \(port) as its own.")
    mark("after accept()", socket: "c")
  }

  // MARK: Notes

  private mutating func add(_ line: String, _ call: ExperimentCall) {
    lines.append(line)
    calls.add("s", call)
  }

  private mutating func note(_ call: String, _ members: [String: CaseValue]) {
    var members = members
    members["call"] = .text(call)
    data.append(.object(members))
  }

  private mutating func decide(address reason: String) {
    reasons.address = reason
    deciding.address = lines.count - 1
  }

  private mutating func decide(port reason: String) {
    reasons.port = reason
    deciding.port = lines.count - 1
  }

  private mutating func mark(_ label: String, socket: String = "s") {
    moments.append(
      Moment(
        label: label, name: name, addressReason: reasons.address, portReason: reasons.port,
        addressLine: deciding.address, portLine: deciding.port, socket: socket,
        callCount: calls.steps.count))
  }

  /// The calls, with getsockname() at these moments.
  func experiment(
    asking asked: [Moment], standIns: [IPAddress: IPAddress]
  ) -> Experiment {
    var steps = calls.steps
    for moment in asked.reversed() {
      steps.insert(
        ExperimentStep(
          moment.socket, .localEndpoint, expected: moment.name.outcome, isAsked: true),
        at: moment.callCount)
    }
    return Experiment(steps: steps, standIns: standIns, needs: isIPv6 ? [.ipv6] : [])
  }
}

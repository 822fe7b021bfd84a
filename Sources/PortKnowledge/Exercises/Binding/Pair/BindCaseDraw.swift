/// Draws two sockets of which one has the port that the other asks for.
struct BindCaseDraw {
  private(set) var scene: BindScene

  init(_ scene: BindScene) {
    self.scene = scene
  }

  /// A case of the scene's level.
  mutating func next() -> BindCase {
    switch scene.draw.level {
    case .easy: easy()
    case .medium: medium()
    case .hard: hard()
    }
  }

  // MARK: Two addresses, no options

  private enum Easy: CaseIterable {
    case same, wildcardFirst, wildcardSecond, otherAddress, otherTransport, otherPort
  }

  private mutating func easy() -> BindCase {
    let transport: TransportProtocol = scene.draw.chance(oneIn: 4) ? .udp : .tcp
    let exact = LocalAddress(pick([.loopback, scene.host]))
    let wide = LocalAddress(.any)
    let kind = pick(Easy.allCases)
    var first = BoundSocket(transport, exact, scene.port)
    if transport == .tcp { first.state = .listen }
    var second = BoundSocket(transport, exact, scene.port)
    switch kind {
    case .same:
      let local = pick([exact, exact, wide])
      (first.local, second.local) = (local, local)
    case .wildcardFirst:
      first.local = wide
    case .wildcardSecond:
      second.local = wide
    case .otherAddress:
      second.local = LocalAddress(exact.address == .loopback ? scene.host : .loopback)
    case .otherTransport:
      second.transport = transport == .tcp ? .udp : .tcp
      second.local = pick([exact, wide])
    case .otherPort:
      second.port = scene.otherPort()
      first.local = pick([exact, wide])
    }
    return BindCase(first: first, second: second)
  }

  // MARK: The classic confusions

  private typealias Options = (ReuseOptions, ReuseOptions)

  private enum Medium: CaseIterable {
    case restart, twoServers, notListening, dualStack, datagrams, apart
  }

  private mutating func medium() -> BindCase {
    switch pick(Medium.allCases + [.restart, .twoServers]) {
    case .restart:
      let states: [TCPState] = [.timeWait, .timeWait, .established]
      return restart(
        state: pick(states), listener: LocalAddress(pick([.any, .any, scene.host])),
        options: pick([([], []), ([], .address), (.address, []), (.address, .address)]))
    case .twoServers:
      let options: [Options] = [
        (.address, .address), (.address, .address), (.port, .port), (.port, .port),
        (.address, .port), ([], .address),
      ]
      return overlapping(.tcp, state: .listen, options: pick(options))
    case .notListening:
      let options: [Options] = [
        (.address, .address), (.address, .address), ([], .address), (.address, []), (.port, .port),
      ]
      return overlapping(.tcp, state: .closed, options: pick(options))
    case .datagrams:
      let options: [Options] = [
        (.address, .address), (.port, .port), (.address, .port), (.address, []), ([], .address),
      ]
      return overlapping(.udp, state: .closed, options: pick(options))
    case .dualStack:
      let local = LocalAddress(pick([.any, .loopback, scene.host]))
      let pair = pick([(LocalAddress(.any6), local), (local, LocalAddress(.any6))])
      let options: [Options] = [([], []), (.address, .address), (.port, .port)]
      return sockets(.tcp, pair.0, pair.1, state: .listen, options: pick(options))
    case .apart:
      let pair = pick([
        (IPAddress.loopback, scene.host), (scene.host, scene.otherHost), (.loopback6, .any),
      ])
      return sockets(
        .tcp, LocalAddress(pair.0), LocalAddress(pair.1), state: .listen,
        options: pick([([], []), ([], .address), (.address, .port)]))
    }
  }

  /// What is left of a server that is started again.
  private func restart(
    state: TCPState, listener: LocalAddress, options: Options
  ) -> BindCase {
    let local: LocalAddress =
      switch listener.address {
      case .any: LocalAddress(scene.host)
      case .any6: LocalAddress(listener.isIPv6Only ? .loopback6 : scene.host.mapped)
      default: listener
      }
    var kept = local
    kept.isIPv6Only = listener.isIPv6Only
    return BindCase(
      first: BoundSocket(
        .tcp, kept, scene.port, reuse: options.0, state: state,
        isOrphan: state == .finWait2 || state == .timeWait),
      origin: .accepted(listener: listener),
      second: BoundSocket(.tcp, listener, scene.port, reuse: options.1))
  }

  private mutating func overlapping(
    _ transport: TransportProtocol, state: TCPState, options: Options
  ) -> BindCase {
    let exact = LocalAddress(pick([.loopback, scene.host]))
    let wide = LocalAddress(.any)
    let pair = pick([(exact, exact), (wide, wide), (wide, exact), (exact, wide)])
    return sockets(transport, pair.0, pair.1, state: state, options: options)
  }

  private func sockets(
    _ transport: TransportProtocol, _ first: LocalAddress, _ second: LocalAddress,
    state: TCPState, options: Options
  ) -> BindCase {
    BindCase(
      first: BoundSocket(transport, first, scene.port, reuse: options.0, state: state),
      second: BoundSocket(transport, second, scene.port, reuse: options.1))
  }

  // MARK: Rare and combined

  private enum Hard: CaseIterable {
    case ipv6Only, mapped, mixedOptions, users, late, leftover, client, datagramPeer
  }

  private mutating func hard() -> BindCase {
    switch pick(Hard.allCases) {
    case .ipv6Only:
      let other = LocalAddress(pick([.any, .loopback, scene.host, .loopback6, .any6]))
      let pair = pick([(LocalAddress.any6Only, other), (other, .any6Only)])
      return sockets(
        .tcp, pair.0, pair.1, state: pick([.listen, .listen, .closed]), options: anyOptions())
    case .mapped:
      let mapped = LocalAddress(pick([scene.host.mapped, IPAddress.any.mapped]))
      let other = LocalAddress(pick([scene.host, .any, .loopback, .loopback6, .any6]))
      let pair = pick([(mapped, other), (other, mapped)])
      return sockets(
        pick([.tcp, .udp]), pair.0, pair.1, state: .closed, options: anyOptions())
    case .mixedOptions:
      let mixed: [Options] = [
        (.both, .address), (.address, .both), (.both, .port), (.port, .both), (.both, .both),
      ]
      return overlapping(.tcp, state: pick([.listen, .listen, .closed]), options: pick(mixed))
    case .users:
      return users()
    case .late:
      let options: [Options] = [
        (.address, .address), (.port, .port), (.address, .both), (.address, .port),
      ]
      var late = overlapping(pick([.tcp, .udp]), state: .closed, options: pick(options))
      late.isLate = true
      return late
    case .leftover:
      let listener = pick([LocalAddress(.any), LocalAddress(.any6), .any6Only])
      return restart(
        state: pick([.closeWait, .finWait2, .timeWait, .established]), listener: listener,
        options: anyOptions())
    case .client:
      return connected(.tcp, peer: Endpoint(scene.peer, 443))
    case .datagramPeer:
      return connected(.udp, peer: Endpoint(scene.peer, 53))
    }
  }

  private mutating func users() -> BindCase {
    let options: [Options] = [
      (.port, .port), (.port, .port), (.both, .both), (.both, .port), (.address, .address),
    ]
    var drawn =
      scene.draw.chance(oneIn: 4)
      ? restart(
        state: pick([.timeWait, .finWait2]), listener: LocalAddress(.any), options: (.port, .port))
      : overlapping(.tcp, state: pick([.listen, .closed]), options: pick(options))
    drawn.second.user = drawn.first.user + 1
    return drawn
  }

  private mutating func connected(_ transport: TransportProtocol, peer: Endpoint) -> BindCase {
    let local = LocalAddress(scene.host)
    let other = LocalAddress(pick([scene.host, .any, .any6, .loopback, scene.host.mapped]))
    var drawn = sockets(transport, local, other, state: .established, options: anyOptions())
    drawn.origin = .connected(peer: peer)
    return drawn
  }

  /// Options of both, more often with something in common than by chance.
  private mutating func anyOptions() -> Options {
    let combinations = ReuseOptions.combinations
    let first = pick(combinations)
    return (first, scene.draw.chance(oneIn: 3) ? first : pick(combinations))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    scene.draw.pick(elements, else: elements[0])
  }
}

/// Draws sockets that are bound side by side and then call `listen()`.
struct ListenDraw {
  var scene: BindScene

  init(_ scene: BindScene) {
    self.scene = scene
  }

  private typealias Options = (ReuseOptions, ReuseOptions)

  /// True once in so many times.
  mutating func chance(oneIn count: Int) -> Bool { scene.draw.chance(oneIn: count) }

  // MARK: Two sockets, one of them calls listen()

  /// A first socket in its state, and a second one that is bound.
  mutating func pair() -> BindCase {
    switch scene.draw.level {
    case .easy:
      let state: TCPState = scene.draw.chance(oneIn: 4) ? .closed : .listen
      let options: [Options] = [(.address, .address), (.address, .address), (.port, .port)]
      return pair(
        state: state, locals: scene.draw.chance(oneIn: 4) ? apart() : same(),
        options: pick(options))
    case .medium:
      let locals = scene.draw.chance(oneIn: 5) ? apart() : overlapping()
      return pair(
        state: pick([.closed, .listen, .listen]), locals: locals, options: pick(Self.mixedOptions))
    case .hard:
      if scene.draw.chance(oneIn: 4) { return besideConnection() }
      let wide: [(LocalAddress, LocalAddress)] = [
        (LocalAddress(.any6), LocalAddress(.any)), (LocalAddress(.any), .any6Only),
        (LocalAddress(.any6), LocalAddress(scene.host)), (.any6Only, LocalAddress(.any6)),
      ]
      return pair(
        state: pick([.closed, .listen, .listen, .listen]), locals: pick(wide),
        options: pick(Self.mixedOptions + [(.address, .address), (.both, .address)]))
    }
  }

  private func pair(
    state: TCPState, locals: (LocalAddress, LocalAddress), options: Options
  ) -> BindCase {
    BindCase(
      first: BoundSocket(.tcp, locals.0, scene.port, reuse: options.0, state: state),
      second: BoundSocket(.tcp, locals.1, scene.port, reuse: options.1))
  }

  /// A server that starts again while a connection of the one before goes on.
  private mutating func besideConnection() -> BindCase {
    let state: TCPState = pick([.established, .established, .closeWait, .timeWait])
    return BindCase(
      first: BoundSocket(
        .tcp, LocalAddress(scene.host), scene.port, reuse: .address, state: state),
      origin: .accepted(listener: LocalAddress(.any)),
      second: BoundSocket(
        .tcp, LocalAddress(.any), scene.port, reuse: pick([.address, .both])))
  }

  private static let mixedOptions: [Options] = [
    (.address, .address), (.port, .port), (.both, .both), (.address, .both), (.both, .address),
    (.port, .both), (.both, .port),
  ]

  // MARK: Several calls

  /// The sockets of a script, all bound: their binds are its first calls.
  mutating func bound(_ sockets: [(LocalAddress, ReuseOptions)]) -> PortScript {
    let names = ["A", "B", "C"]
    var script = PortScript(
      zip(names, sockets).map {
        .init(name: $0, socket: BoundSocket(.tcp, $1.0, scene.port, reuse: $1.1))
      })
    for actor in script.actors { script.add(.bind, by: actor.name) }
    return script
  }

  /// Two bound sockets; with one address where the kernel would have to tell which is meant.
  mutating func two(sameAddress: Bool) -> PortScript {
    let locals = sameAddress ? same() : scene.draw.chance(oneIn: 4) ? apart() : overlapping()
    let options: Options =
      scene.draw.level == .easy
      ? pick([(.address, .address), (.port, .port)])
      : pick(Self.mixedOptions + [(.address, .address), (.address, .address)])
    return bound([(locals.0, options.0), (locals.1, options.1)])
  }

  /// Three bound sockets whose options the kernel takes by the rule.
  mutating func three() -> PortScript {
    let exact = LocalAddress(pick([.loopback, scene.host]))
    let wide = LocalAddress(pick([.any, .any6]))
    let locals = pick([
      [exact, exact, wide], [wide, exact, exact], [exact, wide, LocalAddress(scene.otherHost)],
      [exact, LocalAddress(scene.otherHost), exact],
    ])
    let usesReusePort = scene.draw.chance(oneIn: 4)
    let options: [ReuseOptions] = usesReusePort ? [.port, .both] : [.address]
    return bound(locals.map { ($0, pick(options)) })
  }

  // MARK: Addresses

  private mutating func same() -> (LocalAddress, LocalAddress) {
    let local = LocalAddress(pick([.any, .loopback, scene.host]))
    return (local, local)
  }

  private mutating func apart() -> (LocalAddress, LocalAddress) {
    pick([
      (LocalAddress(.loopback), LocalAddress(scene.host)),
      (LocalAddress(scene.host), LocalAddress(scene.otherHost)),
    ])
  }

  private mutating func overlapping() -> (LocalAddress, LocalAddress) {
    let exact = LocalAddress(pick([.loopback, scene.host]))
    let wide = LocalAddress(.any)
    return pick([(exact, exact), (wide, wide), (wide, exact), (exact, wide)])
  }

  /// One of the elements.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    scene.draw.pick(elements, else: elements[0])
  }
}

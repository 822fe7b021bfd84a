/// Draws sockets and their calls so that some succeed beside others and some do not.
struct BindScriptDraw {
  private(set) var scene: BindScene

  init(_ scene: BindScene) {
    self.scene = scene
  }

  /// A script of the scene's level.
  mutating func next() -> PortScript {
    var script = attempt()
    for _ in 0..<40 where !isWorthwhile(script) { script = attempt() }
    return script
  }

  /// Whether something fails and something succeeds beside another socket.
  private func isWorthwhile(_ script: PortScript) -> Bool {
    let asked = script.steps.filter { $0.call != .close }
    let failing = asked.count { !$0.verdict.isAllowed }
    let beside = asked.count { $0.verdict.isAllowed && !$0.verdict.relations.isEmpty }
    guard asked.count > 2, failing < asked.count - 1, beside > 0, script.steps.last?.call != .close
    else { return false }
    let failures = scene.draw.level == .hard ? 2 : 1
    return failing >= failures
      && (scene.draw.level == .easy || asked.contains { $0.call == .listen })
  }

  private mutating func attempt() -> PortScript {
    let actors = actors()
    var script = PortScript(actors)
    let asked = scene.draw.level == .easy ? 4 : scene.draw.level == .medium ? 5 : 6
    var waiting = scene.draw.shuffle(actors.map(\.name))
    var count = 0
    for _ in 0..<30 where count < asked {
      let (call, name) = choice(script, &waiting)
      guard script.allows(call, by: name), isNew(call, by: name, in: script) else { continue }
      script.add(call, by: name)
      if call != .close { count += 1 }
    }
    return script
  }

  /// A call that might come next: everybody binds once before anybody closes or tries again.
  private mutating func choice(
    _ script: PortScript, _ waiting: inout [String]
  ) -> (PortScript.Call, String) {
    let bound = script.table.entries.map(\.name)
    if scene.draw.level > .easy, let name = bound.last, scene.draw.chance(oneIn: 3) {
      return (.listen, scene.draw.pick(bound, else: name))
    }
    if let name = waiting.popLast() { return (.bind, name) }
    let closed = script.steps.count { $0.call == .close }
    if closed < 2, let name = bound.first, scene.draw.chance(oneIn: 2) {
      return (.close, scene.draw.pick(bound, else: name))
    }
    let call: PortScript.Call =
      scene.draw.level > .easy && scene.draw.chance(oneIn: 2) ? .listen : .bind
    return (call, scene.draw.pick(script.actors.map(\.name), else: "A"))
  }

  /// Whether the call is worth making: a closed socket makes none, and one that failed is tried
  /// again only after somebody else has closed.
  private func isNew(_ call: PortScript.Call, by name: String, in script: PortScript) -> Bool {
    if call == .close { return script.steps.last?.call != .close }
    guard let last = script.steps.lastIndex(where: { $0.name == name }) else { return true }
    let previous = script.steps[last]
    let listensAlready = script.table.socket(named: name)?.isListening == true
    if previous.call == .close || listensAlready { return false }
    return previous.verdict.isAllowed || script.steps[last...].contains { $0.call == .close }
  }

  // MARK: The sockets

  private mutating func actors() -> [PortScript.Actor] {
    let level = scene.draw.level
    var locals = [IPAddress.loopback, scene.host, .any, .any].map { LocalAddress($0) }
    if level == .medium { locals.append(LocalAddress(.any6)) }
    if level == .hard {
      locals += [
        LocalAddress(.any6), .any6Only, LocalAddress(.loopback6), LocalAddress(scene.host.mapped),
      ]
    }
    // The kernel's shortcuts leave the rule where SO_REUSEPORT is on some sockets only.
    let options: [ReuseOptions] =
      switch level {
      case .easy: [[]]
      case .medium: [[], .address, .address]
      case .hard: scene.draw.chance(oneIn: 3) ? [.port, .both] : [[], .address, .address]
      }
    let names = ["A", "B", "C", "D"].prefix(level == .hard ? 4 : 3)
    return names.map { name in
      let isDatagram = scene.draw.chance(oneIn: level == .easy ? 5 : 7)
      return PortScript.Actor(
        name: name,
        socket: BoundSocket(
          isDatagram ? .udp : .tcp, scene.draw.pick(locals, else: LocalAddress(.any)), scene.port,
          reuse: scene.draw.pick(options, else: [])))
    }
  }
}

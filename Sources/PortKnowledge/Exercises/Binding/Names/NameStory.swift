/// What a program does before it asks for its socket's name.
enum NameStory: CaseIterable {
  // The plain ones.
  case fresh
  case freshDatagram
  case bindLoopback
  case bindAny
  case bindHost
  case bindKnown
  case bindAnyListen
  case bindAnyDatagram
  // The kernel steps in.
  case listenUnbound
  case connectUnbound
  case sendUnbound
  case connectDatagram
  case accepted
  case bindAnyConnect
  case bindKnownConnect
  case bindSend
  // Rare ones.
  case freshIPv6
  case listenIPv6
  case connectMapped
  case acceptedMapped
  case bindWithoutPort
  case bindWithoutPortConnect
  case bindInVain
  case sendThenConnect
  case bindExactConnect

  /// The stories of a level.
  static func stories(_ level: ExerciseLevel) -> [NameStory] {
    switch level {
    case .easy:
      [
        .fresh, .freshDatagram, .bindLoopback, .bindAny, .bindHost, .bindKnown, .bindAnyListen,
        .bindAnyDatagram,
      ]
    case .medium:
      [
        .listenUnbound, .connectUnbound, .sendUnbound, .connectDatagram, .accepted,
        .bindAnyConnect, .bindKnownConnect, .bindSend,
      ]
    case .hard:
      [
        .freshIPv6, .listenIPv6, .connectMapped, .acceptedMapped, .bindWithoutPort,
        .bindWithoutPortConnect, .bindInVain, .sendThenConnect, .bindExactConnect,
      ]
    }
  }

  /// The program on a scene's machine.
  func program(in scene: BindScene) -> NameProgram {
    switch self {
    case .fresh, .bindLoopback, .bindAny, .bindHost, .bindKnown, .bindAnyListen, .freshDatagram,
      .bindAnyDatagram:
      plain(scene)
    case .listenUnbound, .connectUnbound, .accepted, .bindAnyConnect, .bindKnownConnect,
      .bindExactConnect, .bindInVain, .bindWithoutPort, .bindWithoutPortConnect:
      stream(scene)
    case .sendUnbound, .connectDatagram, .bindSend, .sendThenConnect:
      datagram(scene)
    case .freshIPv6, .listenIPv6, .connectMapped, .acceptedMapped:
      ipv6(scene)
    }
  }

  private func plain(_ scene: BindScene) -> NameProgram {
    var program = NameProgram(
      self == .freshDatagram || self == .bindAnyDatagram ? .udp : .tcp)
    switch self {
    case .bindLoopback: program.bind(Endpoint(.loopback, 0))
    case .bindAny, .bindAnyListen, .bindAnyDatagram: program.bind(Endpoint(.any, 0))
    case .bindHost: program.bind(Endpoint(scene.host, 0))
    case .bindKnown: program.bind(Endpoint(.any, scene.port))
    default: break
    }
    if self == .bindAnyListen { program.listen() }
    return program
  }

  private func stream(_ scene: BindScene) -> NameProgram {
    let server = Endpoint(scene.peer, 443)
    var program = NameProgram(.tcp)
    switch self {
    case .accepted: program.bind(Endpoint(.any, scene.port))
    case .bindAnyConnect: program.bind(Endpoint(.any, 0))
    case .bindKnownConnect: program.bind(Endpoint(.any, scene.port))
    case .bindExactConnect: program.bind(Endpoint(scene.otherHost, 0))
    case .bindInVain: program.bindInVain(Endpoint(.any, scene.port))
    case .bindWithoutPort, .bindWithoutPortConnect:
      program.bind(Endpoint(scene.host, 0), leavesPort: true)
    default: break
    }
    switch self {
    case .listenUnbound, .accepted, .bindInVain: program.listen()
    case .connectUnbound, .bindAnyConnect, .bindKnownConnect, .bindExactConnect,
      .bindWithoutPortConnect:
      program.connect(to: server, from: scene.host, .tcp)
    default: break
    }
    if self == .accepted { program.accept(called: scene.host, as: scene.host) }
    return program
  }

  private func datagram(_ scene: BindScene) -> NameProgram {
    let server = Endpoint(scene.peer, 53)
    var program = NameProgram(.udp)
    if self == .bindSend { program.bind(Endpoint(.any, 0)) }
    if self != .connectDatagram { program.send(to: server) }
    if self == .connectDatagram || self == .sendThenConnect {
      program.connect(to: server, from: scene.host, .udp)
    }
    return program
  }

  private func ipv6(_ scene: BindScene) -> NameProgram {
    var program = NameProgram(.tcp, isIPv6: true)
    switch self {
    case .listenIPv6:
      program.listen()
    case .connectMapped:
      program.connect(to: Endpoint(scene.peer.mapped, 443), from: scene.host.mapped, .tcp)
    case .acceptedMapped:
      program.bind(Endpoint(.any6, scene.port))
      program.listen()
      program.accept(called: scene.host, as: scene.host.mapped)
    default:
      break
    }
    return program
  }

  /// The loopback addresses that play the case's.
  ///
  /// The machine's own address is played by 127.0.0.1, from which connections start on loopback.
  func standIns(in scene: BindScene) -> [IPAddress: IPAddress] {
    switch self {
    case .bindLoopback, .fresh, .freshDatagram, .bindAny, .bindAnyListen, .bindAnyDatagram,
      .bindKnown, .listenUnbound, .bindInVain, .freshIPv6, .listenIPv6:
      return [:]
    case .bindExactConnect:
      return scene.standIns.filter { $0.key == scene.peer || $0.key == scene.otherHost }
    default:
      let peers = scene.standIns.filter { $0.key == scene.peer || $0.key == scene.peer.mapped }
      return peers.merging(
        [scene.host: .loopback, scene.host.mapped: IPAddress.loopback.mapped],
        uniquingKeysWith: { $1 })
    }
  }
}

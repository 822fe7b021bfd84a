import PortKnowledge
import Sockets

/// The sockets of a running experiment by name, and the calls on them.
final class ExperimentBench {
  let places: ExperimentPlaces
  let patience: Duration
  let quiet: Duration
  private let recorder: CallRecorder
  private let isStopped: () -> Bool
  private var sockets: [String: HeldSocket] = [:]
  private var order: [String] = []
  /// Both ends of a socket's row, kept so that the row is found after close() too.
  private(set) var identities: [String: FiveTuple] = [:]
  /// Clients that only fill a queue.
  private var crowd: [HeldSocket] = []

  init(
    places: ExperimentPlaces, recorder: CallRecorder, patience: Duration, quiet: Duration,
    isStopped: @escaping () -> Bool
  ) {
    self.places = places
    self.recorder = recorder
    self.patience = patience
    self.quiet = quiet
    self.isStopped = isStopped
  }

  /// Ends the experiment here where it is to stop.
  func checkStopped() throws {
    if isStopped() { throw ExperimentObstacle("It was stopped before its end.") }
  }

  /// Makes a step's call or takes its look; what came of it.
  func perform(_ step: ExperimentStep) throws -> ExperimentOutcome {
    do {
      return try outcome(of: step)
    } catch let error as SocketError {
      if error.operation == "setsockopt", error.errorName == "ENOPROTOOPT" {
        throw ExperimentObstacle("This kernel does not know an option of the case: \(step).")
      }
      return .error(error.errorName)
    }
  }

  /// Closes what is still open, the newest first; connections are reset.
  func closeEverything() {
    crowd.forEach(Self.reset)
    crowd = []
    for name in order.reversed() {
      if let held = sockets.removeValue(forKey: name) { Self.reset(held) }
    }
  }

  private static func reset(_ held: HeldSocket) {
    // A socket that takes no option is closed the usual way.
    if held.socket.transport == .tcp { try? held.socket.setLinger(seconds: 0) }
  }

  /// The socket of a name; a name that is not open ends the experiment.
  func held(_ name: String) throws -> HeldSocket {
    guard let found = sockets[name] else {
      throw ExperimentObstacle("No socket called \(name) is open.")
    }
    return found
  }

  private func hold(_ name: String, _ held: HeldSocket) {
    sockets[name] = held
    order.append(name)
  }

  // MARK: Calls

  private func outcome(of step: ExperimentStep) throws -> ExperimentOutcome {
    switch step.call {
    case .open(let transport, let isIPv6):
      let socket = try Socket(
        transport, family: isIPv6 ? .ipv6 : .ipv4, recorder: recorder.named(step.socket))
      hold(step.socket, HeldSocket(socket))
      return .ok
    case .set(let option, let value):
      let number = Int32(truncatingIfNeeded: places.real(value, of: option))
      try held(step.socket).socket.set(Self.option(option), to: number)
      return .ok
    case .bind(let endpoint):
      let real = places.real(endpoint)
      if real.address.unmapped.isWildcard { try tieToLoopback(step.socket) }
      try held(step.socket).socket.bind(to: real)
      remember(step.socket)
      return .ok
    case .listen(let backlog):
      // A socket that was not bound gets the wildcard address here.
      if identities[step.socket] == nil { try tieToLoopback(step.socket) }
      try held(step.socket).socket.listen(backlog: Int32(truncatingIfNeeded: backlog))
      remember(step.socket)
      return .ok
    case .connect(let endpoint):
      return try connect(step, to: destination(endpoint))
    case .connectToSocket(let name):
      return try connect(step, to: localEndpoint(of: name))
    case .beginConnect(let endpoint):
      let real = try destination(endpoint)
      defer { remember(step.socket, peer: real) }
      try held(step.socket).socket.connectAtOnce(to: real)
      return .ok
    case .accept(let name):
      return try accept(step, as: name)
    case .send(let text):
      let sent = try held(step.socket).socket.send(Array(text.utf8))
      remember(step.socket)
      return sent == nil ? .error("EAGAIN") : .ok
    case .sendBytes(let count):
      let bytes = [UInt8](repeating: 0x78, count: max(count, 0))
      let sent = try held(step.socket).socket.send(bytes)
      return sent == nil ? .error("EAGAIN") : .ok
    case .sendTo(let text, let endpoint):
      return try send(step, text, to: destination(endpoint))
    case .sendToSocket(let text, let name):
      return try send(step, text, to: localEndpoint(of: name))
    case .receive(let count):
      return try receive(step, upTo: count)
    case .receiveWhen(let arrived, let count):
      _ = try wait { try self.row(of: step.socket).map { $0.receiveQueue >= arrived } ?? false }
      return try receive(step, upTo: count)
    default:
      return try ending(step)
    }
  }

  /// Keeps a wildcard socket from being reached from the network.
  ///
  /// Sockets that are tied to the same interface meet each other as if they were tied to none.
  private func tieToLoopback(_ name: String) throws {
    let socket = try held(name)
    do {
      try socket.socket.tieToLoopback()
    } catch  where error.errorName == "EPERM" {
      // It is tied already, or this kernel is older than 5.7; the case lives for a second at most.
    }
  }

  private func ending(_ step: ExperimentStep) throws -> ExperimentOutcome {
    switch step.call {
    case .shutdownWriting: try held(step.socket).socket.shutdown(.writing)
    case .shutdownReading: try held(step.socket).socket.shutdown(.reading)
    case .shutdownBoth: try held(step.socket).socket.shutdown(.both)
    case .close:
      _ = try held(step.socket)
      sockets[step.socket] = nil
    case .abort:
      try held(step.socket).socket.setLinger(seconds: 0)
      sockets[step.socket] = nil
    case .localEndpoint:
      return places.shown(try held(step.socket).socket.localEndpoint())
    case .remoteEndpoint:
      return places.shown(try held(step.socket).socket.remoteEndpoint())
    case .pendingError:
      return try held(step.socket).socket.pendingError().map {
        .error(SocketError("getsockopt", number: $0).errorName)
      } ?? .ok
    default:
      return try look(step)
    }
    return .ok
  }

  private func connect(
    _ step: ExperimentStep, to real: Endpoint
  ) throws -> ExperimentOutcome {
    let held = try held(step.socket)
    if try !held.socket.startConnecting(to: real) {
      remember(step.socket, peer: real)
      let limit = step.expected == .pending ? quiet : patience
      guard try held.socket.wait(for: .writing, timeout: limit) else { return .pending }
      // On Linux a second call says how the first one ended, and leaves the socket as a blocking
      // call would; SO_ERROR would leave it waiting for just this call.
      guard try held.socket.startConnecting(to: real) else { return .pending }
    }
    remember(step.socket)
    return .ok
  }

  private func send(
    _ step: ExperimentStep, _ text: String, to real: Endpoint
  ) throws -> ExperimentOutcome {
    let sent = try held(step.socket).socket.send(Array(text.utf8), to: real)
    remember(step.socket)
    return sent == nil ? .error("EAGAIN") : .ok
  }

  /// Where a socket of the case is bound, as another one can reach it.
  private func localEndpoint(of name: String) throws -> Endpoint {
    let local = try held(name).socket.localEndpoint()
    guard local.address.isWildcard else { return local }
    return Endpoint(local.address.isIPv6 ? .loopback6 : .loopback, local.port)
  }

  private func accept(
    _ step: ExperimentStep, as name: String
  ) throws -> ExperimentOutcome {
    let listener = try held(step.socket)
    var accepted = try listener.socket.accept()
    if accepted == nil, try listener.socket.wait(for: .reading, timeout: limit(for: step)) {
      accepted = try listener.socket.accept()
    }
    guard let socket = accepted?.take() else { return .error("EAGAIN") }
    hold(name, HeldSocket(socket, isConnection: true))
    remember(name)
    return .ok
  }

  private func receive(
    _ step: ExperimentStep, upTo count: Int
  ) throws -> ExperimentOutcome {
    let held = try held(step.socket)
    var received = try held.socket.receive(upTo: count)
    if received == nil, try held.socket.wait(for: .reading, timeout: limit(for: step)) {
      received = try held.socket.receive(upTo: count)
    }
    guard let received else { return .error("EAGAIN") }
    return .text(String(decoding: received.bytes, as: UTF8.self))
  }

  /// How long may be waited before a step says "not now".
  private func limit(for step: ExperimentStep) -> Duration {
    step.expected == .error("EAGAIN") ? quiet : patience
  }

  /// The real place of an endpoint to which something is sent: never outside loopback.
  func destination(_ endpoint: Endpoint) throws -> Endpoint {
    let real = places.real(endpoint)
    guard real.address.isLoopback || real.address.unmapped.isWildcard else {
      throw ExperimentObstacle("\(real) is not on this machine, so nothing is sent to it.")
    }
    return real
  }

  /// Notes both ends of a socket, as far as it has them.
  ///
  /// Housekeeping of ours, so the learner is not shown these calls.
  func remember(_ name: String, peer: Endpoint? = nil) {
    guard let held = sockets[name], let local = try? held.socket.ends().local else { return }
    let nobody = Endpoint(held.socket.family == .ipv6 ? .any6 : .any, 0)
    // A connection that was reset has no peer any more, but its row was that of the old one.
    let former = held.socket.transport == .tcp ? identities[name]?.destination : nil
    let remote = (try? held.socket.ends().remote) ?? peer ?? former ?? nobody
    identities[name] = FiveTuple(held.socket.transport, from: local, to: remote)
  }

  /// Keeps a client that only fills a queue until the end.
  func keep(_ client: HeldSocket) {
    crowd.append(client)
  }

  /// A recorder in an actor's name; nil once enough of a crowd has been shown.
  func recorder(of actor: String, isShown: Bool) -> CallRecorder? {
    isShown ? recorder.named(actor) : nil
  }

  private static func option(_ option: ExperimentOption) -> SocketOption {
    switch option {
    case .reuseAddress: .reuseAddress
    case .reusePort: .reusePort
    case .ipv6Only: .ipv6Only
    case .bindAddressNoPort: .bindAddressNoPort
    case .localPortRange: .localPortRange
    case .receiveBuffer: .receiveBuffer
    case .sendBuffer: .sendBuffer
    case .receiveErrors: .receiveErrors
    case .deferAccept: .deferAccept
    }
  }
}

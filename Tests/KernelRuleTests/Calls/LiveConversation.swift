import PortKnowledge
import Sockets

/// A server and a client in the running kernel that make their calls in a given order.
///
/// A call that waits stays pending until the next call of its own program, like in a program that
/// sleeps in it.
final class LiveConversation {
  private final class Held {
    let socket: Socket
    init(_ socket: consuming Socket) { self.socket = socket }
  }

  private let order: CallOrder
  private let place: Endpoint
  private var listener: Held?
  private var connection: Held?
  private var client: Held?
  /// What the client knows of the server; nil until it is told.
  private var known: Endpoint?
  private var datagramPeer: Endpoint?
  private var pending: [CallOrder.Side: CallOrder.Action] = [:]

  /// How long a call may wait for what it needs.
  private let patience: Duration

  /// - Parameters:
  ///   - order: What is called.
  ///   - place: The server's address and port.
  ///   - patience: How long a call may wait. A few milliseconds are enough on loopback, where
  ///     everything has happened before the next call.
  init(_ order: CallOrder, at place: Endpoint, patience: Duration = .milliseconds(4)) {
    self.order = order
    self.place = place
    self.patience = patience
    known = order.steps.contains { $0.action == .bindToPortZero } ? nil : place
  }

  /// Makes the calls; whether all of them succeeded and none waits at the end.
  func succeeds(_ indices: [Int]) -> Bool {
    do {
      for index in indices {
        let step = order.steps[index]
        guard try finishPending(step.side) else { return false }
        if step.action.waits {
          pending[step.side] = step.action
        } else if try !make(step.action, isServer: step.side == .server) {
          return false
        }
      }
      return try CallOrder.Side.allCases.allSatisfy { try finishPending($0) }
    } catch {
      return false
    }
  }

  private func finishPending(_ side: CallOrder.Side) throws -> Bool {
    guard let action = pending.removeValue(forKey: side) else { return true }
    if action == .accept {
      guard let listener else { return false }
      var accepted = try listener.socket.accept()
      if accepted == nil, try listener.socket.wait(for: .reading, timeout: patience) {
        accepted = try listener.socket.accept()
      }
      guard let socket = accepted?.take() else { return false }
      connection = Held(socket)
      return true
    }
    let isServer = side == .server
    let held = isServer ? (order.transport == .tcp ? connection : listener) : client
    guard let held else { return false }
    var received = try held.socket.receive()
    if received == nil, try held.socket.wait(for: .reading, timeout: patience) {
      received = try held.socket.receive()
    }
    if isServer { datagramPeer = received?.sender }
    guard let received else { return false }
    return received.bytes.isEmpty == (action == .receiveEnd)
  }

  private func make(_ action: CallOrder.Action, isServer: Bool) throws -> Bool {
    let data = isServer && order.transport == .tcp ? connection : isServer ? listener : client
    switch action {
    case .open:
      let held = Held(try Socket(order.transport))
      if isServer { listener = held } else { client = held }
    case .reuseAddress: try listener?.socket.set(.reuseAddress, to: 1)
    case .bind: try listener?.socket.bind(to: place)
    case .bindToPortZero: try listener?.socket.bind(to: Endpoint(place.address, 0))
    case .askPort: known = try listener?.socket.localEndpoint()
    case .listen: try listener?.socket.listen(backlog: 4)
    case .connect:
      guard let known, let client else { return false }
      try client.socket.connect(to: known, timeout: .seconds(5))
    case .send where order.transport == .tcp: _ = try data?.socket.send([0x78])
    case .send:
      // Sent to a port that nothing has, a datagram is lost without an error.
      guard let peer = isServer ? datagramPeer : known else { return false }
      _ = try data?.socket.send([0x78], to: peer)
    case .shutdownWriting: try data?.socket.shutdown(.writing)
    case .closeListener: listener = nil
    case .close where isServer: connection = nil
    case .close: client = nil
    case .accept, .receive, .receiveEnd: break
    }
    return true
  }
}

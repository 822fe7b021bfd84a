import PortKnowledge
import Sockets
import TestSupport

/// A real listener on loopback with clients that connect one after the other, beside the model of
/// its accept queue.
final class HeldListener {
  /// What the model says.
  private(set) var model: AcceptQueue
  /// What happened, for the message where the two differ.
  private(set) var story: String
  /// Where it listens.
  let endpoint: Endpoint
  private let listener: Socket
  private var clients: [HeldSocket?] = []
  private var accepted: [HeldSocket] = []

  /// Listens on a free port.
  init(backlog: Int, maximum: Int) throws {
    listener = try Socket(.tcp)
    try listener.bind(to: Endpoint(.loopback, 0))
    try listener.listen(backlog: Int32(backlog))
    endpoint = try listener.localEndpoint()
    model = AcceptQueue(backlog: backlog, maximum: maximum)
    story = "listen(\(backlog))"
  }

  /// A client connects; waits for the handshake where the model says that there is room.
  func connect() throws {
    let socket = try Socket(.tcp)
    let isDone = try socket.startConnecting(to: endpoint)
    if model.connect() == .queued, !isDone {
      _ = try socket.wait(for: .writing, timeout: .seconds(2))
    }
    clients.append(HeldSocket(socket))
    story += " connect"
  }

  /// Takes one out of the queue, where the model says that one is in it.
  func accept() throws {
    guard model.accept() != nil else { return }
    story += " accept"
    let deadline = Duration.seconds(2)
    guard try listener.wait(for: .reading, timeout: deadline), let taken = try listener.accept()
    else { return }
    accepted.append(HeldSocket(taken.take()))
  }

  /// Listens again.
  func listen(backlog: Int) throws {
    model.listen(backlog: backlog)
    story += " listen(\(backlog))"
    try listener.listen(backlog: Int32(backlog))
  }

  /// A client closes, with a FIN or with a reset.
  func close(client: Int, isReset: Bool) throws {
    guard let held = clients[client] else { return }
    model.close(client: client)
    story += isReset ? " reset(\(client))" : " close(\(client))"
    if !isReset { try held.socket.shutdown(.writing) }
    clients[client] = nil
  }

  /// Lost SYNs have been sent again.
  func sendAgain() {
    model.sendAgain()
    story += " …"
  }

  /// How many clients of those that are still open have completed the handshake.
  func connectedClients() throws -> Int {
    try clients.count { held in
      guard let held else { return false }
      return try held.socket.wait(for: .writing, timeout: .zero)
        && held.socket.pendingError() == nil
    }
  }

  /// Whether as many have as in the model.
  var agrees: Bool { get throws { try connectedClients() == expectedClients } }

  /// The same as the model has it.
  var expectedClients: Int {
    zip(model.places, clients).count { place, held in
      held != nil && (place == .queued || place == .accepted)
    }
  }
}

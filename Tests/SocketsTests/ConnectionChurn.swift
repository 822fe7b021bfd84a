import Foundation
import PortKnowledge
import Sockets
import Synchronization

/// A thread that opens, accepts and resets connections one after the other until it is told to end.
final class ConnectionChurn: Sendable {
  private struct State {
    var connections = 0
    var failure: String?
    var isToEnd = false
    var hasEnded = false
  }

  private let state = Mutex(State())

  /// How many connections there have been.
  var connections: Int { state.withLock { $0.connections } }

  /// Begins on a loopback address.
  init(on address: IPAddress) {
    Thread.detachNewThread { [self] in
      do {
        try work(on: address)
      } catch {
        state.withLock { $0.failure = "\(error)" }
      }
      state.withLock { $0.hasEnded = true }
    }
  }

  private func work(on address: IPAddress) throws {
    let listener = try Socket(.tcp, family: AddressFamily(of: address))
    try listener.bind(to: Endpoint(address, 0))
    try listener.listen(backlog: 64)
    let end = try listener.localEndpoint()
    while !state.withLock({ $0.isToEnd }) {
      let client = try Socket(.tcp, family: AddressFamily(of: address))
      try client.connect(to: end, timeout: patience)
      _ = try listener.wait(for: .reading, timeout: patience)
      _ = try listener.accept()?.take()
      // No TIME-WAIT stays behind.
      try client.setLinger(seconds: 0)
      state.withLock { $0.connections += 1 }
    }
  }

  /// Ends it and waits for that; what went wrong on the way, or nil.
  func end() -> String? {
    state.withLock { $0.isToEnd = true }
    let ended = eventually { state.withLock { $0.hasEnded } ? true : nil }
    return ended == nil ? "the thread did not end" : state.withLock { $0.failure }
  }
}

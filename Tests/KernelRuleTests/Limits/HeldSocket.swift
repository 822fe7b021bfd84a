import Sockets

/// A socket that can be kept in a list; it resets its connection when it is dropped.
final class HeldSocket {
  let socket: Socket
  private let isReset: Bool

  init(_ socket: consuming Socket, isReset: Bool = true) {
    self.socket = socket
    self.isReset = isReset
  }

  deinit {
    // A socket that takes no option is closed the usual way.
    if isReset { try? socket.setLinger(seconds: 0) }
  }
}

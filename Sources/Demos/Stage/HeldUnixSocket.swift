import Sockets

/// A unix socket of a demo; letting go of it closes the socket.
final class HeldUnixSocket {
  let socket: UnixSocket

  /// Holds a socket.
  init(_ socket: consuming UnixSocket) {
    self.socket = socket
  }
}

import PortKnowledge
import Sockets

/// A socket of a demo; letting go of it closes the socket.
final class HeldSocket {
  let socket: Socket
  /// Whether it is one end of a TCP connection.
  let isConnection: Bool

  /// The client's own end of a connection, which it has asked for; nil for other sockets.
  let localEndpoint: Endpoint?

  /// Holds a socket.
  init(
    _ socket: consuming Socket, isConnection: Bool = false, localEndpoint: Endpoint? = nil
  ) {
    self.socket = socket
    self.isConnection = isConnection
    self.localEndpoint = localEndpoint
  }
}

import Glibc
public import PortKnowledge

extension Socket {
  /// A message and who sent it.
  public struct Received: Hashable, Sendable {
    /// The bytes; none where a TCP peer has ended sending.
    public var bytes: [UInt8]
    /// The sender, where the kernel tells: UDP does, TCP does not.
    public var sender: Endpoint?
  }

  /// The most bytes that one ``receive(upTo:)`` takes: more than the longest UDP datagram.
  public static let largestReceive = 65_536

  /// Sends bytes to the peer; how many were taken, or nil where there is no room now; send(2).
  ///
  /// A connection that is over is the error EPIPE, never the signal SIGPIPE.
  ///
  /// The corresponding C function is `send`.
  public func send(_ bytes: [UInt8]) throws(SocketError) -> Int? {
    try call("send").attempt(
      "\(number), \(CallText.quoted(bytes)), \(bytes.count), MSG_NOSIGNAL"
    ) {
      Glibc.send(number, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
  }

  /// Sends one datagram to an endpoint; how many bytes were taken, or nil where there is no room.
  ///
  /// The corresponding C function is `sendto`.
  public func send(_ bytes: [UInt8], to endpoint: Endpoint) throws(SocketError) -> Int? {
    let address = SocketAddress(endpoint, family: family)
    return try call("sendto", about: endpoint).attempt(
      "\(number), \(CallText.quoted(bytes)), \(bytes.count), MSG_NOSIGNAL, \(endpoint)"
    ) {
      address.withAddress {
        sendto(number, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, $1)
      }
    }
  }

  /// Takes what has arrived, with its sender; nil where nothing has; recvfrom(2).
  ///
  /// `count` is cut to ``largestReceive``. What does not fit stays for the next call in TCP, and is
  /// lost in UDP.
  ///
  /// The corresponding C function is `recvfrom`.
  public func receive(upTo count: Int = 4096) throws(SocketError) -> Received? {
    let room = min(max(count, 0), Self.largestReceive)
    var buffer = [UInt8](repeating: 0, count: room)
    var address = SocketAddress()
    let taken = try call("recvfrom").attempt(
      "\(number), …, \(room), 0",
      output: { CallText.quoted(Array(buffer.prefix($0))) },
      body: { address.withMutableAddress { recvfrom(number, &buffer, room, 0, $0, $1) } })
    guard let taken else { return nil }
    return Received(bytes: Array(buffer.prefix(taken)), sender: address.endpoint)
  }
}

import CLinux
import Glibc
public import PortKnowledge

/// A TCP or UDP socket that owns its descriptor: when the value ends, the descriptor is closed.
///
/// Every socket is non-blocking and is not handed to programs that this one starts
/// (SOCK_NONBLOCK, SOCK_CLOEXEC): no call here ever waits, but ``wait(for:timeout:)``. Each call is
/// told to the recorder that the socket was made with.
public struct Socket: ~Copyable, Sendable {
  let descriptor: Descriptor
  /// TCP or UDP.
  public let transport: TransportProtocol
  /// The family of its addresses.
  public let family: AddressFamily

  var recorder: CallRecorder? { descriptor.recorder }

  /// The descriptor's number in this process.
  public var number: Int32 { descriptor.number }

  /// Opens a socket; socket(2).
  ///
  /// The corresponding C function is `socket`.
  public init(
    _ transport: TransportProtocol, family: AddressFamily = .ipv4, recorder: CallRecorder? = nil
  ) throws(SocketError) {
    let type = transport == .tcp ? SOCK_STREAM : SOCK_DGRAM
    let flags = Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let typeName = transport == .tcp ? "SOCK_STREAM" : "SOCK_DGRAM"
    let number = try SystemCall("socket", recorder: recorder)
      .perform("\(family.name), \(typeName)|SOCK_NONBLOCK|SOCK_CLOEXEC, 0") {
        socket(family.number, Int32(type.rawValue) | flags, 0)
      }
    self.init(Descriptor(owning: number, recorder: recorder), transport, family)
  }

  private init(
    _ descriptor: consuming Descriptor, _ transport: TransportProtocol, _ family: AddressFamily
  ) {
    self.descriptor = descriptor
    self.transport = transport
    self.family = family
  }

  /// Takes over a TCP socket's descriptor that came from somebody else.
  init(handedOver number: Int32, family: AddressFamily, recorder: CallRecorder?) {
    self.init(Descriptor(owning: number, recorder: recorder), .tcp, family)
  }

  /// Gives the socket its local address and port; bind(2).
  ///
  /// Port 0 lets the kernel choose a free one, which ``localEndpoint()`` then tells.
  ///
  /// The corresponding C function is `bind`.
  public func bind(to endpoint: Endpoint) throws(SocketError) {
    let address = SocketAddress(endpoint, family: family)
    try call("bind", about: endpoint).perform("\(number), \(endpoint)") {
      address.withAddress { Glibc.bind(number, $0, $1) }
    }
  }

  /// Makes it a listener, with room for `backlog` + 1 connections not yet accepted; listen(2).
  ///
  /// The corresponding C function is `listen`.
  public func listen(backlog: Int32 = 128) throws(SocketError) {
    try call("listen").perform("\(number), \(backlog)") { Glibc.listen(number, backlog) }
  }

  /// Takes the next connection from the accept queue, and tells who it is; nil where none waits.
  ///
  /// The new socket is non-blocking like this one. The peer is nil where it is already gone.
  ///
  /// The corresponding C function is `accept4`.
  public func accept() throws(SocketError) -> Accepted? {
    var address = SocketAddress()
    let result = try call("accept4").attempt(
      "\(number), SOCK_NONBLOCK|SOCK_CLOEXEC",
      output: { (_: Int32) in address.endpoint.map { "\($0)" } ?? "" },
      body: { address.withMutableAddress { portside_accept4(number, $0, $1) } })
    guard let result else { return nil }
    let owned = Descriptor(owning: result, recorder: recorder)
    return Accepted(socket: Socket(owned, transport, family), peer: address.endpoint)
  }

  /// A connection taken from the accept queue.
  public struct Accepted: ~Copyable, Sendable {
    /// The connection's own socket.
    public let socket: Socket
    /// The other end; nil where it was already gone.
    public let peer: Endpoint?

    /// The socket alone.
    public consuming func take() -> Socket { socket }
  }

  /// Ends one direction or both, whoever else holds the socket; shutdown(2).
  ///
  /// The corresponding C function is `shutdown`.
  public func shutdown(_ direction: Direction) throws(SocketError) {
    try call("shutdown").perform("\(number), \(direction.rawValue)") {
      Glibc.shutdown(number, direction.number)
    }
  }

  /// What ``shutdown(_:)`` ends.
  public enum Direction: String, Hashable, Sendable {
    /// Receiving.
    case reading = "SHUT_RD"
    /// Sending: the peer reads to the end and then sees it.
    case writing = "SHUT_WR"
    /// Both.
    case both = "SHUT_RDWR"

    var number: Int32 {
      switch self {
      case .reading: Int32(SHUT_RD)
      case .writing: Int32(SHUT_WR)
      case .both: Int32(SHUT_RDWR)
      }
    }
  }

  /// Closes the socket now and says how that went; close(2).
  ///
  /// A socket that is merely dropped is closed too.
  ///
  /// The corresponding C function is `close`.
  public consuming func close() throws(SocketError) {
    try descriptor.close()
  }

  /// A call on this socket in its recorder's name.
  func call(_ name: String, about endpoint: Endpoint? = nil) -> SystemCall {
    SystemCall(name, endpoint: endpoint, recorder: recorder)
  }
}

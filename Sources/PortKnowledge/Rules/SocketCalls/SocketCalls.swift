/// What each call on one socket returns, given the calls before it and what its peer does.
///
/// A model of one TCP or UDP socket as its program sees it: calls and events go in, results come
/// out. As measured on Linux 6.18 with random sequences; the parts that POSIX fixes agree with
/// bind(2), listen(2), accept(2), connect(2), send(2), recv(2), shutdown(2) and tcp(7).
///
/// Time plays no part. `connect()` is waited for, as on a blocking socket; `recv()` and `accept()`
/// do not wait, so they fail with EAGAIN where a blocking call would sleep; every event is over
/// before the next call. The peer reads at once whatever is sent to it.
public struct SocketCalls: Hashable, Sendable {
  /// TCP or UDP.
  public let transport: TransportProtocol
  /// The addresses and ports that the calls name.
  public let places: Places

  /// The endpoints of a case.
  public struct Places: Hashable, Sendable {
    /// What `bind()` asks for; nothing else uses its port.
    public var local: Endpoint
    /// Where another program listens, or for UDP receives.
    public var server: Endpoint
    /// Where nothing listens or receives.
    public var closed: Endpoint

    /// Three endpoints with three ports.
    public init(local: Endpoint, server: Endpoint, closed: Endpoint) {
      self.local = local
      self.server = server
      self.closed = closed
    }
  }

  /// Where the socket's port comes from.
  enum PortOrigin: Hashable, Sendable {
    /// It has none.
    case none
    /// `bind()` named it: it stays until the socket is closed.
    case named
    /// The kernel chose it: it goes when the connection, or the attempt at one, is over.
    case chosen
  }

  /// The other end of a connection.
  enum Peer: Hashable, Sendable {
    /// There is none, or it is gone.
    case none
    /// It sends and receives.
    case open
    /// It has ended sending and still receives.
    case hasEnded
    /// It has closed its socket.
    case closed
  }

  /// The state of the connection; a state that lasts only for an exchange of segments is skipped.
  var state = TCPState.closed
  var port = PortOrigin.none
  /// Whether `bind()` named an address, which then stays for good.
  var isAddressNamed = false
  /// The local endpoint as getsockname() tells it.
  ///
  /// A port that was given back is still told.
  var shownAddress = IPAddress.any
  var shownPort = ExperimentOutcome.SeenPort.none
  /// Whether `connect()` has succeeded once, which for TCP can never be done again.
  var hasConnected = false
  var isReadingShut = false
  var isWritingShut = false
  /// Whether the peer has ended sending.
  var isEndSeen = false
  /// The error that the next call reports.
  var pendingError: String?
  /// What has arrived and was not read: one text per datagram, for TCP joined.
  var waiting: [String] = []
  /// Connections that wait for accept().
  var queued = 0
  /// Whether a connection was accepted: it stays open, on the same port.
  var hasAccepted = false
  var peer = Peer.none
  /// The peer as getpeername() tells it.
  var peerEndpoint: Endpoint?
  var isClosed = false

  /// A socket fresh from `socket()`.
  public init(_ transport: TransportProtocol, places: Places) {
    self.transport = transport
    self.places = places
  }

  /// Makes a call; what it returns.
  public mutating func make(_ call: Call) -> ExperimentOutcome {
    if isClosed { return .error("EBADF") }
    if call == .close {
      isClosed = true
      return .ok
    }
    return transport == .tcp ? makeOnStream(call) : makeOnDatagrams(call)
  }

  /// Makes calls one after the other; what each returns.
  public mutating func make(_ calls: [Call]) -> [ExperimentOutcome] {
    calls.map { make($0) }
  }

  /// The local endpoint as getsockname() tells it.
  var localOutcome: ExperimentOutcome { .endpoint(shownAddress, shownPort) }

  // MARK: Parts that both protocols share

  /// bind() to the local endpoint of the case, or to its address with port 0.
  mutating func bind(isPortNamed: Bool) -> ExperimentOutcome {
    // inet_bind() asks for state CLOSE and no port; the address and the port of a case are free.
    guard state == .closed, port == .none else { return .error("EINVAL") }
    port = isPortNamed ? .named : .chosen
    shownPort = isPortNamed ? .known(places.local.port) : .chosen
    shownAddress = places.local.address
    isAddressNamed = isAddressNamed || !places.local.address.isWildcard
    return .ok
  }

  /// Takes a port from the kernel where the socket has none yet.
  mutating func choosePort() {
    guard port == .none else { return }
    port = .chosen
    shownPort = .chosen
  }

  /// The source address of what goes to a loopback address.
  mutating func chooseAddress() {
    if shownAddress.isWildcard { shownAddress = .loopback }
  }

  /// Takes the waiting error; nil where there is none.
  mutating func takeError() -> ExperimentOutcome? {
    guard let name = pendingError else { return nil }
    pendingError = nil
    return .error(name)
  }
}

import CLinux
import Glibc
import PortKnowledge

/// A unix stream socket, which has a path in the file system in place of an address and port;
/// unix(7).
///
/// Non-blocking and close-on-exec like every socket here. Its calls are told to its recorder.
public struct UnixSocket: ~Copyable, Sendable {
  private let descriptor: Descriptor

  private var recorder: CallRecorder? { descriptor.recorder }
  private var number: Int32 { descriptor.number }

  private static let type = Int32(
    SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)

  /// Opens a socket without a name.
  ///
  /// The corresponding C function is `socket`.
  public init(recorder: CallRecorder? = nil) throws(SocketError) {
    descriptor = Descriptor(
      owning: try SystemCall("socket", recorder: recorder)
        .perform("AF_UNIX, SOCK_STREAM|SOCK_NONBLOCK|SOCK_CLOEXEC, 0") {
          socket(AF_UNIX, Self.type, 0)
        },
      recorder: recorder)
  }

  private init(owning number: Int32, _ recorder: CallRecorder?) {
    descriptor = Descriptor(owning: number, recorder: recorder)
  }

  /// Two sockets that are connected with each other.
  public struct Pair: ~Copyable, Sendable {
    /// One end.
    public let first: UnixSocket
    /// The other end.
    public let second: UnixSocket

    /// Opens both ends; the first recorder hears of the call and of the first end.
    ///
    /// The corresponding C function is `socketpair`.
    public init(
      recorder: CallRecorder? = nil, other: CallRecorder? = nil
    ) throws(SocketError) {
      var numbers: [Int32] = [-1, -1]
      try SystemCall("socketpair", recorder: recorder)
        .perform(
          "AF_UNIX, SOCK_STREAM|SOCK_NONBLOCK|SOCK_CLOEXEC, 0",
          output: { (_: Int32) in "" }, body: { socketpair(AF_UNIX, UnixSocket.type, 0, &numbers) })
      first = UnixSocket(owning: numbers[0], recorder)
      second = UnixSocket(owning: numbers[1], other)
    }
  }

  /// Gives the socket a path, which becomes a file of the type socket; bind(2).
  ///
  /// The file stays when the socket is closed. At most 107 bytes fit.
  ///
  /// The corresponding C function is `bind`.
  public func bind(to path: String) throws(SocketError) {
    try call("bind").perform("\(number), \"\(path)\"") { portside_bind_path(number, path) }
  }

  /// Makes it a listener; listen(2).
  ///
  /// The corresponding C function is `listen`.
  public func listen(backlog: Int32) throws(SocketError) {
    try call("listen").perform("\(number), \(backlog)") { Glibc.listen(number, backlog) }
  }

  /// Connects to a path: at once, or not at all; connect(2).
  ///
  /// The corresponding C function is `connect`.
  public func connect(to path: String) throws(SocketError) {
    try call("connect").perform("\(number), \"\(path)\"") { portside_connect_path(number, path) }
  }

  /// Hands the descriptor of another socket to whoever holds the other end; the sender keeps its
  /// own.
  ///
  /// The corresponding C function is `sendmsg` with SCM_RIGHTS.
  public func handOver(_ socket: borrowing Socket) throws(SocketError) {
    let handed = socket.number
    try call("sendmsg").perform("\(number), SCM_RIGHTS: \(handed)") {
      portside_send_descriptor(number, handed)
    }
  }

  /// Takes a TCP socket that was handed over: another descriptor of the same socket.
  ///
  /// Fails with EAGAIN where nothing has been sent, and with ENOMSG where no descriptor came.
  ///
  /// The corresponding C function is `recvmsg` with SCM_RIGHTS.
  public func takeOver(
    family: AddressFamily, recorder: CallRecorder?
  ) throws(SocketError) -> Socket {
    let taken = try call("recvmsg").perform(
      "\(number), SCM_RIGHTS", output: { (taken: Int32) in "descriptor \(taken)" },
      body: { portside_receive_descriptor(number) })
    return Socket(handedOver: taken, family: family, recorder: recorder)
  }

  private func call(_ name: String) -> SystemCall { SystemCall(name, recorder: recorder) }
}

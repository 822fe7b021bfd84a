import Glibc
public import PortKnowledge
import SystemPackage

extension Socket {
  /// Starts a connection, or sets a UDP socket's peer; connect(2).
  ///
  /// Never waits: true where it is done, false where the handshake has begun and its end is still
  /// to come. Then ``wait(for:timeout:)`` for `.writing` and ask ``pendingError()``.
  ///
  /// The corresponding C function is `connect`.
  public func startConnecting(to endpoint: Endpoint) throws(SocketError) -> Bool {
    let address = SocketAddress(endpoint, family: family)
    let result = try call("connect", about: endpoint).attempt("\(number), \(endpoint)") {
      address.withAddress { Glibc.connect(number, $0, $1) }
    }
    return result != nil
  }

  /// Starts a connection as C has it: a handshake that has only begun is the error EINPROGRESS, and
  /// one that began with an earlier call EALREADY; connect(2).
  ///
  /// The corresponding C function is `connect`.
  public func connectAtOnce(to endpoint: Endpoint) throws(SocketError) {
    let address = SocketAddress(endpoint, family: family)
    try call("connect", about: endpoint).perform("\(number), \(endpoint)") {
      address.withAddress { Glibc.connect(number, $0, $1) }
    }
  }

  /// Connects and waits for the handshake, but no longer than the timeout.
  ///
  /// A handshake that is not over by then is the error ETIMEDOUT; the caller should let go of the
  /// socket.
  ///
  /// The corresponding C functions are `connect`, `poll` and `getsockopt`.
  public func connect(to endpoint: Endpoint, timeout: Duration) throws(SocketError) {
    if try startConnecting(to: endpoint) { return }
    guard try wait(for: .writing, timeout: timeout) else {
      throw SocketError("connect", endpoint: endpoint, number: .timedOut)
    }
    if let number = try pendingError() {
      throw SocketError("connect", endpoint: endpoint, number: number)
    }
  }

  /// What ``wait(for:timeout:)`` waits for.
  public enum Readiness: String, Hashable, Sendable {
    /// Bytes, a connection to accept, or the peer's end.
    case reading = "POLLIN"
    /// Room to send, or the end of a handshake.
    case writing = "POLLOUT"

    var events: Int16 { self == .reading ? Int16(POLLIN) : Int16(POLLOUT) }
  }

  /// Waits until the socket is ready, has failed or was hung up; false where the time ran out.
  ///
  /// The corresponding C function is `poll`.
  public func wait(for readiness: Readiness, timeout: Duration) throws(SocketError) -> Bool {
    let clock = ContinuousClock()
    let deadline = clock.now + timeout
    while true {
      var subject = pollfd(fd: number, events: readiness.events, revents: 0)
      let left = (deadline - clock.now).pollMilliseconds
      let poll = SystemCall("poll", recorder: recorder, repeatsInterrupted: false)
      do throws(SocketError) {
        let count = try poll.perform(
          "{\(number), \(readiness.rawValue)}, 1, \(left)",
          output: { (_: Int32) in Self.names(of: subject.revents) },
          body: { Glibc.poll(&subject, 1, left) })
        if count > 0 { return true }
        if clock.now >= deadline { return false }
      } catch {
        // After a signal, the time that is left is worked out anew.
        guard error.number == .interrupted else { throw error }
      }
    }
  }

  private static func names(of events: Int16) -> String {
    [(POLLIN, "POLLIN"), (POLLOUT, "POLLOUT"), (POLLERR, "POLLERR"), (POLLHUP, "POLLHUP")]
      .filter { events & Int16($0.0) != 0 }
      .map(\.1)
      .joined(separator: "|")
  }

  /// The socket's own address and port; getsockname(2).
  ///
  /// Fails with EAFNOSUPPORT where the kernel answers with another family.
  ///
  /// The corresponding C function is `getsockname`.
  public func localEndpoint() throws(SocketError) -> Endpoint {
    var address = SocketAddress()
    try call("getsockname").perform(
      "\(number)", output: { (_: Int32) in address.endpoint.map { "\($0)" } ?? "" },
      body: { address.withMutableAddress { getsockname(number, $0, $1) } })
    guard let endpoint = address.endpoint else {
      throw SocketError("getsockname", number: .addressFamilyNotSupported)
    }
    return endpoint
  }

  /// The peer's address and port; getpeername(2).
  ///
  /// Fails with ENOTCONN where there is none, also where the peer reset the connection before it
  /// was accepted.
  ///
  /// The corresponding C function is `getpeername`.
  public func remoteEndpoint() throws(SocketError) -> Endpoint {
    var address = SocketAddress()
    try call("getpeername").perform(
      "\(number)", output: { (_: Int32) in address.endpoint.map { "\($0)" } ?? "" },
      body: { address.withMutableAddress { getpeername(number, $0, $1) } })
    guard let endpoint = address.endpoint else {
      throw SocketError("getpeername", number: .addressFamilyNotSupported)
    }
    return endpoint
  }

  /// The own end of a socket that this process inherited, by its descriptor's number.
  ///
  /// The corresponding C function is `getsockname`.
  public static func localEndpoint(ofInherited number: Int32) throws(SocketError) -> Endpoint {
    var address = SocketAddress()
    try SystemCall("getsockname").perform {
      address.withMutableAddress { getsockname(number, $0, $1) }
    }
    guard let endpoint = address.endpoint else {
      throw SocketError("getsockname", number: .addressFamilyNotSupported)
    }
    return endpoint
  }

  /// Both ends as the kernel has them now; the remote one is nil where there is none.
  ///
  /// Housekeeping, so it is not recorded.
  ///
  /// The corresponding C functions are `getsockname` and `getpeername`.
  public func ends() throws(SocketError) -> (local: Endpoint?, remote: Endpoint?) {
    var local = SocketAddress()
    try SystemCall("getsockname").perform {
      local.withMutableAddress { getsockname(number, $0, $1) }
    }
    var remote = SocketAddress()
    do throws(SocketError) {
      try SystemCall("getpeername").perform {
        remote.withMutableAddress { getpeername(number, $0, $1) }
      }
    } catch {
      guard error.number == .socketNotConnected else { throw error }
      return (local.endpoint, nil)
    }
    return (local.endpoint, remote.endpoint)
  }

  /// The socket's inode: the number by which the kernel's table and `/proc/PID/fd` name it.
  ///
  /// Housekeeping, so it is not recorded.
  ///
  /// The corresponding C function is `fstat`.
  public func inode() throws(SocketError) -> UInt64 {
    var status = stat()
    try SystemCall("fstat").perform { fstat(number, &status) }
    return UInt64(status.st_ino)
  }
}

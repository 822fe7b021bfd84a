import CLinux
import SystemPackage

/// Sleeps until one of many descriptors is ready, the time is over, or another thread wakes it;
/// epoll(7).
///
/// It belongs to one thread; only its ``waker`` may be used from others.
public struct Poller: ~Copyable {
  /// What to wait for on a descriptor.
  public struct Interest: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// A set of interests by its bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Bytes, a connection to accept, or the peer's end.
    public static let reading = Interest(rawValue: 1)
    /// Room to send, or the end of a handshake.
    public static let writing = Interest(rawValue: 2)

    var events: UInt32 {
      var bits: UInt32 = 0
      if contains(.reading) {
        bits |= UInt32(PORTSIDE_EPOLL_IN | PORTSIDE_EPOLL_READ_HANG_UP)
      }
      if contains(.writing) { bits |= UInt32(PORTSIDE_EPOLL_OUT) }
      return bits
    }
  }

  /// A descriptor that is ready.
  public struct Ready: Hashable, Sendable {
    /// What was handed in when the descriptor was added.
    public var token: UInt64
    /// Whether reading, or accepting, would not wait.
    public var isReadable: Bool
    /// Whether sending would not wait, or a handshake has ended.
    public var isWritable: Bool
    /// Whether the peer is gone or an error waits.
    public var isHungUp: Bool
  }

  /// What ended a sleep.
  public struct Events: Hashable, Sendable {
    /// The descriptors that are ready, at most 64 at a time.
    public var ready: [Ready]
    /// Whether the waker was used.
    public var wasWoken: Bool
  }

  private static let wakeToken = UInt64.max

  private let descriptor: Descriptor
  /// Wakes this poller from another thread.
  public let waker: Waker

  /// Opens a poller with its waker.
  ///
  /// The corresponding C functions are `epoll_create1` and `eventfd`.
  public init() throws(SocketError) {
    let epoll = Descriptor(
      owning: try SystemCall("epoll_create1").perform { portside_epoll_create() })
    let waker = try Waker()
    try SystemCall("epoll_ctl").perform {
      portside_epoll_add(
        epoll.number, waker.descriptor.number, Interest.reading.events, Self.wakeToken)
    }
    descriptor = epoll
    self.waker = waker
  }

  /// Watches a descriptor until it is removed or closed.
  ///
  /// The token comes back with each event; `UInt64.max` is refused with EINVAL. A plain file cannot
  /// be watched: EPERM.
  ///
  /// The corresponding C function is `epoll_ctl`.
  public func add(_ number: Int32, for interest: Interest, token: UInt64) throws(SocketError) {
    guard token != Self.wakeToken else {
      throw SocketError("epoll_ctl", number: .invalidArgument)
    }
    try SystemCall("epoll_ctl").perform {
      portside_epoll_add(descriptor.number, number, interest.events, token)
    }
  }

  /// Watches a socket until it is removed or closed.
  ///
  /// The corresponding C function is `epoll_ctl`.
  public func add(
    _ socket: borrowing Socket, for interest: Interest, token: UInt64
  ) throws(SocketError) {
    try add(socket.number, for: interest, token: token)
  }

  /// Changes what a watched descriptor is watched for.
  ///
  /// The corresponding C function is `epoll_ctl`.
  public func change(_ number: Int32, to interest: Interest, token: UInt64) throws(SocketError) {
    guard token != Self.wakeToken else {
      throw SocketError("epoll_ctl", number: .invalidArgument)
    }
    try SystemCall("epoll_ctl").perform {
      portside_epoll_modify(descriptor.number, number, interest.events, token)
    }
  }

  /// Stops watching a descriptor.
  ///
  /// The corresponding C function is `epoll_ctl`.
  public func remove(_ number: Int32) throws(SocketError) {
    try SystemCall("epoll_ctl").perform { portside_epoll_remove(descriptor.number, number) }
  }

  /// Sleeps until something is ready, it is woken, or the time is over; without end where the
  /// timeout is nil.
  ///
  /// The corresponding C function is `epoll_wait`.
  public func wait(timeout: Duration? = nil) throws(SocketError) -> Events {
    let clock = ContinuousClock()
    let deadline = timeout.map { clock.now + $0 }
    var found = [portside_ready](
      repeating: portside_ready(), count: Int(PORTSIDE_EPOLL_BATCH))
    while true {
      let left = deadline.map { ($0 - clock.now).pollMilliseconds } ?? -1
      do throws(SocketError) {
        let count = try SystemCall("epoll_wait", repeatsInterrupted: false).perform {
          portside_epoll_wait(descriptor.number, &found, left)
        }
        if let deadline, count == 0, clock.now < deadline { continue }
        return events(found.prefix(Int(count)))
      } catch {
        // After a signal, the time that is left is worked out anew.
        guard error.number == .interrupted else { throw error }
      }
    }
  }

  private func events(_ found: ArraySlice<portside_ready>) -> Events {
    let wasWoken = found.contains { $0.token == Self.wakeToken }
    if wasWoken { waker.drain() }
    let ready = found.filter { $0.token != Self.wakeToken }.map { item in
      func has(_ bits: UInt32) -> Bool { item.events & bits != 0 }
      let over = UInt32(PORTSIDE_EPOLL_ERROR | PORTSIDE_EPOLL_HANG_UP)
      return Ready(
        token: item.token, isReadable: has(UInt32(PORTSIDE_EPOLL_IN)),
        isWritable: has(UInt32(PORTSIDE_EPOLL_OUT)),
        isHungUp: has(over | UInt32(PORTSIDE_EPOLL_READ_HANG_UP)))
    }
    return Events(ready: ready, wasWoken: wasWoken)
  }
}

import CLinux
import Glibc
public import PortKnowledge
import SystemPackage

/// A great many connections to one listener, both ends held by this process.
///
/// Its calls are not recorded one by one: it exists to make many. It belongs to one thread. Letting
/// go of it resets every connection, so that no TIME-WAIT stays behind.
public final class ConnectionCrowd {
  /// How far it has come.
  public struct Progress: Hashable, Sendable {
    /// Clients whose handshake is over.
    public var connected = 0
    /// Connections taken from the accept queue.
    public var accepted = 0

    /// Nothing yet.
    public init() {}
  }

  /// How many handshakes are under way at once: far below the accept queue, so none is dropped.
  private static let window = 128
  /// Reports a descriptor once only: epoll(7), EPOLLONESHOT.
  private static let oneShot: UInt32 = 1 << 30

  /// Wakes one of the processes that wait for the same listener, not all: EPOLLEXCLUSIVE.
  private static let exclusive: UInt32 = 1 << 28

  private let listener: Int32
  private let server: SocketAddress
  private let epoll: Descriptor
  private var clients: [Int32] = []
  private var accepted: [Int32] = []
  /// How far it has come.
  public private(set) var progress = Progress()

  /// A crowd at a listener, which stays the caller's and must stay open as long.
  ///
  /// `number` is the listener's descriptor; it is non-blocking.
  public init(listener number: Int32, at server: Endpoint) throws(SocketError) {
    listener = number
    self.server = SocketAddress(server, family: AddressFamily(of: server.address))
    epoll = Descriptor(
      owning: try SystemCall("epoll_create1").perform { portside_epoll_create() })
    try SystemCall("epoll_ctl").perform {
      portside_epoll_add(
        epoll.number, number, UInt32(PORTSIDE_EPOLL_IN) | Self.exclusive, UInt64.max)
    }
  }

  deinit {
    // Resetting one end ends both.
    var reset = linger(l_onoff: 1, l_linger: 0)
    for number in clients {
      setsockopt(number, SOL_SOCKET, SO_LINGER, &reset, socklen_t(MemoryLayout<linger>.size))
      close(number)
    }
    for number in accepted { close(number) }
  }

  /// Connects clients and accepts connections until it has so many of each.
  ///
  /// Other processes may accept from the same listener, so the connections accepted here need not be
  /// those of the clients made here.
  ///
  /// - Parameters:
  ///   - target: How many clients there are to be.
  ///   - acceptTarget: How many connections are to be accepted here.
  ///   - source: The address of the client of a number.
  ///   - patience: How long nothing may happen before it fails with ETIMEDOUT.
  ///   - goesOn: Asked every few milliseconds; false ends it where it is.
  /// - Throws: ``SocketError`` for a call that failed or an end that did not come, and what `goesOn`
  ///   throws.
  public func grow(
    to target: Int, accepting acceptTarget: Int, from source: (Int) -> IPAddress,
    patience: Duration = .seconds(10), while goesOn: (Progress) throws -> Bool
  ) throws {
    let clock = ContinuousClock()
    var lastProgress = clock.now
    clients.reserveCapacity(target)
    accepted.reserveCapacity(acceptTarget)
    var found = [portside_ready](repeating: portside_ready(), count: Int(PORTSIDE_EPOLL_BATCH))
    while progress.connected < target || progress.accepted < acceptTarget {
      let before = progress
      while clients.count < target, clients.count - progress.connected < Self.window {
        try begin(from: source(clients.count))
      }
      try accept(upTo: acceptTarget)
      let count = try SystemCall("epoll_wait", repeatsInterrupted: false).attempt {
        portside_epoll_wait(epoll.number, &found, 20)
      }
      for item in found.prefix(Int(count ?? 0)) where item.token != UInt64.max {
        try finish(Int32(truncatingIfNeeded: item.token))
      }
      guard try goesOn(progress) else { return }
      if progress != before { lastProgress = clock.now }
      if clock.now - lastProgress > patience {
        throw SocketError("connect", endpoint: server.endpoint, number: .timedOut)
      }
    }
  }

  private func begin(from source: IPAddress) throws(SocketError) {
    let family = AddressFamily(of: source)
    let flags = Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue | SOCK_STREAM.rawValue)
    let number = try SystemCall("socket").perform { socket(family.number, flags, 0) }
    clients.append(number)
    // The port is chosen by connect, so that each source has all of them for this destination.
    var on: Int32 = 1
    try SystemCall("setsockopt").perform {
      setsockopt(
        number, Int32(IPPROTO_IP), Int32(IP_BIND_ADDRESS_NO_PORT), &on,
        socklen_t(MemoryLayout<Int32>.size))
    }
    let own = SocketAddress(Endpoint(source, 0), family: family)
    try SystemCall("bind", endpoint: Endpoint(source, 0)).perform {
      own.withAddress { bind(number, $0, $1) }
    }
    let result = try SystemCall("connect", endpoint: server.endpoint).attempt {
      server.withAddress { connect(number, $0, $1) }
    }
    guard result == nil else {
      progress.connected += 1
      return
    }
    try SystemCall("epoll_ctl").perform {
      portside_epoll_add(
        epoll.number, number, UInt32(PORTSIDE_EPOLL_OUT) | Self.oneShot, UInt64(number))
    }
  }

  private func finish(_ number: Int32) throws(SocketError) {
    var error: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    try SystemCall("getsockopt").perform {
      getsockopt(number, SOL_SOCKET, SO_ERROR, &error, &length)
    }
    guard error == 0 else {
      throw SocketError("connect", endpoint: server.endpoint, number: Errno(rawValue: error))
    }
    progress.connected += 1
  }

  private func accept(upTo limit: Int) throws(SocketError) {
    while accepted.count < limit {
      let number = try SystemCall("accept4").attempt { portside_accept4(listener, nil, nil) }
      guard let number else { return }
      accepted.append(number)
      progress.accepted = accepted.count
    }
    // A listener with nothing to be taken here any more would wake this process for nothing.
    if limit == accepted.count, isListening {
      isListening = false
      try SystemCall("epoll_ctl").perform { portside_epoll_remove(epoll.number, listener) }
    }
  }

  private var isListening = true
}

import CLinux
import Glibc
import PortKnowledge
import SystemPackage

@testable import Sockets

/// Sockets in every state that loopback can be brought to, held open, with what each is known to be.
final class SocketMix {
  /// What is known of a row from making its socket.
  struct Known: Hashable {
    var transport: TransportProtocol
    var state: TCPState
    var local: Endpoint
    var remote: Endpoint
    var inode: UInt64
    /// The descriptors that hold it.
    var descriptors: Set<Int32>
  }

  /// What must be in the table, once each.
  private(set) var known: Set<Known> = []
  private var open: [Int32] = []
  /// The address of this mix, which nobody else uses.
  let address: IPAddress
  /// What it has on ::1, where others are too.
  private var ports6: [TransportProtocol: Set<PortNumber>] = [:]

  /// An empty mix at an address of 127.83.0.0/16.
  init(host: UInt16) {
    address = .v4(0x7F53_0000 | UInt32(host))
  }

  deinit {
    for number in open { close(number) }
  }

  /// Whether a row is one of this mix.
  func contains(_ row: SocketRow) -> Bool {
    contains(row.transport, row.local, row.remote)
  }

  /// Whether a socket with these ends is one of this mix.
  func contains(_ transport: TransportProtocol, _ local: Endpoint, _ remote: Endpoint) -> Bool {
    if local.address.unmapped == address { return true }
    return [local, remote].contains {
      $0.address == .loopback6 && ports6[transport, default: []].contains($0.port)
    }
  }

  // MARK: One socket

  /// A socket of a family, bound where that is asked for.
  func make(
    _ transport: TransportProtocol, at end: Endpoint?, isIPv6: Bool? = nil, sharesPort: Bool = false
  ) throws -> Int32 {
    let family: AddressFamily = isIPv6 ?? end?.address.isIPv6 ?? false ? .ipv6 : .ipv4
    let type = transport == .tcp ? SOCK_STREAM.rawValue : SOCK_DGRAM.rawValue
    let flags = SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
    let number = try SystemCall("socket").perform {
      socket(family.number, Int32(type | flags), 0)
    }
    open.append(number)
    if family == .ipv6 { set(number, Int32(IPPROTO_IPV6), Int32(IPV6_V6ONLY), 0) }
    if sharesPort { set(number, SOL_SOCKET, SO_REUSEPORT, 1) }
    if let end {
      if transport == .tcp {
        set(number, SOL_SOCKET, SO_REUSEADDR, 1)
      }
      try SystemCall("bind", endpoint: end).perform {
        SocketAddress(end, family: family).withAddress { bind(number, $0, $1) }
      }
    }
    return number
  }

  /// Sets an option of one number.
  func set(_ number: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
    var value = value
    setsockopt(number, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
  }

  /// A listener on this mix's address or another one, with a port that the kernel chose.
  func listener(
    on address: IPAddress? = nil, isIPv6: Bool? = nil, backlog: Int32 = 512,
    prepare: (Int32) -> Void = { _ in }
  ) throws -> (number: Int32, end: Endpoint) {
    let number = try make(.tcp, at: Endpoint(address ?? self.address, 0), isIPv6: isIPv6)
    prepare(number)
    try SystemCall("listen").perform { Glibc.listen(number, backlog) }
    let end = try local(number)
    if end.address == .loopback6 {
      // The kernel may choose a port towards which others' connections are still in TIME-WAIT.
      guard try KernelTable.read(ports: [end.port]).rows.count == 1 else {
        drop(number)
        return try listener(on: address, isIPv6: isIPv6, backlog: backlog, prepare: prepare)
      }
      ports6[.tcp, default: []].insert(end.port)
    }
    know(number, .listen, remote: end.address.isIPv6 ? Endpoint(.any6, 0) : Endpoint(.any, 0))
    return (number, end)
  }

  /// Starts a client from this mix's address, or from ::1 to a listener there.
  func client(to end: Endpoint) throws -> Int32 {
    let isIPv6 = end.address.unmapped.isIPv6
    let own = Endpoint(isIPv6 ? .loopback6 : address, 0)
    let number = try make(.tcp, at: nil, isIPv6: isIPv6)
    set(number, Int32(IPPROTO_IP), Int32(IP_BIND_ADDRESS_NO_PORT), 1)
    let family: AddressFamily = isIPv6 ? .ipv6 : .ipv4
    try SystemCall("bind").perform {
      SocketAddress(own, family: family).withAddress { bind(number, $0, $1) }
    }
    let there = SocketAddress(Endpoint(end.address.unmapped, end.port), family: family)
    _ = try SystemCall("connect", endpoint: end).attempt {
      there.withAddress { connect(number, $0, $1) }
    }
    return number
  }

  /// Accepts a connection.
  func accept(_ listener: Int32) throws -> Int32 {
    try wait(listener, POLLIN)
    let number = try SystemCall("accept4").perform { portside_accept4(listener, nil, nil) }
    open.append(number)
    return number
  }

  /// A connection whose ends are both held.
  func pair(_ listener: (number: Int32, end: Endpoint)) throws -> (client: Int32, server: Int32) {
    let client = try client(to: listener.end)
    return (client, try accept(listener.number))
  }

  // MARK: What is known

  /// Notes a socket's row.
  func know(
    _ number: Int32, _ state: TCPState, _ transport: TransportProtocol = .tcp, remote: Endpoint,
    alsoAt others: [Int32] = []
  ) {
    var status = stat()
    guard fstat(number, &status) == 0, let end = try? local(number) else { return }
    if transport == .udp, end.address == .loopback6 {
      ports6[.udp, default: []].insert(end.port)
    }
    known.insert(
      Known(
        transport: transport, state: state, local: end, remote: remote,
        inode: UInt64(status.st_ino),
        descriptors: Set(others + [number])))
  }

  /// Notes a client and the state its end is in.
  func knowClient(_ number: Int32, _ state: TCPState, of end: Endpoint) {
    know(number, state, remote: Endpoint(end.address.unmapped, end.port))
  }

  /// Notes the accepted end of a client.
  func knowServer(_ number: Int32, _ state: TCPState, of client: Int32) throws {
    let isIPv6 = try local(number).address.isIPv6
    let far = try local(client)
    know(number, state, remote: isIPv6 ? Endpoint(far.address.mapped, far.port) : far)
  }

  /// Notes a row that no descriptor holds.
  func knowUnheld(_ state: TCPState, from local: Endpoint, to remote: Endpoint) {
    known.insert(
      Known(
        transport: .tcp, state: state, local: local, remote: remote, inode: 0, descriptors: []))
  }

  /// Takes another descriptor for a socket.
  func duplicate(_ number: Int32) throws -> Int32 {
    let copy = try SystemCall("fcntl").perform { fcntl(number, F_DUPFD_CLOEXEC, 0) }
    open.append(copy)
    return copy
  }

  /// Closes a socket at once.
  func drop(_ number: Int32) {
    open.removeAll { $0 == number }
    close(number)
  }

  /// The endpoint of a socket on this side.
  func local(_ number: Int32) throws -> Endpoint {
    var address = SocketAddress()
    try SystemCall("getsockname").perform {
      address.withMutableAddress { getsockname(number, $0, $1) }
    }
    guard let end = address.endpoint else {
      throw SocketError("getsockname", number: .invalidArgument)
    }
    return end
  }

  /// Waits until a descriptor is ready.
  func wait(_ number: Int32, _ events: Int32) throws {
    var subject = pollfd(fd: number, events: Int16(events), revents: 0)
    let count = try SystemCall("poll").perform { poll(&subject, 1, 10_000) }
    guard count == 1 else { throw SocketError("poll", number: .timedOut) }
  }

  /// Sends so many bytes.
  func write(_ count: Int, to number: Int32) throws {
    let bytes = [UInt8](repeating: 0x2E, count: count)
    try SystemCall("send").perform { send(number, bytes, count, Int32(MSG_NOSIGNAL)) }
  }

  /// Sends until neither end has room.
  func fill(_ number: Int32) throws {
    let bytes = [UInt8](repeating: 0x2E, count: 65_536)
    while try SystemCall("send").attempt(body: {
      send(number, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }) != nil {}
  }
}

import Glibc
import PortKnowledge

/// An endpoint in the form in which system calls take and give it: `sockaddr_in` or `sockaddr_in6`.
struct SocketAddress {
  private var storage = sockaddr_storage()
  private(set) var length: socklen_t

  /// Room for an address that a call will fill in.
  init() {
    length = socklen_t(MemoryLayout<sockaddr_storage>.size)
  }

  /// An endpoint for a socket of a family.
  ///
  /// On an IPv6 socket an IPv4 address is written as `::ffff:a.b.c.d`, as ipv6(7) asks.
  init(_ endpoint: Endpoint, family: AddressFamily) {
    self.init()
    switch (endpoint.address, family) {
    case (.v4(let bits), .ipv4):
      length = socklen_t(MemoryLayout<sockaddr_in>.size)
      put(
        sockaddr_in(
          sin_family: sa_family_t(AF_INET), sin_port: endpoint.port.rawValue.bigEndian,
          sin_addr: in_addr(s_addr: bits.bigEndian), sin_zero: (0, 0, 0, 0, 0, 0, 0, 0)))
    case (.v4(let bits), .ipv6):
      put(endpoint.port, high: 0, low: 0xFFFF_0000_0000 | UInt64(bits))
    case (.v6(let high, let low), _):
      put(endpoint.port, high: high, low: low)
    }
  }

  private mutating func put(_ port: PortNumber, high: UInt64, low: UInt64) {
    length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    var address = in6_addr()
    withUnsafeMutableBytes(of: &address) { bytes in
      bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
      bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
    }
    put(
      sockaddr_in6(
        sin6_family: sa_family_t(AF_INET6), sin6_port: port.rawValue.bigEndian, sin6_flowinfo: 0,
        sin6_addr: address, sin6_scope_id: 0))
  }

  private mutating func put<Value>(_ value: Value) {
    withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: Value.self, capacity: 1) { $0.pointee = value }
    }
  }

  private func get<Value>(_ type: Value.Type) -> Value {
    withUnsafePointer(to: storage) { pointer in
      pointer.withMemoryRebound(to: type, capacity: 1) { $0.pointee }
    }
  }

  /// The endpoint; nil where the family is neither IPv4 nor IPv6 or the kernel gave too little.
  var endpoint: Endpoint? {
    switch Int32(storage.ss_family) {
    case AF_INET where length >= socklen_t(MemoryLayout<sockaddr_in>.size):
      let value = get(sockaddr_in.self)
      return Endpoint(
        .v4(UInt32(bigEndian: value.sin_addr.s_addr)),
        PortNumber(UInt16(bigEndian: value.sin_port)))
    case AF_INET6 where length >= socklen_t(MemoryLayout<sockaddr_in6>.size):
      let value = get(sockaddr_in6.self)
      let (high, low) = withUnsafeBytes(of: value.sin6_addr) {
        ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      }
      return Endpoint(
        .v6(UInt64(bigEndian: high), UInt64(bigEndian: low)),
        PortNumber(UInt16(bigEndian: value.sin6_port)))
    default:
      return nil
    }
  }

  /// Hands the address to a call that reads it.
  func withAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    withUnsafePointer(to: storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }

  /// Hands the room to a call that fills it in.
  mutating func withMutableAddress<Result>(
    _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
  ) -> Result {
    var room = socklen_t(MemoryLayout<sockaddr_storage>.size)
    defer { length = room }
    return withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &room) }
    }
  }
}

import Glibc

/// A socket as the C library gives it: the claims of the lessons are about these very calls.
final class RawSocket {
  /// What a call returned, with errno where it failed.
  struct Failure: Error, Equatable {
    let call: String
    let code: Int32
  }

  let number: Int32

  init(_ family: Int32 = AF_INET, _ type: __socket_type = SOCK_STREAM) throws {
    number = socket(family, Int32(type.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    try Self.check("socket", number)
  }

  init(owning number: Int32) {
    self.number = number
  }

  deinit { close(number) }

  @discardableResult
  static func check(_ call: String, _ result: Int32) throws -> Int32 {
    guard result >= 0 else { throw Failure(call: call, code: errno) }
    return result
  }

  /// The errno of a piece of work; nil where it succeeded.
  static func code(of work: () throws -> Void) -> Int32? {
    do {
      try work()
      return nil
    } catch let failure as Failure {
      return failure.code
    } catch {
      return -1
    }
  }

  func set(_ level: Int32, _ option: Int32, _ value: Int32) throws {
    var value = value
    try Self.check(
      "setsockopt", setsockopt(number, level, option, &value, socklen_t(MemoryLayout<Int32>.size)))
  }

  // MARK: IPv4 on loopback

  private static func address(_ port: UInt16, _ host: UInt32) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = host.bigEndian
    return address
  }

  private func with<Value>(
    _ port: UInt16, _ host: UInt32, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
  ) -> Value {
    var address = Self.address(port, host)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  func bind(_ port: UInt16 = 0, host: UInt32 = 0x7F00_0001) throws {
    try Self.check("bind", with(port, host) { Glibc.bind(number, $0, $1) })
  }

  /// Connects; a connection on loopback is there at once, or refused at once.
  func connect(_ port: UInt16, host: UInt32 = 0x7F00_0001) throws {
    try Self.check("connect", with(port, host) { Glibc.connect(number, $0, $1) })
  }

  func send(_ bytes: Int, to port: UInt16) throws {
    let data = [UInt8](repeating: 1, count: bytes)
    let count = with(port, 0x7F00_0001) { sendto(number, data, bytes, 0, $0, $1) }
    try Self.check("sendto", Int32(count))
  }

  func listen(_ backlog: Int32 = 16) throws {
    try Self.check("listen", Glibc.listen(number, backlog))
  }

  func accept() throws -> RawSocket {
    RawSocket(owning: try Self.check("accept", Glibc.accept(number, nil, nil)))
  }

  var port: UInt16 {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = getsockname(number, $0, &length)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  // MARK: Unix sockets

  /// Binds or connects to a path; a zero byte at its start makes an abstract name.
  private func unix(
    _ path: [UInt8], _ call: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32, _ name: String
  ) throws {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { room in
      for (index, byte) in path.prefix(room.count).enumerated() { room[index] = byte }
    }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { call(number, $0, length) }
    }
    try Self.check(name, result)
  }

  func bind(path: String) throws { try unix(Array(path.utf8) + [0], Glibc.bind, "bind") }
  func connect(path: String) throws { try unix(Array(path.utf8) + [0], Glibc.connect, "connect") }
  func bind(abstract name: String) throws { try unix([0] + Array(name.utf8), Glibc.bind, "bind") }
}

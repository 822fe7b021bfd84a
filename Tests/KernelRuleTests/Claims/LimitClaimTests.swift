import Foundation
import Glibc
import TestSupport
import Testing

@Suite("What the lessons say of limits")
struct LimitClaimTests {
  @Test("a receiver whose buffer is full loses datagrams, and every sendto() succeeds")
  func lostDatagrams() throws {
    let receiver = try RawSocket(AF_INET, SOCK_DGRAM)
    try receiver.set(SOL_SOCKET, SO_RCVBUF, 8192)
    try receiver.bind()
    let sender = try RawSocket(AF_INET, SOCK_DGRAM)
    for _ in 0..<200 { try sender.send(1000, to: receiver.port) }
    var arrived = 0
    var room = [UInt8](repeating: 0, count: 2000)
    while recv(receiver.number, &room, room.count, Int32(MSG_DONTWAIT)) > 0 {
      arrived += 1
    }
    #expect(arrived > 0 && arrived < 200, "\(arrived)")
  }

  @Test("where no port is left, sendto() on a UDP socket is EAGAIN")
  func noPortForDatagrams() throws {
    let target = try RawSocket(AF_INET, SOCK_DGRAM)
    try target.bind()
    // IP_LOCAL_PORT_RANGE, Linux 6.3: the high half is the last port, the low half the first.
    let holder = try RawSocket(AF_INET, SOCK_DGRAM)
    try holder.bind()
    let only = Int32(bitPattern: UInt32(holder.port) << 16 | UInt32(holder.port))
    let client = try RawSocket(AF_INET, SOCK_DGRAM)
    if RawSocket.code(of: { try client.set(Int32(IPPROTO_IP), 51, only) }) == ENOPROTOOPT {
      try Test.cancel("this kernel has no IP_LOCAL_PORT_RANGE")
    }
    // An unbound socket takes its port at every address, so the holder is in its way.
    #expect(RawSocket.code { try client.send(1, to: target.port) } == EAGAIN)
  }

  @Test("at the limit of descriptors accept() is EMFILE, and the connection stays in the queue")
  func descriptors() throws {
    let listener = try RawSocket()
    try listener.bind()
    try listener.listen()
    let client = try RawSocket()
    try client.connect(listener.port)
    var before = rlimit()
    #expect(getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &before) == 0)
    var none = before
    none.rlim_cur = 0
    // No number is free below 0; what is open stays open.
    #expect(setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &none) == 0)
    let code = RawSocket.code { _ = try listener.accept() }
    #expect(setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &before) == 0)
    #expect(code == EMFILE)
    _ = try listener.accept()
  }

  @Test("the border opens all ports from itself on to every user")
  func border() async throws {
    let text = try String(
      contentsOfFile: "/proc/sys/net/ipv4/ip_unprivileged_port_start", encoding: .utf8)
    let border = UInt16(text.filter(\.isNumber)) ?? 0
    try await onOwnThread {
      if geteuid() == 0 { try UserOfThread.loseEverything() }
      let codes = try (0..<UInt16(20)).map { offset -> Int32? in
        let socket = try RawSocket()
        return RawSocket.code { try socket.bind(max(border, 1) + offset) }
      }
      #expect(!codes.contains(EACCES) && codes.contains(nil), "\(codes)")
    }
  }

  @Test("another user of the machine can connect to a listener on loopback")
  func otherUser() async throws {
    let listener = try RawSocket()
    try listener.bind()
    try listener.listen()
    let port = listener.port
    try await onOwnThread {
      if geteuid() == 0 { try UserOfThread.loseEverything() }
      try RawSocket().connect(port)
    }
  }

  @Test("a broadcast address of loopback has no route for TCP: ENETUNREACH")
  func noRoute() throws {
    let client = try RawSocket()
    #expect(RawSocket.code { try client.connect(9, host: 0x7FFF_FFFF) } == ENETUNREACH)
  }
}

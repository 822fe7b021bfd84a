import PortKnowledge
import Testing

@Suite("What getsockname() tells")
struct SocketNameTests {
  @Test("is all zero before a port is there")
  func fresh() {
    #expect(SocketName().outcome == .endpoint(.any, .none))
    #expect(SocketName(isIPv6: true).outcome == .endpoint(.any6, .none))
  }

  @Test("is the bound endpoint, with a port that the kernel chose for 0")
  func bound() {
    var name = SocketName()
    name.bind(Endpoint(.loopback, 8080))
    #expect(name.outcome == .endpoint(.loopback, .known(8080)))
    name = SocketName()
    name.bind(Endpoint(.any, 0))
    #expect(name.outcome == .endpoint(.any, .chosen))
    name.listen()
    #expect(name.outcome == .endpoint(.any, .chosen))
    name = SocketName()
    name.bind(Endpoint(.loopback, 0), leavesPort: true)
    #expect(name.outcome == .endpoint(.loopback, .none))
    name.connect(from: .loopback)
    #expect(name.outcome == .endpoint(.loopback, .chosen))
  }

  @Test("gets a port from listen() and sendto(), and an address from connect() alone")
  func automatic() {
    var name = SocketName()
    name.listen()
    #expect(name.outcome == .endpoint(.any, .chosen))
    name = SocketName()
    name.send()
    #expect(name.outcome == .endpoint(.any, .chosen))
    name.connect(from: .loopback)
    #expect(name.outcome == .endpoint(.loopback, .chosen))
    name = SocketName()
    name.bind(Endpoint(.octets(127, 0, 0, 2), 8080))
    name.connect(from: .loopback)
    #expect(name.outcome == .endpoint(.octets(127, 0, 0, 2), .known(8080)))
  }

  @Test("of an accepted connection is the listener's port at the called address")
  func accepted() {
    var name = SocketName()
    name.bind(Endpoint(.any, 8080))
    name.listen()
    let called = IPAddress.octets(192, 0, 2, 10)
    #expect(name.accepted(at: called).outcome == .endpoint(called, .known(8080)))
    var mapped = SocketName(isIPv6: true)
    mapped.bind(Endpoint(.v6(0, 0xFFFF_0000_0000), 0))
    let seen = IPAddress.v6(0, 0xFFFF_C000_020A)
    #expect(mapped.accepted(at: seen).outcome == .endpoint(seen, .chosen))
  }
}

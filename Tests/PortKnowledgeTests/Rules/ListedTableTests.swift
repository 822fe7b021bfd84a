import PortKnowledge
import Testing

@Suite("What a table of sockets says")
struct ListedTableTests {
  private static let machine = IPAddress.octets(192, 0, 2, 4)
  private static let one = IPAddress.octets(203, 0, 113, 5)
  private static let two = IPAddress.octets(203, 0, 113, 6)

  private let wide = ListedSocket(listener: Endpoint(.any, 443), waiting: 1, backlog: 4)
  private let exact = ListedSocket(listener: Endpoint(machine, 443), backlog: 0)
  private let dual = ListedSocket(listener: Endpoint(.any6, 80))

  private func connection(
    _ port: PortNumber, _ remote: Endpoint, _ state: TCPState = .established
  ) -> ListedSocket {
    ListedSocket(state, local: Endpoint(Self.machine, port), remote: remote)
  }

  @Test("a connection came from the listener on its port, the one on its very address first")
  func listeners() {
    let accepted = connection(443, Endpoint(Self.one, 51_000))
    #expect(ListedTable([wide, accepted]).listener(of: accepted) == wide)
    #expect(ListedTable([wide, exact, accepted]).listener(of: accepted) == exact)
    #expect(ListedTable([wide, accepted]).opener(of: accepted) == .peer)
    let own = connection(41_000, Endpoint(Self.one, 443))
    #expect(ListedTable([wide, own]).opener(of: own) == .thisMachine)
    #expect(ListedTable([wide]).opener(of: wide) == nil)
    let inner = ListedSocket(listener: Endpoint(.loopback, 443))
    #expect(ListedTable([inner, accepted]).opener(of: accepted) == .thisMachine)
  }

  @Test("a mapped client of a dual-stack listener is the IPv4 client that it is")
  func mapped() {
    let mapped = ListedSocket(
      .established, local: Endpoint(.v6(0, 0xFFFF_C000_0204), 80),
      remote: Endpoint(.v6(0, 0xFFFF_CB00_7105), 51_000))
    let table = ListedTable([dual, mapped])
    #expect(table.listener(of: mapped) == dual)
    #expect(table.clientAddresses(of: dual) == [Self.one])
  }

  @Test("counts clients, those that are taken, and the room that is left")
  func counts() {
    let table = ListedTable([
      wide, connection(443, Endpoint(Self.one, 51_000)),
      connection(443, Endpoint(Self.one, 51_002)),
      connection(443, Endpoint(Self.two, 51_000)),
      connection(443, Endpoint(Self.two, 51_004), .timeWait),
      connection(41_000, Endpoint(Self.two, 443)),
    ])
    #expect(table.clientAddresses(of: wide) == [Self.one, Self.two])
    #expect(table.accepted(at: wide) == 2)
    #expect(table.room(at: wide) == 4)
    #expect(table.connectionCount == 5)
  }

  @Test("counts a connection inside the machine once, although it has two rows")
  func bothEnds() {
    let server = ListedSocket(
      .established, local: Endpoint(.loopback, 443), remote: Endpoint(.loopback, 41_000))
    let client = ListedSocket(
      .established, local: Endpoint(.loopback, 41_000), remote: Endpoint(.loopback, 443))
    #expect(ListedTable([server, client]).connectionCount == 1)
    #expect(ListedTable([client]).connectionCount == 1)
  }

  @Test(
    "reaches listeners by the address that is called",
    arguments: [
      (ListedSocket(listener: Endpoint(.any, 1)), [true, true, false], true),
      (ListedSocket(listener: Endpoint(.any6, 1)), [true, true, true], true),
      (ListedSocket(listener: Endpoint(.any6, 1), isIPv6Only: true), [false, false, true], true),
      (ListedSocket(listener: Endpoint(.loopback, 1)), [true, false, false], false),
      (ListedSocket(listener: Endpoint(machine, 1)), [false, true, false], true),
      (ListedSocket(listener: Endpoint(.loopback6, 1)), [false, false, true], false),
      (ListedSocket(listener: Endpoint(.octets(127, 0, 0, 53), 1)), [false, false, false], false),
    ])
  func reach(listener: ListedSocket, includes: [Bool], isOpen: Bool) {
    let reach = ListenerReach(listener)
    #expect([.loopback, Self.machine, .loopback6].map(reach.includes) == includes)
    #expect(reach.isOpenToOthers == isOpen)
  }

  @Test("counts connections in the queues of a listener and bytes in all others")
  func queues() {
    #expect(QueueMeaning.receiveQueue(of: .listen) == .waitingConnections)
    #expect(QueueMeaning.sendQueue(of: .listen) == .backlog)
    for state in [TCPState.established, .closeWait, .finWait1] {
      #expect(QueueMeaning.receiveQueue(of: state) == .unreadBytes)
      #expect(QueueMeaning.sendQueue(of: state) == .unacknowledgedBytes)
    }
  }
}

import PortKnowledge
import Testing

@Suite("The rules of bind() and listen()")
struct PortSharingTests {
  private static let addresses: [LocalAddress] = [
    LocalAddress(.loopback), LocalAddress(.octets(127, 0, 0, 2)), LocalAddress(.any),
    LocalAddress(.loopback6), LocalAddress(.any6), .any6Only,
    LocalAddress(.v6(0, 0xFFFF_7F00_0001)), LocalAddress(.v6(0, 0xFFFF_0000_0000)),
  ]

  /// As measured: rows are first sockets, columns second ones, both without options.
  private static let measuredOverlaps = [
    "X.X.X.XX", ".XX.X..X", "XXX.X.XX", "...XXX..", "XXXXXXXX", "...XXX..", "X.X.X.XX", "XXX.X.XX",
  ]

  @Test(
    "find the measured overlaps of all 64 pairs of addresses", arguments: TransportProtocol.allCases
  )
  func overlaps(transport: TransportProtocol) {
    for (row, old) in Self.addresses.enumerated() {
      for (column, new) in Self.addresses.enumerated() {
        let isBusy = Array(Self.measuredOverlaps[row])[column] == "X"
        let sharing = PortSharing(
          old: BoundSocket(transport, old, 8080), new: BoundSocket(transport, new, 8080))
        #expect(sharing.isAllowed == !isBusy, "\(old), then \(new)")
        #expect(AddressOverlap(old, new).isOverlap == isBusy, "\(old), then \(new)")
      }
    }
  }

  @Test("say in words how two addresses stand to each other")
  func overlapKinds() {
    let local = LocalAddress(.loopback)
    let mapped = LocalAddress(.v6(0, 0xFFFF_7F00_0001))
    #expect(AddressOverlap(local, mapped) == .same)
    #expect(AddressOverlap(LocalAddress(.any), local) == .firstCoversSecond)
    #expect(AddressOverlap(local, LocalAddress(.any6)) == .secondCoversFirst)
    #expect(AddressOverlap(LocalAddress(.any), LocalAddress(.any6)) == .bothWildcards)
    #expect(AddressOverlap(LocalAddress(.any), .any6Only) == .ipv6Only)
    #expect(AddressOverlap(local, .any6Only) == .ipv6Only)
    #expect(AddressOverlap(local, LocalAddress(.loopback6)) == .otherFamily)
    #expect(AddressOverlap(local, LocalAddress(.octets(127, 0, 0, 2))) == .otherAddress)
  }

  private struct States {
    var transport: TransportProtocol
    var states: [TCPState]
    /// Rows are the options of the first socket, columns those of the second: none, A, P, A+P.
    var busy: [String]
  }

  private static let measuredOptions = [
    States(transport: .tcp, states: [.closed], busy: ["XXXX", "X.X.", "XX..", "X..."]),
    States(transport: .tcp, states: [.listen], busy: ["XXXX", "XXXX", "XX..", "XX.."]),
    States(
      transport: .tcp, states: [.established, .closeWait, .finWait2, .timeWait],
      busy: ["XXXX", "X.X.", "XX..", "X..."]),
    States(
      transport: .udp, states: [.closed, .established], busy: ["XXXX", "X.X.", "XX..", "X..."]),
  ]

  @Test("agree with every measured cell of options and states")
  func options() {
    for measured in Self.measuredOptions {
      for state in measured.states {
        for (row, old) in ReuseOptions.combinations.enumerated() {
          for (column, new) in ReuseOptions.combinations.enumerated() {
            let sharing = PortSharing(
              old: BoundSocket(
                measured.transport, LocalAddress(.any), 8080, reuse: old, state: state),
              new: BoundSocket(measured.transport, LocalAddress(.loopback), 8080, reuse: new))
            let isBusy = Array(measured.busy[row])[column] == "X"
            #expect(
              sharing.isAllowed == !isBusy,
              "\(measured.transport.name) \(state.ssName): \(old), then \(new)")
          }
        }
      }
    }
  }

  @Test("name what decides")
  func reasons() {
    func sharing(
      _ old: ReuseOptions, _ new: ReuseOptions, state: TCPState = .closed, user: UInt32 = 1000,
      isOrphan: Bool = false
    ) -> PortSharing {
      PortSharing(
        old: BoundSocket(
          .tcp, LocalAddress(.any), 8080, reuse: old, state: state, isOrphan: isOrphan),
        new: BoundSocket(.tcp, LocalAddress(.any), 8080, reuse: new, user: user))
    }
    #expect(sharing([], .both) == .noCommonOption)
    #expect(sharing(.address, .port) == .noCommonOption)
    #expect(sharing(.address, .both) == .bothReuseAddress)
    #expect(sharing(.address, .both, state: .listen) == .listener)
    #expect(sharing(.both, .both, state: .listen) == .bothReusePort)
    #expect(sharing(.both, .port, user: 1001) == .otherUser)
    #expect(sharing(.port, .port, state: .timeWait, user: 1001) == .bothReusePort)
    #expect(sharing(.port, .port, state: .finWait2, user: 1001) == .otherUser)
    #expect(sharing(.port, .port, state: .finWait2, user: 1001, isOrphan: true) == .bothReusePort)
    #expect(sharing(.port, .port, state: .closeWait, user: 1001, isOrphan: true) == .otherUser)
    #expect(sharing(.address, .address, user: 1001) == .bothReuseAddress)
    #expect(sharing(.both, .both, state: .listen, user: 1001) == .otherUser)
  }

  @Test("never mind another protocol or another port")
  func elsewhere() {
    let old = BoundSocket(.tcp, LocalAddress(.any), 8080, state: .listen)
    #expect(
      PortSharing(old: old, new: BoundSocket(.udp, LocalAddress(.any), 8080)) == .otherTransport)
    #expect(PortSharing(old: old, new: BoundSocket(.tcp, LocalAddress(.any), 8081)) == .otherPort)
  }
}

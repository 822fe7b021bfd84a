import PortKnowledge
import Testing

@Suite("Who can reach a listener")
struct ReachabilityTests {
  private let lan = IPAddress.octets(192, 0, 2, 10)
  private let lan6 = IPAddress.v6(0x2001_0DB8_0000_0000, 0x10)

  private func reach(_ bind: IPAddress, isIPv6Only: Bool = false) -> Reachability {
    Reachability(
      listener: ReceivingSocket(.tcp, local: Endpoint(bind, 8080), isIPv6Only: isIPv6Only),
      serverAddresses: [lan, lan6])
  }

  @Test("lets a loopback listener be reached only on its machine and by its very address")
  func loopback() {
    let server = reach(.loopback)
    #expect(server.outcome(to: .loopback, from: .sameMachine) == .connected)
    #expect(server.outcome(to: .octets(127, 0, 0, 2), from: .sameMachine) == .refusedByServer)
    #expect(server.outcome(to: .loopback6, from: .sameMachine) == .refusedByServer)
    #expect(server.outcome(to: lan, from: .sameMachine) == .refusedByServer)
    #expect(server.outcome(to: lan, from: .otherMachine(hasIPv6: false)) == .refusedByServer)
    #expect(
      server.outcome(to: .loopback, from: .otherMachine(hasIPv6: true)) == .refusedByOwnMachine)
  }

  @Test("lets 0.0.0.0 be reached by every IPv4 address, and by no IPv6 one")
  func wildcard() {
    let server = reach(.any)
    for address in [.loopback, .octets(127, 9, 9, 9), lan] {
      #expect(server.outcome(to: address, from: .sameMachine) == .connected, "\(address)")
    }
    #expect(server.outcome(to: lan, from: .otherMachine(hasIPv6: false)) == .connected)
    #expect(server.outcome(to: .loopback6, from: .sameMachine) == .refusedByServer)
    #expect(server.outcome(to: lan6, from: .otherMachine(hasIPv6: true)) == .refusedByServer)
  }

  @Test("lets :: be reached by both families, with IPV6_V6ONLY by IPv6 alone")
  func dualStack() {
    for address in [.loopback, .loopback6, lan, lan6] {
      #expect(reach(.any6).outcome(to: address, from: .sameMachine) == .connected)
      #expect(
        reach(.any6, isIPv6Only: true).outcome(to: address, from: .sameMachine)
          == (address.isIPv6 ? .connected : .refusedByServer), "\(address)")
    }
  }

  @Test("needs a route for the family of the address")
  func route() {
    let server = reach(.any6)
    #expect(server.outcome(to: lan6, from: .otherMachine(hasIPv6: false)) == .networkUnreachable)
    #expect(server.outcome(to: lan6, from: .otherMachine(hasIPv6: true)) == .connected)
    #expect(server.outcome(to: .loopback6, from: .otherMachine(hasIPv6: false)).errorName != nil)
  }

  @Test("takes a wildcard destination for the client's own loopback")
  func wildcardDestination() {
    #expect(reach(.loopback).outcome(to: .any, from: .sameMachine) == .connected)
    #expect(reach(lan).outcome(to: .any, from: .sameMachine) == .refusedByServer)
    #expect(reach(.loopback6).outcome(to: .any6, from: .sameMachine) == .connected)
    #expect(
      reach(.any).outcome(to: .any, from: .otherMachine(hasIPv6: true)) == .refusedByOwnMachine)
    #expect(Reachability.meant(by: .any) == .loopback)
    #expect(Reachability.meant(by: .any6) == .loopback6)
    #expect(Reachability.meant(by: .v6(0, 0xFFFF_7F00_0001)) == .loopback)
    #expect(Reachability.meant(by: lan) == lan)
  }

  @Test("names the errors")
  func errors() {
    #expect(
      ReachabilityOutcome.allCases.map(\.errorName) == [
        nil, "ECONNREFUSED", "ECONNREFUSED", "ENETUNREACH",
      ])
  }
}

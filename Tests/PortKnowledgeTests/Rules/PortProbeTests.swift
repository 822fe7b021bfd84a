import PortKnowledge
import Testing

@Suite("What a probe of a port says")
struct PortProbeTests {
  @Test("gives nmap's states for TCP and UDP")
  func states() {
    #expect(PortProbe.state(.syn, .synAck) == .open)
    #expect(PortProbe.state(.syn, .rst) == .closed)
    #expect(PortProbe.state(.syn, .silence) == .filtered)
    #expect(PortProbe.state(.syn, .icmp(.port)) == .filtered)
    #expect(PortProbe.state(.udp, .answer) == .open)
    #expect(PortProbe.state(.udp, .icmp(.port)) == .closed)
    #expect(PortProbe.state(.udp, .icmp(.adminProhibited)) == .filtered)
    #expect(PortProbe.state(.udp, .silence)?.rawValue == "open|filtered")
    #expect(PortProbe.state(.ack, .rst) == .unfiltered)
    #expect(PortProbe.state(.fin, .silence) == .openOrFiltered)
  }

  @Test("has a state for every reply that a method can get, and for no other")
  func completeness() {
    for method in PortProbe.Method.allCases {
      for reply in method.replies { #expect(PortProbe.state(method, reply) != nil) }
    }
    #expect(PortProbe.state(.syn, .answer) == nil)
    #expect(PortProbe.state(.udp, .rst) == nil)
    #expect(PortProbe.state(.fin, .synAck) == nil)
  }

  @Test("tells a program what Linux makes of each reply")
  func programs() {
    #expect(PortProbe.connectOutcome(.synAck) == .ok)
    #expect(PortProbe.connectOutcome(.rst) == .error("ECONNREFUSED"))
    #expect(PortProbe.connectOutcome(.silence) == .error("ETIMEDOUT"))
    let names = PortProbe.Unreachable.allCases.map(\.errorName)
    #expect(
      names == [
        "ENETUNREACH", "EHOSTUNREACH", "ENOPROTOOPT", "ECONNREFUSED", "ENETUNREACH",
        "EHOSTUNREACH", "EHOSTUNREACH",
      ])
  }

  @Test("keeps passing troubles from UDP sockets")
  func datagrams() {
    #expect(PortProbe.receiveOutcome(.icmp(.host), answer: "x") == nil)
    #expect(PortProbe.receiveOutcome(.icmp(.network), answer: "x") == nil)
    #expect(
      PortProbe.receiveOutcome(.icmp(.adminProhibited), answer: "x") == .error("EHOSTUNREACH"))
    #expect(PortProbe.receiveOutcome(.answer, answer: "x") == .text("x"))
    #expect(PortProbe.receiveOutcome(.silence, answer: "x") == nil)
  }
}

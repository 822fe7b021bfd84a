import PortKnowledge
import Testing

@Suite("The order of bind()'s errors")
struct BindErrorOrderTests {
  @Test("begins with the address for IPv4, and with the number for IPv6")
  func families() {
    #expect(
      BindErrorOrder.checks(isIPv6: false).map(\.errorName)
        == ["EADDRNOTAVAIL", "EACCES", "EINVAL", "EADDRINUSE"])
    #expect(
      BindErrorOrder.checks(isIPv6: true).map(\.errorName)
        == ["EACCES", "EINVAL", "EADDRNOTAVAIL", "EADDRINUSE"])
  }

  @Test("reports one fault of several, and OK for none")
  func outcomes() {
    #expect(BindErrorOrder.outcome(of: [], isIPv6: false) == .ok)
    #expect(
      BindErrorOrder.outcome(of: [.portTaken, .alreadyBound], isIPv6: false) == .error("EINVAL"))
    let all = Set(BindFault.allCases)
    #expect(BindErrorOrder.outcome(of: all, isIPv6: false) == .error("EADDRNOTAVAIL"))
    #expect(BindErrorOrder.outcome(of: all, isIPv6: true) == .error("EACCES"))
    #expect(BindErrorOrder.reported(of: [], isIPv6: true) == nil)
  }

  @Test("brings every fault to light once", arguments: [false, true])
  func inTurn(isIPv6: Bool) {
    var faults = Set(BindFault.allCases)
    for fault in BindErrorOrder.reportedInTurn(faults, isIPv6: isIPv6) {
      #expect(BindErrorOrder.reported(of: faults, isIPv6: isIPv6) == fault)
      faults.remove(fault)
    }
    #expect(faults.isEmpty)
  }
}

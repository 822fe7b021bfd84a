import PortKnowledge
import Testing

@Suite("Port ranges and a machine's settings of ports")
struct MachinePortsTests {
  @Test("are named as RFC 6335 names them, and cover all ports without gap")
  func ranges() {
    #expect(PortRange.allCases.map(\.name) == ["System Ports", "User Ports", "Dynamic Ports"])
    #expect(PortRange.system.synonyms == ["Well Known Ports"])
    #expect(PortRange.user.synonyms == ["Registered Ports"])
    #expect(PortRange.dynamic.synonyms == ["Private Ports", "Ephemeral Ports"])
    #expect(PortRange.allCases.filter(\.isAssignable) == [.system, .user])
    for number in UInt16.min...UInt16.max {
      let port = PortNumber(number)
      let holding = PortRange.allCases.filter { $0.bounds.contains(port) }
      #expect(holding == [PortRange(containing: port)])
    }
  }

  @Test("have Linux's defaults")
  func defaults() {
    let machine = MachinePorts.linuxDefaults
    let all = (UInt16.min...UInt16.max).map { PortNumber($0) }
    #expect(all.filter(machine.isPrivileged) == Array(all[1...1023]))
    #expect(all.filter(machine.isEphemeral) == Array(all[32768...60999]))
    #expect(machine.privileged == 1...1023)
  }

  @Test("follow what is handed in", arguments: [0, 1, 2, 80, 1024, 65535] as [UInt16])
  func unprivilegedStart(start: UInt16) {
    let machine = MachinePorts(ephemeral: 1024...2000, unprivilegedStart: PortNumber(start))
    let all = (UInt16.min...UInt16.max).map { PortNumber($0) }
    let privileged = all.filter(machine.isPrivileged)
    #expect(privileged.count == max(0, Int(start) - 1))
    #expect(
      machine.privileged.map { [$0.lowerBound, $0.upperBound] } ?? []
        == (privileged.isEmpty ? [] : [privileged[0], privileged[privileged.count - 1]]))
    #expect(all.filter(machine.isEphemeral).count == 977)
  }
}

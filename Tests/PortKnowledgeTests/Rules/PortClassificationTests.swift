import PortKnowledge
import Testing

@Suite("What a number is as a port")
struct PortClassificationTests {
  @Test("is right at every border of Linux's defaults and of IANA's ranges")
  func borders() {
    let expected: [(Int, PortRange?, Bool, Bool)] = [
      (-1, nil, false, false), (0, .system, false, false), (1, .system, true, false),
      (1023, .system, true, false), (1024, .user, false, false), (32767, .user, false, false),
      (32768, .user, false, true), (49151, .user, false, true), (49152, .dynamic, false, true),
      (60999, .dynamic, false, true), (61000, .dynamic, false, false),
      (65535, .dynamic, false, false), (65536, nil, false, false),
    ]
    for (number, range, isPrivileged, isEphemeral) in expected {
      let classified = PortClassification(number)
      #expect(classified.range == range, "\(number)")
      #expect((classified.port == nil) == (range == nil), "\(number)")
      #expect(classified.isPrivileged == isPrivileged, "\(number)")
      #expect(classified.isEphemeral == isEphemeral, "\(number)")
    }
  }

  @Test("has three facts of which none follows from another")
  func independence() {
    var met: Set<[String]> = []
    let machines = [
      MachinePorts.linuxDefaults, MachinePorts(ephemeral: 500...2000, unprivilegedStart: 80),
      MachinePorts(ephemeral: 500...2000, unprivilegedStart: 3000),
    ]
    for machine in machines {
      for number in 0...65535 {
        let port = PortClassification(number, on: machine)
        met.insert([
          port.range?.rawValue ?? "", String(port.isPrivileged), String(port.isEphemeral),
        ])
        #expect(port.isPrivileged == (number > 0 && number < machine.unprivilegedStart.rawValue))
      }
    }
    #expect(met.count == 2 * 2 * 3 - 2, "no start is above 49152: \(met)")
  }
}

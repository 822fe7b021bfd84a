import Demos
import PortKnowledge
import Testing

@Suite("Demultiplexing, asked of the kernel")
struct DeliveryKernelTests {
  /// How many packets are sent for each protocol.
  private static let decisions = KernelUnderTest.isSweeping ? 100_000 : 4000

  @Test(
    "goes as the rule says for random sockets and packets",
    .enabled(if: KernelUnderTest.hasIPv6, "this machine has no ::1"),
    arguments: TransportProtocol.allCases)
  func random(transport: TransportProtocol) {
    var rules: [DeliveryRule?: Int] = [:]
    var compared = 0
    var seed: UInt64 = transport == .tcp ? 6_000_000 : 7_000_000
    while compared < Self.decisions {
      let table = DeliveryTable(transport, seed: seed, packets: 12)
      let report = ExperimentRunner().run(table.experiment)
      guard report.obstacle == nil, report.disagreements.isEmpty else {
        Issue.record(
          """
          \(transport) seed \(seed): \(report.obstacle ?? "") \(report.disagreements)
          among \(table.sockets)
          """)
        return
      }
      for rule in table.decisions { rules[rule, default: 0] += 1 }
      compared += table.decisions.count
      seed += 1
    }
    let often = Self.decisions / 50
    for rule in [nil] + DeliveryRule.allCases.map(Optional.init) {
      #expect(rules[rule, default: 0] >= often, "\(transport): \(rules)")
    }
  }
}

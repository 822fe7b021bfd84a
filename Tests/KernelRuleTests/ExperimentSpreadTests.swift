import Demos
import PortKnowledge
import Testing

@Suite("A running experiment with sockets that share a port")
struct ExperimentSpreadTests {
  private let end = Endpoint(.loopback, 5000)

  private func sockets(_ option: ExperimentOption) -> [ExperimentStep] {
    ["A", "B", "C"].flatMap { name in
      [
        ExperimentStep(name, .open(.udp, isIPv6: false)),
        ExperimentStep(name, .set(option, 1)),
        ExperimentStep(name, .bind(end)),
      ]
    }
  }

  private func outcomes(_ steps: [ExperimentStep]) -> [ExperimentOutcome] {
    let report = ExperimentRunner().run(Experiment(steps: steps))
    #expect(report.obstacle == nil, "\(report)")
    return report.findings.map(\.kernel)
  }

  @Test("counts the datagrams that each UDP socket gets")
  func datagrams() {
    let call = ExperimentCall.spread(clients: 10, to: end, over: ["A", "B", "C"])
    let seen = outcomes(
      sockets(.reuseAddress) + [ExperimentStep("", call, expected: .counts([0, 0, 10]))])
    #expect(seen == [.counts([0, 0, 10])])
  }

  @Test("counts the sockets for which something has arrived")
  func receivers() {
    let count = ExperimentStep("", .receiverCount(among: ["A", "B", "C"]), expected: .count(0))
    let client = [
      ExperimentStep("client", .open(.udp, isIPv6: false)),
      ExperimentStep("client", .sendTo("x", end)), ExperimentStep("client", .sendTo("x", end)),
    ]
    let one = ExperimentStep("", .receiverCount(among: ["A", "B", "C"]), expected: .count(1))
    #expect(
      outcomes(sockets(.reusePort) + [count] + client + [one]) == [.count(0), .count(1)])
  }
}

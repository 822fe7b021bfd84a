import Demos
import PortKnowledge
import Testing

@Suite("A running experiment")
struct ExperimentRunnerTests {
  private let server = Endpoint(.octets(192, 0, 2, 10), 443)

  private func run(_ steps: [ExperimentStep], needs: Set<Experiment.Need> = []) -> ExperimentReport
  {
    ExperimentRunner().run(
      Experiment(
        steps: steps, standIns: [.octets(192, 0, 2, 10): .octets(127, 0, 0, 10)], needs: needs))
  }

  private func outcomes(_ report: ExperimentReport) -> [ExperimentOutcome] {
    report.findings.map(\.kernel)
  }

  @Test("follows a connection from bind() to TIME-WAIT")
  func connection() {
    let report = run([
      ExperimentStep("L", .open(.tcp, isIPv6: false)),
      ExperimentStep("L", .bind(server)),
      ExperimentStep("L", .state, expected: .state(nil)),
      ExperimentStep("L", .listen(backlog: 5)),
      ExperimentStep("L", .state, expected: .state(.listen)),
      ExperimentStep("L", .accept(as: "S"), expected: .error("EAGAIN")),
      ExperimentStep("C", .open(.tcp, isIPv6: false)),
      ExperimentStep("C", .connect(server), expected: .ok),
      ExperimentStep("L", .queues, expected: .queues(receive: 1, send: 5)),
      ExperimentStep("", .receiver(among: ["L"]), expected: .receiver("L")),
      ExperimentStep("L", .accept(as: "S"), expected: .ok),
      ExperimentStep("S", .localEndpoint, expected: .endpoint(server.address, .known(443))),
      ExperimentStep("S", .remoteEndpoint, expected: .endpoint(.octets(127, 0, 0, 1), .chosen)),
      ExperimentStep("C", .send("hello"), expected: .ok),
      ExperimentStep("S", .receiveWhen(arrived: 5, upTo: 3), expected: .text("hel")),
      ExperimentStep("S", .receive(upTo: 10), expected: .text("lo")),
      ExperimentStep("S", .receive(upTo: 10), expected: .error("EAGAIN")),
      ExperimentStep("C", .close, expected: .ok),
      ExperimentStep("S", .state, expected: .state(.closeWait)),
      ExperimentStep("C", .state, expected: .state(.finWait2)),
      ExperimentStep("S", .receive(upTo: 10), expected: .text("")),
      ExperimentStep("S", .close, expected: .ok),
      ExperimentStep("C", .state, expected: .state(.timeWait)),
      ExperimentStep("S", .state, expected: .state(nil)),
    ])
    #expect(report.obstacle == nil)
    #expect(report.disagreements.isEmpty, "\(report.disagreements)")
    #expect(report.findings.count == 20)
    #expect(report.standIns.first == "192.0.2.10 is played by 127.0.0.10")
    #expect(report.calls.contains { $0.name == "connect" && $0.actor == "C" })
  }

  @Test("says what the kernel made of it where the model is wrong")
  func disagreement() {
    let report = run([
      ExperimentStep("A", .open(.tcp, isIPv6: false)),
      ExperimentStep("A", .bind(Endpoint(.any, 8080))),
      ExperimentStep("B", .open(.tcp, isIPv6: false)),
      ExperimentStep("B", .bind(Endpoint(.loopback, 8080)), expected: .ok, isAsked: true),
    ])
    #expect(report.disagreements.map(\.kernel) == [.error("EADDRINUSE")])
    #expect(report.disagreements.first?.isAsked == true)
  }

  @Test("fills an accept queue and lets the next client wait")
  func queue() {
    let report = run([
      ExperimentStep("L", .open(.tcp, isIPv6: false)),
      ExperimentStep("L", .bind(server)),
      ExperimentStep("L", .listen(backlog: 1)),
      ExperimentStep("", .fill(clients: 3, to: server), expected: .count(2)),
      ExperimentStep("L", .queues, expected: .queues(receive: 2, send: 1)),
      ExperimentStep("C", .open(.tcp, isIPv6: false)),
      ExperimentStep("C", .connect(server), expected: .pending),
      ExperimentStep("C", .state, expected: .state(.synSent)),
    ])
    #expect(report.obstacle == nil && report.disagreements.isEmpty, "\(report)")
  }

  @Test("shows a line of /proc/net with the ports of the case")
  func procLine() {
    let report = run([
      ExperimentStep("L", .open(.tcp, isIPv6: false)),
      ExperimentStep("L", .bind(Endpoint(.loopback, 8080))),
      ExperimentStep("L", .listen(backlog: 1)),
      ExperimentStep("L", .procLine, expected: .text("0100007F:1F90 00000000:0000 0A")),
    ])
    #expect(report.obstacle == nil && report.disagreements.isEmpty, "\(report)")
  }

  @Test("spreads clients over listeners that share a port")
  func spread() {
    let steps = ["A", "B"].flatMap { name in
      [
        ExperimentStep(name, .open(.tcp, isIPv6: false)),
        ExperimentStep(name, .set(.reusePort, 1)),
        ExperimentStep(name, .bind(server)),
        ExperimentStep(name, .listen(backlog: 50)),
      ]
    }
    let spread = ExperimentCall.spread(clients: 100, to: server, over: ["A", "B"])
    let report = run(steps + [ExperimentStep("", spread, expected: .eachWithin(15...85))])
    #expect(report.obstacle == nil && report.disagreements.isEmpty, "\(report.findings)")
  }

  @Test("names what stands in the way")
  func obstacles() {
    let failing = run([
      ExperimentStep("A", .open(.tcp, isIPv6: false)),
      ExperimentStep("A", .bind(Endpoint(.octets(198, 51, 100, 1), 8080))),
    ])
    #expect(failing.obstacle?.contains("EADDRNOTAVAIL") == true)
    let outside = run([
      ExperimentStep("A", .open(.udp, isIPv6: false)),
      ExperimentStep("A", .sendTo("x", Endpoint(.octets(198, 51, 100, 1), 9)), expected: .ok),
    ])
    #expect(outside.obstacle?.contains("not on this machine") == true)
    #expect(outside.findings.isEmpty)
  }
}

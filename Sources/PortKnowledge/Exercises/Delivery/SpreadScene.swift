/// Sockets that share an address and a port, with what they are shown and built by.
struct SpreadScene {
  let transport: TransportProtocol
  let address: IPAddress
  let port: PortNumber
  /// How many members the group has.
  let members: Int

  /// None below 1024, where another user would meet EACCES first.
  private static let tcpPorts: [[PortNumber]] = [
    [8080, 3000, 8000, 9200, 6380], [8443, 8081, 9001, 5601, 4433],
  ]
  private static let udpPorts: [[PortNumber]] = [
    [514, 5060, 51_820, 9996, 2056, 6000], [53, 123, 443, 161, 4739, 6343],
  ]
  private static let names = ["A", "B", "C", "D"]

  /// Draws a group.
  init(
    _ transport: TransportProtocol, members: ClosedRange<Int> = 2...4, from draw: inout CaseDraw
  ) {
    self.transport = transport
    address = .octets(192, 0, 2, draw.number(in: 2...99))
    // The lowest bit is the seed's, so neighbouring seeds never give the same case.
    let ports = (transport == .tcp ? Self.tcpPorts : Self.udpPorts)[Int(draw.seed & 1)]
    port = draw.pick(ports, else: ports[0])
    self.members = draw.number(in: members)
  }

  var endpoint: Endpoint { Endpoint(address, port) }
  var group: ReusePortGroup { ReusePortGroup(address: address, members: members) }

  /// The names of the members: A, B and so on.
  var memberNames: [String] { Array(Self.names.prefix(members)) }

  /// "A and B" or "A to D".
  var memberList: String {
    members == 2 ? "A and B" : "A to \(Self.names[members - 1])"
  }

  /// "listeners" or "UDP sockets".
  var noun: String { transport == .tcp ? "listeners" : "UDP sockets" }

  /// The number of members as a word.
  var countWord: String { ["One", "Two", "Three", "Four"][members - 1] }

  /// A row for each socket, with its options.
  func figure(
    _ rows: [(name: String, address: IPAddress, note: String)]
  ) -> [MarkedText] {
    AlignedRows(
      rows.map { row in
        [
          [.init(row.name, .faint)], [.init(transport == .tcp ? "LISTEN" : "UNCONN")],
          [
            .init("\(row.address)", .field(.destinationAddress)), .init(":"),
            .init("\(port)", .field(.destinationPort)),
          ],
          [.init(row.note)],
        ]
      }
    ).lines
  }

  /// The members, with one option each.
  func figure(option: ExperimentOption = .reusePort) -> [MarkedText] {
    figure(memberNames.map { ($0, address, option.rawValue) })
  }

  // MARK: Building it

  /// The calls that open a socket of the group, or beside it.
  func opening(
    _ name: String, _ options: [ExperimentOption] = [.reusePort], at address: IPAddress? = nil,
    bind: ExperimentOutcome? = nil, isAsked: Bool = false
  ) -> [ExperimentStep] {
    let end = Endpoint(address ?? self.address, port)
    var steps = [ExperimentStep(name, .open(transport, isIPv6: false))]
    steps += options.map { ExperimentStep(name, .set($0, 1)) }
    steps.append(ExperimentStep(name, .bind(end), expected: bind, isAsked: isAsked))
    if transport == .tcp, bind == nil || bind == .ok {
      steps.append(ExperimentStep(name, .listen(backlog: 64)))
    }
    return steps
  }

  /// All members.
  var openings: [ExperimentStep] { memberNames.flatMap { opening($0) } }

  /// An experiment on loopback.
  func experiment(_ steps: [ExperimentStep]) -> Experiment {
    Experiment(steps: steps, standIns: DeliveryExperiment.standIns(for: [address]))
  }

  /// How many clients an experiment sends, so that it is over at once.
  static let askedClients = 120

  /// Clients one after the other, and how they must be spread.
  func spreadStep(over names: [String]? = nil, of group: ReusePortGroup? = nil) -> ExperimentStep {
    let call = ExperimentCall.spread(
      clients: Self.askedClients, to: endpoint, over: names ?? memberNames)
    let share = (group ?? self.group).share(ofClients: Self.askedClients)
    return ExperimentStep("", call, expected: .eachWithin(share), isAsked: true)
  }

  // MARK: Data

  /// What every case has.
  func data(_ more: [String: CaseValue]) -> CaseValue {
    var data: [String: CaseValue] = [
      "protocol": .text(transport.rawValue), "address": CaseValue(address),
      "port": CaseValue(port), "members": .number(members), "option": "SO_REUSEPORT",
    ]
    data.merge(more) { $1 }
    return .object(data)
  }
}

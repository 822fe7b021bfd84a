/// Messages of a client and what a server receives, as calls that a kernel can be asked for.
public struct MessageExperiment: Hashable, Sendable {
  /// TCP or UDP.
  public var transport: TransportProtocol
  /// The client's endpoint.
  public var client: Endpoint
  /// The server's endpoint.
  public var server: Endpoint
  /// What each send() of the client sends.
  public var sends: [String]
  /// Whether the client closes its socket after that.
  public var isClosed: Bool
  /// How many bytes each recv() of the server takes at most.
  public var rooms: [Int]

  /// Messages between two endpoints.
  public init(
    _ transport: TransportProtocol, client: Endpoint, server: Endpoint, sends: [String],
    isClosed: Bool, rooms: [Int]
  ) {
    self.transport = transport
    self.client = client
    self.server = server
    self.sends = sends
    self.isClosed = isClosed
    self.rooms = rooms
  }

  /// What each recv() returns.
  public var results: [MessageRules.Received] {
    MessageRules.received(transport, sends: sends, isClosed: isClosed, rooms: rooms)
  }

  /// Every call with what the rule says; those recv() calls are marked that a question asks for.
  public func steps(asking asked: Set<Int>) -> [ExperimentStep] {
    var steps = transport == .tcp ? connection : datagrams
    steps += sends.map { ExperimentStep("client", .send($0), expected: .ok) }
    if isClosed { steps.append(ExperimentStep("client", .close)) }
    let total = sends.reduce(0) { $0 + $1.utf8.count }
    for (index, (room, result)) in zip(rooms, results).enumerated() {
      // A datagram never comes in parts, so recv() itself waits for enough. A stream does.
      let waits = index == 0 && transport == .tcp && total > 0
      steps.append(
        ExperimentStep(
          "server", waits ? .receiveWhen(arrived: total, upTo: room) : .receive(upTo: room),
          expected: Self.outcome(result), isAsked: asked.contains(index)))
    }
    return steps
  }

  private var connection: [ExperimentStep] {
    [
      ExperimentStep("listener", .open(.tcp, isIPv6: false)),
      ExperimentStep("listener", .bind(server)),
      ExperimentStep("listener", .listen(backlog: 1)),
      ExperimentStep("client", .open(.tcp, isIPv6: false)),
      ExperimentStep("client", .bind(client)),
      ExperimentStep("client", .connect(server)),
      ExperimentStep("listener", .accept(as: "server")),
    ]
  }

  private var datagrams: [ExperimentStep] {
    [
      ExperimentStep("server", .open(.udp, isIPv6: false)),
      ExperimentStep("server", .bind(server)),
      ExperimentStep("client", .open(.udp, isIPv6: false)),
      ExperimentStep("client", .bind(client)),
      ExperimentStep("client", .connect(server)),
    ]
  }

  private static func outcome(_ result: MessageRules.Received) -> ExperimentOutcome {
    switch result {
    case .text(let text): .text(text)
    case .end: .text("")
    case .nothing: .error("EAGAIN")
    }
  }
}

/// The calls by which a kernel runs a ``Conversation`` in a right order in which nobody waits.
struct ConversationExperiment {
  private let conversation: Conversation
  private let asked: Set<Int>
  private let loopback: IPAddress

  /// An experiment; the asked steps are those that a question is about.
  init(_ conversation: Conversation, asked: Set<Int>) {
    self.conversation = conversation
    self.asked = asked
    loopback = .octets(127, 0, 0, 10)
  }

  /// The calls of all steps in an order.
  func run(_ order: [Int]) -> Experiment {
    Experiment(
      steps: order.flatMap(steps), standIns: [conversation.server.address: loopback])
  }

  /// The listener is `L`, the server's connection `S`, the client's socket `C`.
  private func steps(_ index: Int) -> [ExperimentStep] {
    let isServer = conversation.side(index) == .server
    let transport = conversation.order.transport
    let data = isServer ? (transport == .tcp ? "S" : "L") : "C"
    let main = isServer ? "L" : "C"
    let message = conversation.message(index)
    let server = conversation.server
    func step(
      _ socket: String, _ call: ExperimentCall, _ outcome: ExperimentOutcome = .ok
    ) -> [ExperimentStep] {
      [ExperimentStep(socket, call, expected: outcome, isAsked: asked.contains(index))]
    }
    switch conversation.action(index) {
    case .open: return step(main, .open(transport, isIPv6: false))
    case .reuseAddress: return step(main, .set(.reuseAddress, 1))
    case .bind: return step(main, .bind(server))
    case .bindToPortZero: return step(main, .bind(Endpoint(server.address, 0)))
    case .askPort: return step(main, .localEndpoint, .endpoint(server.address, .chosen))
    case .listen: return step(main, .listen(backlog: 5))
    case .accept: return step(main, .accept(as: "S"))
    case .closeListener: return step("L", .close)
    case .connect where isPortChosen: return step(main, .connectToSocket("L"))
    case .connect: return step(main, .connect(server))
    case .send where transport == .tcp: return step(data, .send(message))
    case .send where isServer:
      return step(main, .sendToSocket(message, "C"))
    case .send: return step(main, .sendTo(message, server))
    case .receive: return step(data, .receive(upTo: 64), .text(message))
    case .receiveEnd: return step(data, .receive(upTo: 64), .text(""))
    case .shutdownWriting: return step(data, .shutdownWriting)
    case .close: return step(transport == .tcp ? data : main, .close)
    }
  }

  private var isPortChosen: Bool {
    conversation.order.steps.contains { $0.action == .bindToPortZero }
  }
}

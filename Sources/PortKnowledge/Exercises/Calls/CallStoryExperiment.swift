/// The calls by which a kernel runs a ``CallStory``, with the other programs played too.
struct CallStoryExperiment {
  /// The experiment; nil where the story needs a port that nobody can know.
  private(set) var experiment: Experiment?
  private var steps: [ExperimentStep] = []
  private let story: CallStory
  private var accepted = 0
  private var clients = 0

  /// The socket is `S`, its peer `P`, the other program's listener `L`, clients `C1`, `C2`.
  init(_ story: CallStory, asked: Set<Int>) {
    self.story = story
    let isTCP = story.transport == .tcp
    add("L", .open(story.transport, isIPv6: false))
    add("L", .bind(story.places.server))
    if isTCP { add("L", .listen(backlog: 5)) }
    add("S", .open(story.transport, isIPv6: false))
    for (index, line) in story.lines.enumerated() {
      switch line.move {
      case .call(let call): make(call, line, isAsked: asked.contains(index))
      case .event(let event): play(event, index)
      case .nothing: break
      }
    }
    experiment = Experiment(steps: steps)
  }

  private mutating func add(
    _ socket: String, _ call: ExperimentCall, expected: ExperimentOutcome? = nil,
    isAsked: Bool = false
  ) {
    steps.append(ExperimentStep(socket, call, expected: expected, isAsked: isAsked))
  }

  // MARK: Calls

  private mutating func make(_ call: SocketCalls.Call, _ line: CallStory.Line, isAsked: Bool) {
    add("S", experimentCall(call), expected: line.outcome, isAsked: isAsked)
    guard line.outcome == .ok, story.transport == .tcp else { return }
    let isPeerThere = line.before.peer == .open || line.before.peer == .hasEnded
    switch call {
    case .connect:
      add("L", .accept(as: "P"), expected: .ok)
    case .send where isPeerThere:
      add("P", .receive(upTo: 64), expected: .text("hi"))
    case .send:
      // The peer's RST is back as soon as the row is gone.
      add("S", .state, expected: .state(nil))
    case .shutdownWriting where isPeerThere, .shutdownBoth where isPeerThere:
      add("P", .receive(upTo: 64), expected: .text(""))
    default: break
    }
  }

  private mutating func experimentCall(_ call: SocketCalls.Call) -> ExperimentCall {
    switch call {
    case .bind: return .bind(story.places.local)
    case .bindToPortZero: return .bind(Endpoint(story.places.local.address, 0))
    case .listen: return .listen(backlog: 5)
    case .connect: return .connect(story.places.server)
    case .connectToClosedPort: return .connect(story.places.closed)
    case .accept:
      accepted += 1
      return .accept(as: "A\(accepted)")
    case .send: return .send("hi")
    case .receive: return .receive(upTo: 64)
    case .localEndpoint: return .localEndpoint
    case .remoteEndpoint: return .remoteEndpoint
    case .shutdownReading: return .shutdownReading
    case .shutdownWriting: return .shutdownWriting
    case .shutdownBoth: return .shutdownBoth
    case .close: return .close
    }
  }

  // MARK: What others do

  private mutating func play(_ event: SocketCalls.Event, _ index: Int) {
    switch event {
    case .clientConnects:
      clients += 1
      add("C\(clients)", .open(.tcp, isIPv6: false))
      add("C\(clients)", .connectToSocket("S"), expected: .ok)
      add("", .receiver(among: ["S"]), expected: .receiver("S"))
      return
    case .peerSends(let text) where story.transport == .udp:
      add("L", .sendTo(text, story.places.local), expected: .ok)
    case .peerSends(let text): add("P", .send(text), expected: .ok)
    case .peerShutsDownWriting: add("P", .shutdownWriting, expected: .ok)
    case .peerCloses: add("P", .close, expected: .ok)
    case .peerAborts: add("P", .abort, expected: .ok)
    }
    // Every event makes the socket readable: a FIN and a RST too.
    add("", .receiver(among: ["S"]), expected: .receiver("S"))
  }
}

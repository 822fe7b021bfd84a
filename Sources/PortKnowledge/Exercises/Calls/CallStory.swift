/// A sequence of calls on one socket, with what other programs do meanwhile, and all results.
struct CallStory {
  /// A line of it.
  struct Line {
    /// What happens.
    var move: CallTheme.Move
    /// The socket just before.
    var before: SocketCalls
    /// What the call returns; nil where something else happens.
    var outcome: ExperimentOutcome?

    /// The call; nil where something else happens.
    var call: SocketCalls.Call? {
      if case .call(let call) = move { call } else { nil }
    }
  }

  /// Before the first line, and how the socket was opened.
  let transport: TransportProtocol
  let places: SocketCalls.Places
  private(set) var lines: [Line] = []
  private(set) var model: SocketCalls
  /// The shown numbers of the lines, where they are not simply counted.
  var numbers: [Int] = []

  /// A story of nothing but socket().
  init(_ transport: TransportProtocol, places: SocketCalls.Places) {
    self.transport = transport
    self.places = places
    model = SocketCalls(transport, places: places)
  }

  /// The story of a theme; its last line is what is asked.
  init(_ theme: CallTheme, places: SocketCalls.Places, from draw: inout CaseDraw) {
    self.init(theme.transport, places: places)
    for alternatives in theme.lines {
      let move = draw.pick(alternatives, else: .nothing)
      if changes(move) { add(move) }
    }
    add(.call(draw.pick(theme.asked, else: .receive)))
  }

  /// Adds a line.
  mutating func add(_ move: CallTheme.Move) {
    let before = model
    switch move {
    case .nothing: return
    case .call(let call):
      lines.append(Line(move: move, before: before, outcome: model.make(call)))
    case .event(let event):
      model.happen(event)
      lines.append(Line(move: move, before: before, outcome: nil))
    }
  }

  /// Whether a line can happen and leaves the socket another one than before.
  private func changes(_ move: CallTheme.Move) -> Bool {
    var after = model
    switch move {
    case .nothing: return false
    case .call(let call): _ = after.make(call)
    case .event(let event): after.happen(event)
    }
    return after != model
  }

  // MARK: How it is shown

  /// The number of a line as shown: socket() is call 1, and events have none.
  func number(of index: Int) -> Int {
    numbers.indices.contains(index)
      ? numbers[index] : 2 + lines.prefix(index).count { $0.call != nil }
  }

  /// Call 1, which opens the socket.
  var opening: String {
    "socket(AF_INET, \(transport == .tcp ? "SOCK_STREAM" : "SOCK_DGRAM"))"
  }

  /// The call as it is shown.
  func text(of call: SocketCalls.Call) -> String {
    switch call {
    case .bind: "bind(\(places.local))"
    case .bindToPortZero: "bind(\(Endpoint(places.local.address, 0)))"
    case .listen: "listen(5)"
    case .connect: "connect(\(places.server))"
    case .connectToClosedPort: "connect(\(places.closed))"
    case .accept: "accept()"
    case .send: "send(\"hi\")"
    case .receive: "recv(64)"
    case .localEndpoint: "getsockname()"
    case .remoteEndpoint: "getpeername()"
    case .shutdownReading: "shutdown(SHUT_RD)"
    case .shutdownWriting: "shutdown(SHUT_WR)"
    case .shutdownBoth: "shutdown(SHUT_RDWR)"
    case .close: "close()"
    }
  }

  /// What others do, as it is shown.
  func text(of event: SocketCalls.Event) -> String {
    switch event {
    case .clientConnects: "a client connects to \(places.local)"
    case .peerSends(let text): "the peer calls send(\"\(text)\")"
    case .peerShutsDownWriting: "the peer calls shutdown(SHUT_WR)"
    case .peerCloses: "the peer calls close()"
    case .peerAborts: "the peer resets the connection (RST)"
    }
  }

  /// A result as it is shown and chosen.
  static func text(of outcome: ExperimentOutcome) -> String {
    switch outcome {
    case .text(let text): text.isEmpty ? "0 bytes" : "\"\(text)\""
    case .endpoint(let address, .chosen): "\(address):(chosen)"
    default: "\(outcome)"
    }
  }

  /// All lines in columns; `hidden` ones show a question mark instead of their result.
  func rows(hiding hidden: Set<Int>) -> AlignedRows {
    let first = ["1", opening, "OK"]
    let rest = lines.enumerated().map { index, line -> [String] in
      switch line.move {
      case .call(let call):
        let outcome = line.outcome.map(Self.text) ?? "OK"
        return ["\(number(of: index))", text(of: call), hidden.contains(index) ? "?" : outcome]
      case .event(let event): return ["", text(of: event)]
      case .nothing: return [""]
      }
    }
    return AlignedRows(texts: [first] + rest)
  }
}

/// What a story says about its socket before one of its lines.
struct CallFacts {
  private let story: CallStory
  private let index: Int
  /// The socket just before the line.
  let before: SocketCalls

  init(_ story: CallStory, before index: Int) {
    self.story = story
    self.index = index
    before = story.lines[index].before
  }

  var transport: TransportProtocol { story.transport }
  var places: SocketCalls.Places { story.places }

  /// The shown number of a line.
  func number(_ line: Int) -> Int { story.number(of: line) }

  /// The call of a line.
  func call(_ line: Int) -> SocketCalls.Call? { story.lines[line].call }

  private func last(_ holds: (CallStory.Line) -> Bool) -> Int? {
    story.lines.prefix(index).lastIndex(where: holds)
  }

  /// The last such call that succeeded, or that failed and is a send.
  func last(_ call: SocketCalls.Call) -> Int? {
    last { $0.call == call && ($0.outcome == .ok || call == .send) }
  }

  /// The last such event.
  func event(_ event: SocketCalls.Event) -> Int? {
    last { $0.move == .event(event) }
  }

  /// The last event.
  var lastEvent: Int? { last { $0.call == nil } }

  /// Where bytes that are still unread came from.
  var arrival: Int? {
    last { if case .event(.peerSends) = $0.move { true } else { false } }
  }

  /// The connect() that succeeded last.
  var connected: Int? {
    last { ($0.call == .connect || $0.call == .connectToClosedPort) && $0.outcome == .ok }
  }

  /// The connect() that was refused.
  var refused: Int? { last { $0.call == .connectToClosedPort && $0.outcome != .ok } }

  /// The call by which the socket got the port that it has.
  var portGiven: Int? {
    guard !before.hasNoPort else { return nil }
    return story.lines.prefix(index).lastIndex { line in
      line.before.hasNoPort
        && [.bind, .bindToPortZero, .listen, .connect, .connectToClosedPort, .send]
          .contains(line.call)
    }
  }

  /// The call that ended sending.
  var writingEnded: Int? { last(.shutdownWriting) ?? last(.shutdownBoth) }

  /// The call that reported a reset.
  var resetReported: Int? { last { $0.outcome == .error("ECONNRESET") } }

  /// The UDP call that reported an ICMP message.
  var refusalReported: Int? {
    last { $0.outcome == .error("ECONNREFUSED") && ($0.call == .send || $0.call == .receive) }
  }

  /// The line with which the connection was over, and what it did.
  var ending: (line: Int, note: String)? {
    guard before.isOver else { return nil }
    let line = story.lines.prefix(index).indices.last { line in
      !story.lines[line].before.isOver
    }
    return line.map { ($0, "the connection ends here") }
  }
}

extension SocketCalls {
  /// Whether the socket has no port.
  var hasNoPort: Bool { port == .none }
  /// Whether it had a connection that is over.
  var isOver: Bool { transport == .tcp && hasConnected && state == .closed }
}

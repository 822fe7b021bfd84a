/// Draws messages, and the recv() calls that read them.
struct MessageDraw {
  private var draw: CaseDraw

  init(seed: UInt64, level: ExerciseLevel) {
    draw = CaseDraw(seed: seed, level: level, salt: 0x3E55_A6E5)
  }

  /// What is asked.
  enum Asked {
    /// What every recv() returns.
    case all
    /// Which bytes one recv() returns: chosen.
    case one
    /// How many bytes one recv() returns.
    case count
    /// Which bytes one recv() returns: typed.
    case bytes
    /// How many recv() calls there are up to the end of a stream.
    case calls
    /// How many bytes are lost.
    case lost
  }

  mutating func asked() -> Asked {
    switch draw.level {
    case .easy: draw.pick([.all, .one, .one, .count], else: .one)
    case .medium: draw.pick([.all, .all, .one, .count, .bytes], else: .all)
    case .hard: draw.pick([.all, .all, .one, .bytes, .calls, .lost], else: .all)
    }
  }

  /// Messages that suit what is asked.
  mutating func messages(for asked: Asked) -> MessageExperiment {
    let client = Endpoint(
      .octets(198, 51, 100, draw.number(in: 1...254)),
      // The seed's lowest bit, so that neighbouring seeds never give the same case.
      PortNumber(32768 + 2 * draw.number(in: 0...14115) + UInt16(draw.seed & 1)))
    let transport: TransportProtocol =
      switch asked {
      case .calls: .tcp
      case .lost: .udp
      default: draw.chance(oneIn: 2) ? .tcp : .udp
      }
    let server = Endpoint(
      .octets(192, 0, 2, draw.number(in: 1...254)),
      transport == .tcp
        ? draw.pick([25, 80, 443, 6379], else: 80) : draw.pick([53, 123, 514, 5060], else: 53))
    var made = MessageExperiment(
      transport, client: client, server: server, sends: sends(for: asked), isClosed: false,
      rooms: []
    )
    made.isClosed = asked == .calls || draw.level == .hard && draw.chance(oneIn: 2)
    // Most rooms drawn show where the borders are; after so many attempts practically all do.
    for _ in 0..<8 {
      made.rooms = rooms(for: asked, made)
      if draw.level == .easy || Self.isTelling(made) { break }
    }
    return made
  }

  /// One of the recv() calls: rather a later one, which depends on those before.
  mutating func receive(of messages: MessageExperiment, mustBeText: Bool) -> Int {
    let results = messages.results
    let fitting = results.indices.filter {
      guard mustBeText else { return true }
      if case .text(let text) = results[$0] { return !text.isEmpty }
      return false
    }
    return draw.pick(Array(fitting.suffix(2)), else: 0)
  }

  mutating func shuffle<Element>(_ elements: [Element]) -> [Element] { draw.shuffle(elements) }

  // MARK: Sends

  /// Words of which none begins with another, so that a part tells which it is from.
  private static let words = [
    "hello", "world", "login", "ping", "quit", "list", "user", "red", "blue", "green", "left",
    "up", "ask", "one", "two", "four", "end", "key", "mail", "stop",
  ]

  private mutating func sends(for asked: Asked) -> [String] {
    let count =
      switch draw.level {
      case .easy: 2
      case .medium: draw.number(in: 2...3)
      case .hard: asked == .calls ? 4 : 3
      }
    var sends = draw.pick(count, of: Self.words)
    if draw.level == .hard, draw.chance(oneIn: 4) {
      sends[draw.number(in: 0...count - 2)] = ""
    }
    return sends
  }

  // MARK: Rooms

  private mutating func rooms(for asked: Asked, _ messages: MessageExperiment) -> [Int] {
    if asked == .calls {
      let room = draw.number(in: 3...9)
      let calls = MessageRules.callsToEnd(sends: messages.sends, room: room)
      return [Int](repeating: room, count: calls)
    }
    let count =
      switch draw.level {
      case .easy: asked == .all ? 2 : draw.number(in: 1...2)
      case .medium: draw.number(in: 2...3)
      case .hard: 3
      }
    return (0..<count).map { index in
      guard draw.level > .easy, !draw.chance(oneIn: 4) else { return 100 }
      if messages.transport == .udp, draw.chance(oneIn: 2), messages.sends.indices.contains(index),
        messages.sends[index].utf8.count > 1
      {
        return draw.number(in: 1...messages.sends[index].utf8.count - 1)
      }
      return draw.number(in: 2...7)
    }
  }

  /// Whether the messages would be received differently over the other protocol, and UDP loses
  /// something.
  private static func isTelling(_ messages: MessageExperiment) -> Bool {
    let pairs = zip(messages.results, messages.sends)
    switch messages.transport {
    case .tcp: return pairs.contains { $0 != .text($1) }
    case .udp: return MessageRules.lost(sends: messages.sends, rooms: messages.rooms) > 0
    }
  }
}

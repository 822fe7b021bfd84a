/// What happens to a listener and its clients, one thing after the other, and what comes of it.
struct BacklogCase {
  /// Something that happens.
  enum Event: Hashable {
    /// `listen()`, called in C or in Python.
    case listen(Int, isPython: Bool = false)
    /// So many clients call `connect()`.
    case connect(Int)
    /// `accept()` so many times.
    case accept(Int)
    /// A client, counted from 0, calls `close()`.
    case close(client: Int)
    /// Every client without an answer sends its SYN again.
    case sendAgain
  }

  /// Where the listener listens.
  let server: Endpoint
  /// What happens; begins with `listen()`.
  let events: [Event]
  /// The queue after all of it.
  let queue: AcceptQueue
  /// The queue before lost SYNs were sent again; nil where they were not.
  let queueBefore: AcceptQueue?

  /// Lets the events happen.
  init(server: Endpoint, events: [Event]) {
    self.server = server
    self.events = events
    var queue = AcceptQueue(backlog: 0)
    var before: AcceptQueue?
    for event in events {
      switch event {
      case .listen: queue.listen(backlog: event.backlog)
      case .connect(let count): for _ in 0..<count { queue.connect() }
      case .accept(let count): for _ in 0..<count { queue.accept() }
      case .close(let client): queue.close(client: client)
      case .sendAgain:
        before = queue
        queue.sendAgain()
      }
    }
    self.queue = queue
    queueBefore = before
  }

  /// How many clients came.
  var clients: Int { queue.places.count }
  /// The number that the last `listen()` was given.
  var askedBacklog: Int {
    events.reduce(0) { last, event in
      if case .listen(let number, _) = event { number } else { last }
    }
  }
  /// How often `listen()` was called.
  var listens: Int { events.count { if case .listen = $0 { true } else { false } } }
  /// Whether the last `listen()` was Python's.
  var isPython: Bool {
    events.contains { if case .listen(_, let isPython) = $0 { isPython } else { false } }
  }
  /// The client, counted from 0, that closed; nil where none did.
  var closed: Int? {
    for case .close(let client) in events { return client }
    return nil
  }

  // MARK: Shown

  /// The events as numbered lines.
  var figure: [MarkedText] {
    var hasClients = false
    return events.enumerated().map { index, event in
      let line = text(of: event, isFirst: index == 0, hasClients: hasClients)
      if case .connect = event { hasClients = true }
      return MarkedText([.init("\(index + 1)  ", .faint), .init(line)])
    }
  }

  private func text(of event: Event, isFirst: Bool, hasClients: Bool) -> String {
    switch event {
    case .listen(let number, let isPython):
      let language = isPython ? " in Python" : number < 0 ? " in C" : ""
      return "listen(\(number))\(language) on \(isFirst ? "\(server)" : "the same socket")"
    case .connect(1):
      return hasClients ? "1 more client calls connect()" : "1 client calls connect()"
    case .connect(let count):
      return "\(count) \(hasClients ? "more " : "")clients call connect(), one after the other"
    case .accept(let count):
      return "accept() \(Self.times(count))"
    case .close(let client):
      return "client \(client + 1) calls close()"
    case .sendAgain:
      return "after some seconds every lost SYN has been sent again"
    }
  }

  /// `once`, `twice`, `3 times`.
  static func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }

  /// Which place each client has, with a ▲ under one of them.
  ///
  ///     client  1    2  3  4
  ///     place   acc  1  2  -
  ///                        ▲ no place left
  func seats(pointingAt client: Int, note: String) -> [MarkedText] {
    guard clients <= 10 else { return [] }
    var seat = 0
    let texts = queue.places.map { place in
      switch place {
      case .accepted: return "acc"
      case .unanswered, .givenUp: return "-"
      case .queued:
        seat += 1
        return String(seat)
      }
    }
    let rows = AlignedRows(
      texts: [["client"] + (1...max(1, clients)).map(String.init), ["place"] + texts])
    return rows.lines(pointingAt: 1, column: client + 1, note: note)
  }

  /// The listener's line as ss shows it, with a ▲ under one of its columns.
  func row(pointingAtSend: Bool, note: String) -> [MarkedText] {
    AlignedRows(texts: [
      ["State", "Recv-Q", "Send-Q", "Local Address:Port"],
      ["LISTEN", "\(queue.waiting)", "\(queue.backlog)", "\(server)"],
    ]).lines(pointingAt: 1, column: pointingAtSend ? 2 : 1, note: note)
  }
}

extension BacklogCase.Event {
  /// The backlog that reaches the kernel; 0 where this is no `listen()`.
  var backlog: Int {
    guard case .listen(let number, let isPython) = self else { return 0 }
    return isPython ? AcceptQueue.handedOnByPython(number) : number
  }

  /// The event for other programs.
  var data: CaseValue {
    switch self {
    case .listen(let number, let isPython):
      ["call": "listen", "backlog": .number(number), "language": isPython ? "Python" : "C"]
    case .connect(let count): ["call": "connect", "clients": .number(count)]
    case .accept(let count): ["call": "accept", "times": .number(count)]
    case .close(let client): ["call": "close", "client": .number(client + 1)]
    case .sendAgain: ["call": "none", "resentSYNs": true]
    }
  }
}

extension BacklogCase {
  /// The whole case for other programs.
  var data: CaseValue {
    [
      "listener": CaseValue(server), "transport": "TCP",
      "somaxconn": .number(queue.maximum), "events": .list(events.map(\.data)),
      "clients": .list(queue.places.map { .text($0.rawValue) }),
      "completed": .number(queue.completed), "accepted": .number(queue.accepted),
      "synSent": .number(queue.unanswered), "receiveQueue": .number(queue.waiting),
      "sendQueue": .number(queue.backlog),
    ]
  }
}

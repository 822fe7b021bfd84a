/// A trace with what its ends do, of which cells are asked.
struct SegmentCase {
  /// What happens to the connection besides, which a learner must be told.
  enum Circumstance {
    case usual
    /// Segments of these indices cross.
    case crossing(Int, Int)
    /// Nobody listens on the port.
    case closedPort
    /// The server's machine has lost the connection.
    case restarted
  }

  /// The first numbers, where the trace does not begin with the handshake.
  struct Start {
    var client: Int
    var server: Int
  }

  /// What an end does that only acknowledges or refuses.
  static let answers = "answers"

  let client: Endpoint
  let server: Endpoint
  let start: Start?
  private(set) var trace: SegmentTrace
  private(set) var circumstance = Circumstance.usual
  /// What each segment's sender does: a call, bytes, or an answer.
  private(set) var events: [String] = []

  init(client: Endpoint, server: Endpoint, start: Start? = nil) {
    self.client = client
    self.server = server
    self.start = start
    trace =
      start.map { SegmentTrace(nextOfClient: $0.client, nextOfServer: $0.server) } ?? SegmentTrace()
  }

  var segments: [Segment] { trace.segments }

  /// The first segment whose numbers can be found out: before it some must be given.
  var firstAskable: Int { start == nil ? 0 : 1 }

  // MARK: Building

  mutating func connect() { add(.client, "connect()", .syn) }

  mutating func handshake() {
    connect()
    add(.server, Self.answers, .syn)
    add(.client, Self.answers)
  }

  /// Data, a FIN after them, or both in one segment.
  mutating func add(
    _ side: ConnectionSide, bytes: Int = 0, call: String? = nil, isLeftInFlight: Bool = false
  ) {
    let parts = [bytes > 0 ? CloseResult.bytes(bytes).description : nil, call].compactMap(\.self)
    add(
      side, parts.joined(separator: ", "), call == nil ? .plain : .fin, bytes: bytes,
      isLeftInFlight: isLeftInFlight)
  }

  mutating func answer(_ side: ConnectionSide) { add(side, Self.answers) }

  /// What was left in flight crosses and arrives.
  mutating func cross() {
    circumstance = .crossing(segments.count - 2, segments.count - 1)
    trace.arrive()
  }

  /// The server, which knows of no connection, refuses the last segment.
  mutating func refuse(_ circumstance: Circumstance) {
    self.circumstance = circumstance
    trace.refuse()
    events.append(Self.answers)
  }

  private mutating func add(
    _ side: ConnectionSide, _ event: String, _ content: SegmentTrace.Content = .plain,
    bytes: Int = 0, isLeftInFlight: Bool = false
  ) {
    trace.send(side, content, bytes: bytes, isLeftInFlight: isLeftInFlight)
    events.append(event)
  }

  // MARK: Showing

  /// What a learner must be told besides the rows; empty where there is nothing.
  var note: String {
    switch circumstance {
    case .usual: ""
    case .crossing(let one, let other):
      " Segments \(one + 1) and \(other + 1) cross on their way."
    case .closedPort: " Nobody listens on the port."
    case .restarted:
      " Before segment \(segments.count - 1) arrives, the server's machine restarts and forgets all."
    }
  }

  /// The ends in one line.
  var header: MarkedText {
    MarkedText([.init("client \(client)  server \(server)", .faint)])
  }

  /// A field of a segment as it is written.
  func text(of field: SegmentField, in index: Int) -> String {
    let segment = segments[index]
    return switch field {
    case .flags: segment.flagText
    case .sequence: String(segment.sequence)
    case .acknowledgement: segment.acknowledgement.map(String.init) ?? "none"
    }
  }

  /// The segments below each other, up to one, with ? in place of hidden fields.
  func rows(upTo last: Int? = nil, hiding hidden: Set<SegmentCell> = []) -> AlignedRows {
    var rows = [["", "sender", "does", "flags", "seq", "ack"]]
    for index in 0...(last ?? segments.count - 1) {
      rows.append(
        [String(index + 1), segments[index].sender.rawValue, events[index]]
          + SegmentField.allCases.map {
            hidden.contains(SegmentCell(index, $0)) ? "?" : text(of: $0, in: index)
          })
    }
    return AlignedRows(texts: rows)
  }

  /// The case for another program: what happens, without the numbers that follow from it.
  var data: [String: CaseValue] {
    [
      "client": CaseValue(client), "server": CaseValue(server), "numbers": "relative",
      "start": start.map {
        ["nextOfClient": .number($0.client), "nextOfServer": .number($0.server)]
      } ?? "beforeHandshake",
      "circumstance": .text(circumstanceName),
      "segments": .list(
        segments.indices.map {
          [
            "sender": .text(segments[$0].sender.rawValue), "does": .text(events[$0]),
            "bytes": .number(segments[$0].bytes),
            "flags": .list(segments[$0].flags.map(\.rawValue).sorted().map { .text($0) }),
          ]
        }),
    ]
  }

  private var circumstanceName: String {
    switch circumstance {
    case .usual: "usual"
    case .crossing(let one, let other): "segments \(one + 1) and \(other + 1) cross"
    case .closedPort: "nobody listens"
    case .restarted: "server restarted before the last segment"
    }
  }
}

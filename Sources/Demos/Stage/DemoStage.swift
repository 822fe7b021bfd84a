import PortKnowledge
import Sockets

/// Where a demo's steps do their work: its sockets by name, the calls on them, and the table.
///
/// It lives on the demo's thread and nowhere else. Every wait looks at least every 50 ms whether the
/// learner has left.
final class DemoStage {
  private let control: DemoControl
  private let send: @Sendable (DemoEvent) -> Void
  private let poller: Poller
  /// Reports every call of the demo's sockets.
  let recorder: CallRecorder

  /// The demo's sockets in the order in which they were opened.
  private var sockets: [(name: String, held: HeldSocket)] = []
  /// The demo's endpoints: rows of the same protocol that have one of them on either side are its
  /// own.
  private(set) var endpoints: [(transport: TransportProtocol, endpoint: Endpoint)] = []
  /// The demo's connections, as their clients see them: both rows of each are its own.
  private(set) var connections: Set<FiveTuple> = []
  /// Rows in TIME-WAIT that were there before.
  let strangers: Set<FiveTuple>
  /// The ends that wait for others; those are drawn on the right.
  private(set) var serverEndpoints: [Endpoint] = []
  /// Whose socket a row is, in the order in which rows are to be shown.
  private(set) var roles: [(tuple: FiveTuple, role: String)] = []
  /// Whose socket a row is, where several rows have one tuple.
  var rolesByInode: [UInt64: String] = [:]
  /// Messages without a connection, for the picture.
  private(set) var messages: [(from: Endpoint, to: Endpoint)] = []
  /// What the picture calls the side that opens connections.
  var leftName = "clients"
  /// Which of the demo's rows are told: a crowd of connections may only be counted.
  var isShown: (SocketRow) -> Bool = { _ in true }
  /// The rows of the last reading, told or not.
  var rows: [SocketRow] = []
  /// What the last reading told, to find what has changed.
  var difference = TableDifference()
  /// A crowd of connections; letting go of it resets them.
  var crowd: ConnectionCrowd?
  /// Unix sockets, the newest last, by the names of the demo.
  var unixSockets: [(name: String, held: HeldUnixSocket)] = []
  /// Files that the demo made: removed with their folder when it ends.
  var files = TemporaryPaths()
  /// Values that a step keeps for a later one or for its prediction.
  var notes: [String: String] = [:]

  /// How long the kernel may take to show what it must.
  static let patience = Duration.seconds(5)
  /// The longest wait between two looks at whether the learner has left.
  static let slice = Duration.milliseconds(50)

  /// An empty stage.
  init(
    _ control: DemoControl, report: @escaping @Sendable (DemoEvent) -> Void
  ) throws {
    self.control = control
    send = report
    poller = try Poller()
    recorder = CallRecorder { report(.callMade($0)) }
    strangers = Set(try KernelTable.read { $0.state == .timeWait }.rows.map(\.identity))
    control.wake(through: poller.waker)
  }

  /// Tells what happened.
  func report(_ event: DemoEvent) {
    send(event)
  }

  /// Ends the step's work here where the learner has left.
  func checkStopped() throws {
    if control.isStopped { throw DemoInterruption.left }
  }

  /// Rests for a moment, shorter where the learner leaves.
  func rest(_ duration: Duration) throws {
    _ = try poller.wait(timeout: duration)
    try checkStopped()
  }

  /// Asks for a prediction; nil where the learner looks without one.
  func ask(_ question: Question) throws -> Answer? {
    control.expect(.answer)
    report(.questionAsked(question))
    try waitForCommand()
    return control.answer
  }

  /// Says that a step is over, and waits for the word to go on unless it was the last one.
  func endStep(_ index: Int, isLast: Bool) throws {
    control.expect(isLast ? .nothing : .proceed)
    report(.stepEnded(index: index))
    try waitForCommand()
  }

  private func waitForCommand() throws {
    while true {
      try checkStopped()
      if control.isAnswered { return }
      _ = try poller.wait()
    }
  }

  // Sockets by name.

  /// Takes a socket over.
  func hold(_ name: String, _ held: HeldSocket) {
    sockets.append((name, held))
  }

  /// The socket of a name; a name that is not held is a mistake in the demo.
  func held(_ name: String) throws -> HeldSocket {
    guard let found = sockets.last(where: { $0.name == name }) else {
      throw DemoInterruption.failed("The demo holds no socket called \(name).")
    }
    return found.held
  }

  /// Closes the socket of a name.
  func close(_ name: String) throws {
    try checkStopped()
    _ = try held(name)
    sockets.removeAll { $0.name == name }
  }

  /// Closes what is still open, the newest first.
  ///
  /// Connections are reset, so that a demo that was left half-way leaves no TIME_WAIT behind.
  func closeEverything() {
    crowd = nil
    unixSockets.removeAll()
    files.removeAll()
    while let last = sockets.last {
      // A socket that takes no option is closed the usual way.
      if last.held.isConnection { try? last.held.socket.setLinger(seconds: 0) }
      sockets.removeLast()
    }
  }

  /// Closes everything and forgets what belonged to the demo: the next rows are those of another
  /// experiment, with nothing before them.
  func beginAfresh() {
    closeEverything()
    endpoints = []
    connections = []
    serverEndpoints = []
    roles = []
    messages = []
    rows = []
    difference = TableDifference()
  }

  // What belongs to the demo.

  /// The first endpoint on which the demo waits for others.
  var server: Endpoint { serverEndpoints.first ?? Endpoint(.loopback, 0) }

  /// Watches an endpoint where the demo waits for others.
  func watchServer(_ endpoint: Endpoint, _ transport: TransportProtocol, role: String) {
    let nobody = Endpoint(endpoint.address.isIPv6 ? .any6 : .any, 0)
    serverEndpoints.append(endpoint)
    endpoints.append((transport, endpoint))
    roles.append((FiveTuple(transport, from: endpoint, to: nobody), role))
  }

  /// Watches both rows of a connection.
  func watchConnection(_ tuple: FiveTuple) {
    connections.insert(tuple)
  }

  /// Watches an endpoint from which the demo sends datagrams.
  func watchSender(_ endpoint: Endpoint, role: String) {
    let nobody = Endpoint(endpoint.address.isIPv6 ? .any6 : .any, 0)
    endpoints.append((.udp, endpoint))
    roles.append((FiveTuple(.udp, from: endpoint, to: nobody), role))
  }

  /// Names both rows of a connection.
  func nameConnection(_ tuple: FiveTuple, role: String, peerRole: String) {
    roles.append((tuple, role))
    roles.append((tuple.swapped, peerRole))
  }

  /// Gives the row of a tuple another name, at the place it has.
  func rename(_ tuple: FiveTuple, to role: String) {
    for index in roles.indices where roles[index].tuple == tuple { roles[index].role = role }
  }

  /// Notes a datagram that arrived.
  func noteMessage(from sender: Endpoint, to receiver: Endpoint) {
    messages.append((sender, receiver))
  }
}

/// What a story of calls is about: the lines that lead up to the question, and what is asked.
struct CallTheme: Sendable {
  /// A line of the story, or none.
  enum Move: Hashable, Sendable {
    case call(SocketCalls.Call)
    case event(SocketCalls.Event)
    case nothing
  }

  let transport: TransportProtocol
  /// For each line what it may be; what cannot happen or would change nothing is left out.
  let lines: [[Move]]
  /// The calls whose result may be asked for.
  let asked: [SocketCalls.Call]

  private static func stream(_ lines: [[Move]], asked: [SocketCalls.Call]) -> CallTheme {
    CallTheme(transport: .tcp, lines: lines, asked: asked)
  }

  private static func datagrams(_ lines: [[Move]], asked: [SocketCalls.Call]) -> CallTheme {
    CallTheme(transport: .udp, lines: lines, asked: asked)
  }

  /// The themes of a level; at least three.
  static func all(_ level: ExerciseLevel) -> [CallTheme] {
    switch level {
    case .easy: easy
    case .medium: medium
    case .hard: hard
    }
  }

  private static let sends = Move.event(.peerSends("hello"))

  private static let easy: [CallTheme] = [
    stream(
      [[.call(.bind), .nothing]],
      asked: [.listen, .connect, .connectToClosedPort, .accept, .send, .receive, .remoteEndpoint]),
    stream(
      [[.call(.bind)], [.call(.listen)]],
      asked: [.accept, .bind, .connect, .receive, .remoteEndpoint, .send]),
    stream(
      [[.call(.bind)], [.call(.listen)], [.event(.clientConnects)]],
      asked: [.accept, .receive, .remoteEndpoint, .send]),
    stream(
      [[.call(.connect)]],
      asked: [.connect, .bind, .listen, .send, .receive, .remoteEndpoint, .accept]),
    stream(
      [[.call(.connectToClosedPort)]],
      asked: [.connect, .send, .receive, .remoteEndpoint, .connectToClosedPort]),
    stream(
      [[.call(.bind)], [.call(.connect)]],
      asked: [.connect, .bind, .listen, .remoteEndpoint, .accept]),
  ]

  private static let medium: [CallTheme] = [
    stream(
      [
        [.call(.bind), .nothing], [.call(.connect)],
        [sends, .event(.peerCloses), .event(.peerShutsDownWriting)],
      ], asked: [.send, .receive, .remoteEndpoint, .connect]),
    stream(
      [[.call(.connect)], [.call(.shutdownWriting), .call(.shutdownReading)], [sends, .nothing]],
      asked: [.send, .receive, .remoteEndpoint, .shutdownWriting]),
    stream(
      [[.call(.connect)], [.event(.peerCloses)], [.call(.send)]],
      asked: [.send, .receive]),
    stream(
      [[.call(.bind)], [.call(.listen)], [.event(.clientConnects)], [.call(.accept)]],
      asked: [.accept, .send, .receive, .remoteEndpoint, .listen]),
    stream(
      [
        [.call(.bind), .call(.bindToPortZero)], [.call(.connectToClosedPort)],
        [.call(.connect), .nothing],
      ], asked: [.bind, .listen, .connect, .send]),
    datagrams(
      [[.call(.bind), .nothing]],
      asked: [.listen, .accept, .send, .receive, .remoteEndpoint, .connectToClosedPort]),
    datagrams(
      [[.call(.bind)], [.call(.connect)], [sends, .nothing]],
      asked: [.send, .receive, .listen, .bind, .connect, .remoteEndpoint]),
    stream([[.call(.connect)], [.event(.peerAborts)]], asked: [.receive, .send]),
  ]

  private static let hard: [CallTheme] = [
    stream(
      [
        [.call(.connect)], [sends, .nothing], [.event(.peerAborts)],
        [.call(.receive), .call(.send), .nothing],
      ], asked: [.send, .receive, .remoteEndpoint, .connect, .shutdownWriting]),
    stream(
      [
        [.call(.connect)], [sends, .nothing], [.event(.peerCloses)], [.call(.send)],
      ], asked: [.send, .receive, .remoteEndpoint, .connect]),
    stream(
      [
        [.call(.connect)], [.call(.shutdownWriting)], [.event(.peerCloses), sends],
        [.call(.receive), .nothing],
      ], asked: [.send, .receive, .remoteEndpoint, .shutdownWriting, .connect]),
    stream(
      [
        [.call(.connect)], [.event(.peerShutsDownWriting)], [.call(.shutdownWriting), .nothing],
      ], asked: [.send, .receive, .remoteEndpoint, .shutdownWriting]),
    stream(
      [[.call(.connect)], [.call(.shutdownBoth)], [sends]],
      asked: [.receive, .send, .remoteEndpoint]),
    stream(
      [[.call(.bindToPortZero), .call(.bind)], [.call(.connectToClosedPort)]],
      asked: [.bind, .bindToPortZero, .listen]),
    stream([[.call(.listen)]], asked: [.bind, .localEndpoint, .connect, .listen]),
    stream(
      [[.call(.bind), .call(.bindToPortZero), .nothing], [.call(.connect), .nothing]],
      asked: [.localEndpoint]),
    datagrams(
      [
        [.call(.connectToClosedPort)], [.call(.send)],
        [.call(.send), .call(.receive), .call(.connect), .nothing],
      ], asked: [.send, .receive, .remoteEndpoint]),
    datagrams(
      [[.call(.send)], [.call(.connect), .nothing]],
      asked: [.bind, .send, .localEndpoint, .remoteEndpoint]),
    datagrams(
      [[.call(.connect)], [.call(.shutdownWriting)], [.call(.connectToClosedPort), .nothing]],
      asked: [.send, .remoteEndpoint, .bind]),
  ]
}

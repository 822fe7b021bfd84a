extension Conversation.Plan {
  private typealias Action = CallOrder.Action

  private static let serving: [Action] = [
    .open, .bind, .listen, .accept, .receive, .send, .close,
  ]
  private static let asking: [Action] = [.open, .connect, .send, .receive, .close]

  /// The plans of a level; at least three.
  static func all(_ level: ExerciseLevel) -> [Self] {
    switch level {
    case .easy: easy
    case .medium: medium
    case .hard: hard
    }
  }

  /// One program at a time.
  private static let easy: [Self] = [
    Self(server: serving, client: asking, shownServer: serving, shownClient: []),
    Self(server: serving, client: asking, shownServer: [], shownClient: asking),
    Self(
      server: serving, client: asking, shownServer: [.open, .bind, .listen, .accept],
      shownClient: []),
    Self(
      server: [.open, .bind, .listen, .accept, .send, .receive, .close],
      client: [.open, .connect, .receive, .send, .close],
      shownServer: [.open, .bind, .listen, .accept, .send, .receive], shownClient: []),
    Self(
      server: [.open, .reuseAddress] + serving.dropFirst(), client: asking,
      shownServer: [.open, .reuseAddress, .bind, .listen, .accept], shownClient: []),
    Self(
      transport: .udp, server: [.open, .bind, .receive, .send], client: [.open, .send, .receive],
      shownServer: [.open, .bind, .receive, .send], shownClient: []),
  ]

  /// Both programs.
  private static let medium: [Self] = [
    Self(
      server: serving, client: asking, shownServer: [.bind, .listen, .accept, .receive, .send],
      shownClient: [.connect, .send, .receive]),
    Self(
      server: serving, client: asking, shownServer: [.open, .bind, .listen, .accept, .receive],
      shownClient: [.open, .connect, .send]),
    Self(
      server: [.open, .bind, .listen, .accept, .send, .receive, .close],
      client: [.open, .connect, .receive, .send, .close],
      shownServer: [.bind, .listen, .accept, .send, .receive],
      shownClient: [.connect, .receive, .send]),
    Self(
      transport: .udp, server: [.open, .bind, .receive, .send], client: [.open, .send, .receive],
      shownServer: [.open, .bind, .receive, .send], shownClient: [.open, .send, .receive]),
  ]

  /// Half-close, a chosen port, a listener that goes early.
  private static let hard: [Self] = [
    Self(
      server: [.open, .bind, .listen, .accept, .receive, .receiveEnd, .send, .close],
      client: [.open, .connect, .send, .shutdownWriting, .receive, .close],
      shownServer: [.listen, .accept, .receive, .receiveEnd, .send],
      shownClient: [.connect, .send, .shutdownWriting, .receive]),
    Self(
      server: [.open, .bindToPortZero, .askPort, .listen, .accept, .receive, .close],
      client: [.open, .connect, .send, .close],
      shownServer: [.open, .bindToPortZero, .askPort, .listen, .accept, .receive],
      shownClient: [.open, .connect, .send]),
    Self(
      server: [.open, .bind, .listen, .accept, .closeListener, .receive, .send, .close],
      client: asking, shownServer: [.bind, .listen, .accept, .closeListener, .receive, .send],
      shownClient: [.connect, .send, .receive]),
    Self(
      server: [.open, .reuseAddress, .bind, .listen, .accept, .receive, .receiveEnd, .close],
      client: [.open, .connect, .send, .close],
      shownServer: [.reuseAddress, .bind, .listen, .accept, .receive, .receiveEnd],
      shownClient: [.connect, .send, .close]),
  ]
}

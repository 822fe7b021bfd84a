/// A close history as calls that a kernel can be asked for.
public struct CloseExperiment: Hashable, Sendable {
  /// The client's endpoint.
  public var client: Endpoint
  /// The server's endpoint.
  public var server: Endpoint
  /// The calls on the open connection, in order.
  public var calls: [CloseCall]

  /// What a question asks of a history.
  public enum Asked: Hashable, Sendable {
    /// The result of the call of an index.
    case result(Int)
    /// The states of both rows at the end.
    case states
  }

  /// A connection between two endpoints and what is done with it.
  public init(client: Endpoint, server: Endpoint, calls: [CloseCall]) {
    self.client = client
    self.server = server
    self.calls = calls
  }

  /// The name of the listener in the steps; the ends are called `client` and `server`.
  public static let listener = "listener"

  /// Every call with what the model says, and the states of both rows where a call changes them.
  ///
  /// The looks at rows also wait until everything has arrived, so that the next call finds what the
  /// model supposes.
  public func steps(asking asked: Set<Asked> = []) -> [ExperimentStep] {
    var steps = opening
    var history = CloseHistory()
    var sent: [ConnectionSide: Int] = [:]
    var read: [ConnectionSide: Int] = [:]
    for (index, call) in calls.enumerated() {
      let before = history
      let result = history.perform(call)
      let text: String
      switch (call.operation, result) {
      case (.send(let count), _):
        text = Self.text(of: call.side, from: sent[call.side, default: 0], count: count)
        sent[call.side, default: 0] += count
      case (_, .bytes(let count)):
        text = Self.text(of: call.side.peer, from: read[call.side, default: 0], count: count)
        read[call.side, default: 0] += count
      default: text = ""
      }
      steps.append(
        ExperimentStep(
          call.side.rawValue, Self.call(call.operation, text),
          expected: Self.outcome(result, text), isAsked: asked.contains(.result(index))))
      steps += looks(at: history, after: before, call)
    }
    return steps
      + ConnectionSide.allCases.map {
        ExperimentStep(
          $0.rawValue, .state, expected: .state(history[$0].state),
          isAsked: asked.contains(.states))
      }
  }

  private var opening: [ExperimentStep] {
    [
      ExperimentStep(Self.listener, .open(.tcp, isIPv6: server.address.isIPv6)),
      ExperimentStep(Self.listener, .bind(server)),
      ExperimentStep(Self.listener, .listen(backlog: 1)),
      ExperimentStep(ConnectionSide.client.rawValue, .open(.tcp, isIPv6: client.address.isIPv6)),
      ExperimentStep(ConnectionSide.client.rawValue, .bind(client)),
      ExperimentStep(ConnectionSide.client.rawValue, .connect(server)),
      ExperimentStep(Self.listener, .accept(as: ConnectionSide.server.rawValue)),
    ]
  }

  /// Looks that wait for what a call has brought about at either end.
  private func looks(
    at history: CloseHistory, after before: CloseHistory, _ call: CloseCall
  ) -> [ExperimentStep] {
    ConnectionSide.allCases.compactMap { side in
      let end = history[side]
      if end.state != before[side].state {
        return ExperimentStep(side.rawValue, .state, expected: .state(end.state))
      }
      guard end.unread > before[side].unread else { return nil }
      return ExperimentStep(
        side.rawValue, .queues, expected: .queues(receive: end.receiveQueue, send: 0))
    }
  }

  private static func call(_ operation: CloseCall.Operation, _ text: String) -> ExperimentCall {
    switch operation {
    case .send: .send(text)
    case .receive(let count): .receive(upTo: count)
    case .shutdownWriting: .shutdownWriting
    case .close: .close
    case .abort: .abort
    }
  }

  private static func outcome(_ result: CloseResult, _ text: String) -> ExperimentOutcome {
    switch result {
    case .ok: .ok
    case .bytes: .text(text)
    case .endOfStream: .text("")
    default: .error(result.errorName ?? "")
    }
  }

  /// Bytes of an end's stream: the alphabet again and again, the server's in capitals.
  private static func text(of side: ConnectionSide, from start: Int, count: Int) -> String {
    let first: UInt8 = side == .client ? 0x61 : 0x41
    let bytes = (start..<start + count).map { first + UInt8($0 % 26) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

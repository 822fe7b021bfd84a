/// One call of an experiment, and what the model says it returns.
public struct ExperimentStep: Hashable, Sendable {
  /// The name of the socket, for example `A` or `server`.
  public var socket: String
  /// What is called.
  public var call: ExperimentCall
  /// What the model says comes of it; nil where it must merely succeed.
  public var expected: ExperimentOutcome?
  /// Whether this outcome is what the question asks for.
  public var isAsked: Bool

  /// A call on a socket.
  public init(
    _ socket: String, _ call: ExperimentCall, expected: ExperimentOutcome? = nil,
    isAsked: Bool = false
  ) {
    self.socket = socket
    self.call = call
    self.expected = expected
    self.isAsked = isAsked
  }
}

extension ExperimentStep: CustomStringConvertible {
  /// `A: bind(0.0.0.0:8080)`.
  public var description: String { "\(socket): \(call)" }
}

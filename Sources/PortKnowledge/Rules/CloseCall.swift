/// A call that one end of a connection makes while the connection is used and ended.
public struct CloseCall: Hashable, Sendable {
  /// What is called.
  public enum Operation: Hashable, Sendable {
    /// send() of so many bytes, at least 1.
    case send(Int)
    /// recv() of at most so many bytes, at least 1.
    case receive(upTo: Int)
    /// shutdown(SHUT_WR).
    case shutdownWriting
    /// close() with its usual meaning.
    case close
    /// close() with SO_LINGER on and a linger time of 0.
    case abort
  }

  /// Who calls.
  public var side: ConnectionSide
  /// What is called.
  public var operation: Operation

  /// A call of one end.
  public init(_ side: ConnectionSide, _ operation: Operation) {
    self.side = side
    self.operation = operation
  }

  /// Whether the program gives its descriptor back with it.
  public var isClosing: Bool { operation == .close || operation == .abort }
}

extension CloseCall: CustomStringConvertible {
  /// `client: send(5 bytes)`.
  public var description: String { "\(side): \(operation)" }
}

extension CloseCall.Operation: CustomStringConvertible {
  /// `send(5 bytes)`, `recv(up to 10)`, `shutdown(SHUT_WR)`, `close()` or `close(), linger 0`.
  public var description: String {
    switch self {
    case .send(let count): "send(\(count) \(count == 1 ? "byte" : "bytes"))"
    case .receive(let count): "recv(up to \(count))"
    case .shutdownWriting: "shutdown(SHUT_WR)"
    case .close: "close()"
    case .abort: "close(), linger 0"
    }
  }
}

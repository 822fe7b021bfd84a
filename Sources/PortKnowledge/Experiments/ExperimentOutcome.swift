/// What came of an experiment's call, or what the model says comes of it.
public enum ExperimentOutcome: Hashable, Sendable {
  /// It succeeded.
  case ok
  /// It failed, with the name of the error number, for example `EADDRINUSE`.
  case error(String)
  /// A handshake was not over when the patience ended.
  case pending
  /// What was received; empty at the end of a stream.
  case text(String)
  /// An address and a port, which may be one that the kernel chose.
  case endpoint(IPAddress, SeenPort)
  /// The state of a row; nil where there is none.
  case state(TCPState?)
  /// Recv-Q and Send-Q; nil where there is no row.
  case queues(receive: Int, send: Int)
  /// The socket that got something; nil for none.
  case receiver(String?)
  /// How many.
  case count(Int)
  /// How many of each.
  case counts([Int])
  /// As a prediction: each of the counts lies in the range.
  case eachWithin(ClosedRange<Int>)

  /// A port as getsockname tells it.
  public enum SeenPort: Hashable, Sendable {
    /// 0: none yet.
    case none
    /// A port of the case.
    case known(PortNumber)
    /// Another one, which the kernel chose.
    case chosen
  }

  /// Whether what was seen is what was predicted.
  public func agrees(with seen: ExperimentOutcome) -> Bool {
    if case .eachWithin(let range) = self, case .counts(let counts) = seen {
      return counts.allSatisfy(range.contains)
    }
    return self == seen
  }
}

extension ExperimentOutcome: CustomStringConvertible {
  /// The outcome in a few words, the same for the model's and for the kernel's.
  public var description: String {
    switch self {
    case .ok: return "OK"
    case .error(let name): return name
    case .pending: return "no answer yet"
    case .text(let text): return text.isEmpty ? "the end (0 bytes)" : "\"\(text)\""
    case .endpoint(let address, let port):
      switch port {
      case .none: return "\(Endpoint(address, 0))"
      case .known(let port): return "\(Endpoint(address, port))"
      case .chosen: return "\(address) and a port that the kernel chose"
      }
    case .state(let state): return state?.ssName ?? "no row"
    case .queues(let receive, let send): return "Recv-Q \(receive), Send-Q \(send)"
    case .receiver(let name): return name ?? "nobody"
    case .count(let count): return String(count)
    case .counts(let counts): return counts.map(String.init).joined(separator: ", ")
    case .eachWithin(let range): return "each \(range.lowerBound) to \(range.upperBound)"
    }
  }
}

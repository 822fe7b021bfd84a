/// What a filter of ss asks of a row's addresses and ports.
indirect enum FilterCondition: Hashable, Sendable {
  /// An end of a row.
  enum Side: Hashable, Sendable {
    /// The side of this machine: `src` and `sport`.
    case local
    /// The peer's side: `dst` and `dport`.
    case remote
  }

  /// How two ports are compared.
  enum Comparison: Hashable, Sendable {
    case equal
    case notEqual
    case less
    case atMost
    case greater
    case atLeast

    /// Whether the comparison holds.
    func holds(_ left: PortNumber, _ right: PortNumber) -> Bool {
      switch self {
      case .equal: left == right
      case .notEqual: left != right
      case .less: left < right
      case .atMost: left <= right
      case .greater: left > right
      case .atLeast: left >= right
      }
    }
  }

  case port(Side, Comparison, PortNumber)
  case host(Side, FilterHost)
  case not(FilterCondition)
  case and(FilterCondition, FilterCondition)
  case or(FilterCondition, FilterCondition)

  /// Whether a row is as asked.
  func matches(_ row: SocketRow) -> Bool {
    switch self {
    case .port(let side, let comparison, let port):
      comparison.holds(Self.end(side, of: row).port, port)
    case .host(let side, let host):
      host.contains(Self.end(side, of: row))
    case .not(let condition):
      !condition.matches(row)
    case .and(let left, let right):
      left.matches(row) && right.matches(row)
    case .or(let left, let right):
      left.matches(row) || right.matches(row)
    }
  }

  private static func end(_ side: Side, of row: SocketRow) -> Endpoint {
    side == .local ? row.local : row.remote
  }
}

extension SocketFilter {
  /// Why a row is shown or is not.
  func reason(for socket: ListedSocket) -> String {
    let row = socket.row
    guard states.contains(row.state) else {
      return "It is in \(row.stateName), and the filter leaves that state out."
    }
    guard let condition else { return "It is in \(row.stateName), as the filter asks." }
    if let failing = condition.failing(row) {
      return "\(failing) does not hold: the local side is \(SSListing.local(socket)), the peer "
        + "\(SSListing.peer(socket))."
    }
    return "It is in \(row.stateName), which passes, and \(condition) holds."
  }
}

extension SocketFilter {
  /// The column of a row that decides whether it is shown.
  func decidingColumn(for socket: ListedSocket) -> SSListing.Column {
    guard states.contains(socket.row.state) else { return .state }
    return condition?.failing(socket.row)?.column ?? condition?.column ?? .state
  }
}

extension FilterCondition: CustomStringConvertible {
  /// The column at which the condition looks first.
  var column: SSListing.Column {
    switch self {
    case .port(let side, _, _): side == .local ? .localPort : .peerPort
    case .host(let side, _): side == .local ? .local : .peer
    case .not(let condition): condition.column
    case .and(let left, _), .or(let left, _): left.column
    }
  }

  /// The first part by which a row fails; nil where it does not.
  func failing(_ row: SocketRow) -> FilterCondition? {
    if matches(row) { return nil }
    if case .and(let left, let right) = self { return left.failing(row) ?? right.failing(row) }
    return self
  }

  /// The condition as it is typed; the part behind an `and` in brackets where it is an `or`.
  var description: String {
    switch self {
    case .port(let side, let comparison, let port):
      "\(side == .local ? "sport" : "dport") \(comparison) :\(port)"
    case .host(let side, let host): "\(side == .local ? "src" : "dst") \(host)"
    case .not(let condition): "not \(condition.bracketed)"
    case .and(let left, let right): "\(left.bracketed) and \(right.bracketed)"
    case .or(let left, let right): "\(left.bracketed) or \(right.bracketed)"
    }
  }

  private var bracketed: String {
    switch self {
    case .port, .host, .not: description
    case .and, .or: "( \(description) )"
    }
  }
}

extension FilterCondition.Comparison: CustomStringConvertible {
  /// The sign, or the word where the sign looks like a mark of exclamation.
  var description: String {
    switch self {
    case .equal: "="
    case .notEqual: "ne"
    case .less: "<"
    case .atMost: "<="
    case .greater: ">"
    case .atLeast: ">="
    }
  }
}

extension FilterHost: CustomStringConvertible {
  /// The host as it is typed.
  var description: String {
    let port = port.map { ":\($0)" } ?? ""
    guard let address else { return port.isEmpty ? "*" : port }
    let length = prefixLength == (address.isIPv6 ? 128 : 32) ? "" : "/\(prefixLength)"
    return (address.isIPv6 ? "[\(address)\(length)]" : "\(address)\(length)") + port
  }
}

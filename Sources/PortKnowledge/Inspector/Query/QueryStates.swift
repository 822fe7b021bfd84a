/// The names of states in a query: those of ss, netstat and RFC 9293, in whatever spelling.
enum QueryStates {
  /// The states of a name; nil for any other word.
  ///
  /// Capitals, `-` and `_` make no difference: `TIME_WAIT`, `time-wait` and `timewait` are one.
  static func named(_ word: Substring) -> SocketStateSet? {
    guard word.utf8.count <= 20 else { return nil }
    let name = word.lowercased().filter { $0 != "-" && $0 != "_" }
    return states[name].map { SocketStateSet([$0]) } ?? SocketStateSet.groups[name]
  }

  /// The states of names with commas between them.
  static func list(
    _ value: Substring, _ column: Int
  ) throws(SocketQueryError) -> SocketStateSet {
    var all = SocketStateSet.none
    var column = column
    for name in value.split(separator: ",", omittingEmptySubsequences: false) {
      if name.isEmpty {
        throw SocketQueryError(column: column, "a state is missing next to the comma")
      }
      guard let states = named(name) else { throw unknown(name, column) }
      all = all.union(states)
      column += name.count + 1
    }
    return all
  }

  private static func unknown(_ name: Substring, _ column: Int) -> SocketQueryError {
    let nearest = Spelling.nearest(to: String(name), among: suggestions)
    return SocketQueryError(
      column: column,
      "\(FilterVocabulary.shown(String(name))) is no TCP state; "
        + (nearest.map { "did you mean \($0)?" } ?? "examples are listen, estab and time-wait"))
  }

  /// The names to propose, each in the form in which people type it.
  private static let suggestions =
    [
      "listen", "estab", "syn-sent", "syn-recv", "fin-wait-1", "fin-wait-2", "time-wait",
      "close-wait", "last-ack", "closing", "unconn", "established", "listening", "closed",
    ] + SocketStateSet.groups.keys.sorted()

  private static let states: [String: TCPState] = [
    "listen": .listen, "listening": .listen, "estab": .established, "established": .established,
    "synsent": .synSent, "synrecv": .synReceived, "synrcv": .synReceived,
    "synrcvd": .synReceived, "synreceived": .synReceived, "finwait1": .finWait1,
    "finwait2": .finWait2, "timewait": .timeWait, "closewait": .closeWait, "lastack": .lastAck,
    "closing": .closing, "closed": .closed, "close": .closed, "unconn": .closed,
    "unconnected": .closed,
  ]
}

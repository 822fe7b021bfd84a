/// A topic that can be chosen for practice and under which answers are counted.
public enum ExerciseTopic: String, Hashable, Sendable, CaseIterable, Codable {
  /// Port numbers, their ranges and their services.
  case ports
  /// 5-tuples: which connection is which, and how many there can be.
  case tuples
  /// Which socket gets a segment or datagram, and who can be reached at all.
  case delivery
  /// bind() and listen(): which sockets may share a port.
  case binding
  /// The calls of servers and clients, and what they return.
  case calls
  /// TCP states, and how connections open and end.
  case states
  /// What an error, or silence, says.
  case errors
  /// What ss, netstat and /proc show.
  case tools

  /// The title in lists.
  public var title: String {
    switch self {
    case .ports: "Ports and services"
    case .tuples: "5-tuples"
    case .delivery: "Which socket gets it"
    case .binding: "bind() and listen()"
    case .calls: "Calls and what they return"
    case .states: "TCP states"
    case .errors: "Errors and silence"
    case .tools: "Reading the tables"
    }
  }

  /// What is practised, in a few words for lists.
  public var summary: String {
    switch self {
    case .ports: "numbers, ranges, services and their secure twins"
    case .tuples: "which connection is which, how many there can be, NAT"
    case .delivery: "listeners, wildcards, connected sockets; who can be reached"
    case .binding: "which sockets may share a port, and what port 0 means"
    case .calls: "the order of calls, streams and datagrams, the accept queue"
    case .states: "who closes first, what stays behind, segment by segment"
    case .errors: "refused or silent, which errno, which error comes first"
    case .tools: "ss, netstat, /proc/net and filters"
    }
  }
}

/// A word that stands before a colon in a query.
enum QueryKey: String, CaseIterable {
  case port
  case sport
  case dport
  case addr
  case src
  case dst
  case state
  case pid
  case process
  case name
  case uid
  case recvq
  case sendq

  /// What follows it, for a sentence that says it is missing.
  var subject: String {
    switch self {
    case .port, .sport, .dport: "a port"
    case .addr, .src, .dst: "an address"
    case .state: "a state"
    case .pid: "a process id"
    case .process, .name: "a name"
    case .uid: "a user id"
    case .recvq, .sendq: "a size"
    }
  }

  /// The keyword with something after it.
  var example: String {
    switch self {
    case .port, .sport, .dport: "\(rawValue):443"
    case .addr, .src, .dst: "\(rawValue):127.0.0.1"
    case .state: "state:listen"
    case .pid: "pid:123"
    case .process, .name: "\(rawValue):nginx"
    case .uid: "uid:1000"
    case .recvq, .sendq: "\(rawValue):>0"
    }
  }
}

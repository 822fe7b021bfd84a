import PortKnowledge

/// A filter made from a seed, of states, ports and addresses that occur and of some that do not.
struct RandomFilter {
  /// The states with their words, each an argument of its own.
  private(set) var stateArguments: [String] = []
  /// The conditions in one argument; empty where there are none.
  private(set) var conditionArguments: [String] = []

  private var generator: SeededGenerator
  private let ports: [PortNumber]
  private let addresses: [IPAddress]

  /// The whole filter as it is typed.
  var text: String { (stateArguments + conditionArguments).joined(separator: " ") }

  private static let states = [
    "established", "syn-sent", "syn-recv", "fin-wait-1", "fin-wait-2", "time-wait", "closed",
    "close-wait", "last-ack", "listening", "closing", "all", "connected", "synchronized", "bucket",
    "big", "LISTENING",
  ]

  init(seed: UInt64, ports: Set<PortNumber>, addresses: [IPAddress]) {
    generator = SeededGenerator(seed: seed)
    self.ports = ports.sorted()
    self.addresses = addresses
    while true {
      drawStates()
      if (try? SocketFilter(text)) != nil { break }
      // Every state left out: ss then falls back to its defaults.
      stateArguments = []
    }
    if stateArguments.isEmpty || number(3) > 0 {
      conditionArguments = [list(depth: 3, isNegated: false)]
    }
  }

  private mutating func number(_ count: Int) -> Int {
    Int.random(in: 0..<count, using: &generator)
  }

  private mutating func pick(_ texts: [String]) -> String { texts[number(texts.count)] }

  private mutating func drawStates() {
    for _ in 0..<[0, 0, 1, 1, 2, 3][number(6)] {
      stateArguments += [pick(["state", "state", "exclude", "excl"]), pick(Self.states)]
    }
  }

  private mutating func list(depth: Int, isNegated: Bool) -> String {
    var text = term(depth: depth, isNegated: isNegated)
    for _ in 0..<[0, 1, 1, 2, 3][number(5)] {
      text += pick([" and ", " & ", " && ", " or ", " | ", " || ", " "])
      text += term(depth: depth, isNegated: isNegated)
    }
    return text
  }

  private mutating func term(depth: Int, isNegated: Bool) -> String {
    switch number(depth > 0 ? 8 : 5) {
    case 0, 1: return port("sport")
    case 2: return port("dport")
    case 3: return pick(["src ", "src = ", "src == "]) + host(isNegated: isNegated)
    case 4: return pick(["dst ", "dst = ", "dst eq "]) + host(isNegated: isNegated)
    case 5: return pick(["not ", "! "]) + term(depth: depth - 1, isNegated: true)
    case 6: return "( \(list(depth: depth - 1, isNegated: isNegated)) )"
    default: return "not ( \(list(depth: depth - 1, isNegated: true)) )"
    }
  }

  private mutating func port(_ keyword: String) -> String {
    let comparison = pick([
      " ", " = ", " == ", " eq ", " != ", " ne ", " neq ", " < ", " lt ", " <= ", " le ", " leq ",
      " > ", " gt ", " >= ", " ge ", " geq ",
    ])
    return keyword + comparison + pick([":", ":", ""]) + "\(drawnPort())"
  }

  private mutating func drawnPort() -> Int {
    let port = Int(ports[number(ports.count)].rawValue)
    return [port, port, port, port + 1, port - 1, 0, 443, 65_535][number(8)]
  }

  /// A host; under `not` none of those with which ss confuses the families.
  private mutating func host(isNegated: Bool) -> String {
    let known = addresses.filter { !isNegated || !$0.isWildcard }
    let address = known[number(known.count)]
    var text = address.description
    if number(3) == 0 {
      let lengths =
        address.isIPv6 ? (isNegated ? [128] : [0, 1, 64, 96, 104, 127, 128]) : [8, 16, 24, 31, 32]
      text += "/\(lengths[number(lengths.count)])"
    }
    if address.isIPv6 { text = "[\(text)]" }
    switch number(8) {
    case 0: return "\(text):\(drawnPort())"
    case 1: return "\(text):*"
    case 2: return isNegated ? text : "*"
    case 3: return pick(["*:", ":"]) + "\(drawnPort())"
    case 4:
      return isNegated ? text : pick(["127/8", "127.0/16", "0.0.0.0/0", "127.1", "0.0.0.0/1"])
    default: return text
    }
  }
}

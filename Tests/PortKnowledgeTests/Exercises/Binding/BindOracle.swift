import PortKnowledge

/// Judges `bind()` and `listen()` from an exercise's data alone, by sets of addresses.
///
/// Written apart from the rules on purpose: a slip in one shows as a difference.
struct BindOracle {
  /// A socket as the data tell it.
  struct Member: Hashable {
    var name: String
    var transport: String
    var port: Int
    var options: Set<String>
    var state: String
    var user: Int
    var isClosed: Bool
    /// The addresses for which it would get something.
    var covers: Set<String>

    init?(_ value: CaseValue) {
      guard case .object(let members) = value, case .text(let name)? = members["name"],
        case .text(let transport)? = members["protocol"],
        case .text(let address)? = members["address"], case .truth(let v6only)? = members["v6only"],
        case .number(let port)? = members["port"], case .list(let options)? = members["options"],
        case .text(let state)? = members["state"], case .number(let user)? = members["user"],
        case .truth(let isClosed)? = members["isClosed"]
      else { return nil }
      self.name = name
      self.transport = transport
      self.port = port
      self.state = state
      self.user = user
      self.isClosed = isClosed
      self.options = Set(options.map { "\($0)" })
      covers = Self.addresses(address, v6only: v6only)
    }

    private static func addresses(_ text: String, v6only: Bool) -> Set<String> {
      let text = text.hasPrefix("::ffff:") ? String(text.dropFirst(7)) : text
      switch text {
      case "0.0.0.0": return four
      case "::": return v6only ? six : all
      default: return [text]
      }
    }

    // "four" and "six" stand for all the addresses that no exercise names.
    private static let four = Set(
      ["127.0.0.1", "four"] + (10...99).map { "192.0.2.\($0)" })
    private static let six: Set = ["::1", "six"]
    private static let all = four.union(six)
  }

  /// Whether a new socket may stand beside an old one.
  static func allows(_ new: Member, beside old: Member) -> Bool {
    if new.transport != old.transport || new.port != old.port { return true }
    if new.covers.isDisjoint(with: old.covers) { return true }
    let common = new.options.intersection(old.options).joined()
    if common.contains("REUSEADDR"), old.state != "LISTEN" { return true }
    return common.contains("REUSEPORT") && (new.user == old.user || old.isClosed)
  }

  /// The members of an exercise's data.
  static func members(_ data: CaseValue) -> [String: CaseValue] {
    if case .object(let members) = data { members } else { [:] }
  }

  /// The sockets in a list of the data.
  static func sockets(_ value: CaseValue?) -> [Member] {
    if case .list(let values)? = value { values.compactMap(Member.init) } else { [] }
  }
}

/// The words of ss's filters, and what to say to one that is none.
enum FilterVocabulary {
  /// What joins two conditions.
  enum Joint: Hashable, Sendable {
    case and
    case or
  }

  /// Whether a word says something about states.
  static func isStateKeyword(_ word: String) -> Bool {
    word == "state" || word == "exclude" || word == "excl"
  }

  /// What a word joins; nil where it is no such word.
  static func joint(_ word: String) -> Joint? {
    switch word {
    case "and", "&", "&&": .and
    case "or", "|", "||": .or
    default: nil
    }
  }

  /// The comparison of a word; nil where it is none.
  static func comparison(_ word: String) -> FilterCondition.Comparison? {
    switch word {
    case "=", "==", "eq": .equal
    case "!=", "ne", "neq": .notEqual
    case "<", "lt": .less
    case "<=", "le", "leq": .atMost
    case ">", "gt": .greater
    case ">=", "ge", "geq": .atLeast
    default: nil
    }
  }

  /// A word as a sentence shows it: at most 20 characters.
  static func shown(_ word: String) -> String {
    word.count <= 20 ? word : "\(word.prefix(19))…"
  }

  // MARK: What is wrong with a word

  /// Why a word names no state.
  static func wrongState(_ word: FilterWord) -> SocketFilterError {
    let name = word.text.lowercased()
    let dashed = String(name.map { $0 == "_" ? "-" : $0 })
    let meant: [String: String] = [
      "listen": "listening", "estab": "established", "unconn": "closed", "fin-wait1": "fin-wait-1",
      "fin-wait2": "fin-wait-2", "timewait": "time-wait", "closewait": "close-wait",
    ]
    let other = meant[dashed] ?? (SocketStateSet(named: dashed) == nil ? nil : dashed)
    return SocketFilterError(
      column: word.column,
      other.map { "A filter has no state called \(shown(word.text)): it says \($0)." }
        ?? "\(shown(word.text)) is no state. Examples: listening, established, time-wait, "
        + "connected.")
  }

  /// Why no condition begins with a word.
  static func noCondition(_ word: FilterWord) -> SocketFilterError {
    if let error = glued(word) { return error }
    let text = word.text
    let small = text.lowercased()
    let reason: String
    if isStateKeyword(text) {
      reason = "\(text) stands before every condition: outside brackets, without not, and, or."
    } else if keywords.contains(small), small != text {
      reason = "ss writes \(small) in small letters."
    } else if joint(text) != nil || text == ")" {
      reason = "A condition is missing before \(text)."
    } else if comparison(text) != nil {
      reason = "Before \(text) stands sport or dport."
    } else if text == "ss" || text.hasPrefix("-") {
      reason = "Type only the filter: ss -tan stands before it already."
    } else if small == "port" {
      reason = "There is no port: sport is the local port, dport the peer's."
    } else if ["dev", "fwmark", "cgroup", "autobound"].contains(text) {
      reason = "ss does know \(text), but here only states, addresses and ports count."
    } else if SocketStateSet(named: text) != nil {
      reason = "Before the name of a state stands the word state."
    } else if text.hasPrefix(":") || text.allSatisfy(\.isWholeNumber) {
      reason = "Before a port stands sport for the local one or dport for the peer's."
    } else if let first = text.first, first.isWholeNumber || first == "[" || first == "*" {
      reason = "Before an address stands src for the local one or dst for the peer's."
    } else {
      reason = "\(shown(text)) begins no condition; sport, dport, src, dst, not and ( do."
    }
    return SocketFilterError(column: word.column, reason)
  }

  /// Why a word is more than one; nil where nothing is stuck together.
  static func glued(_ word: FilterWord) -> SocketFilterError? {
    let signs = "()=<>!&|"
    guard word.text.contains(where: signs.contains) else { return nil }
    if word.text.allSatisfy({ "=<>!".contains($0) }) {
      guard comparison(word.text) == nil, word.text.count > 1 else { return nil }
      return SocketFilterError(
        column: word.column,
        "There is no comparison \(shown(word.text)); ss has =, !=, <, <=, > and >=.")
    }
    guard word.text.count > 1, joint(word.text) == nil,
      let offset = Array(word.text).firstIndex(where: signs.contains)
    else { return nil }
    let sign = Array(word.text)[offset]
    return SocketFilterError(
      column: word.column + offset,
      "ss tells words apart by spaces alone: put one on each side of \(sign), "
        + "as in ( sport = :443 ).")
  }

  private static let keywords: Set = [
    "state", "exclude", "sport", "dport", "src", "dst", "and", "or", "not",
  ]
}

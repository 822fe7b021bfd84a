/// Reads the words of a filter in the order in which ss reads them.
struct FilterParser {
  private let words: [FilterWord]
  private let binding: SocketFilter.Binding
  private var next = 0

  /// More words than anybody types, so that brackets in brackets never exhaust the stack.
  private static let most = 200

  init(_ words: [FilterWord], binding: SocketFilter.Binding) throws(SocketFilterError) {
    if words.count > Self.most {
      throw SocketFilterError(
        column: words[Self.most].column, "At most \(Self.most) words are read.")
    }
    self.words = words
    self.binding = binding
  }

  // MARK: States

  /// The states named by `state` and `exclude`, which stand before every condition.
  mutating func states() throws(SocketFilterError) -> SocketStateSet {
    var states: SocketStateSet?
    var last: FilterWord?
    while let word = current, FilterVocabulary.isStateKeyword(word.text) {
      if word.isInArgument {
        throw SocketFilterError(
          column: word.column,
          "\(word.text) and its name are words of their own: leave them outside the quotes.")
      }
      next += 1
      guard let name = current else {
        throw missing("The name of a state is missing after \(word.text).")
      }
      guard let named = SocketStateSet(named: name.text) else {
        throw FilterVocabulary.wrongState(name)
      }
      states =
        word.text == "state"
        ? (states ?? .none).union(named) : (states ?? .all).subtracting(named)
      last = name
      next += 1
    }
    guard let last, let states else { return .all }
    if states.isEmpty {
      throw SocketFilterError(column: last.column, "No state is left over.")
    }
    if let word = current, FilterVocabulary.joint(word.text) != nil {
      throw SocketFilterError(
        column: word.column,
        "No \(word.text) stands between the states and the conditions: just go on with sport, "
          + "dport, src or dst.")
    }
    return states
  }

  // MARK: Conditions

  /// What follows the states; nil where nothing does.
  mutating func condition() throws(SocketFilterError) -> FilterCondition? {
    guard current != nil else { return nil }
    let condition = try list()
    if let word = current {
      throw SocketFilterError(column: word.column, "No bracket is open that this one could close.")
    }
    return condition
  }

  /// Conditions up to a closing bracket or the end; two without a word between them mean `and`.
  private mutating func list() throws(SocketFilterError) -> FilterCondition {
    var alternatives: FilterCondition?
    var left = try term()
    while let word = current, word.text != ")" {
      let joint = FilterVocabulary.joint(word.text)
      if joint != nil { next += 1 }
      let right = try term()
      if joint != .or {
        left = .and(left, right)
      } else if binding == .leftToRight {
        left = .or(left, right)
      } else {
        alternatives = alternatives.map { .or($0, left) } ?? left
        left = right
      }
    }
    return alternatives.map { .or($0, left) } ?? left
  }

  private mutating func term() throws(SocketFilterError) -> FilterCondition {
    guard let word = current else { throw missing("A condition is missing at the end.") }
    next += 1
    switch word.text {
    case "(":
      let inner = try list()
      guard current != nil else {
        throw SocketFilterError(column: word.column, "This bracket is never closed.")
      }
      next += 1
      return inner
    case "!", "not": return .not(try term())
    case "sport": return try port(.local, after: word)
    case "dport": return try port(.remote, after: word)
    case "src": return .host(.local, try host(after: word))
    case "dst": return .host(.remote, try host(after: word))
    default: throw FilterVocabulary.noCondition(word)
    }
  }

  private mutating func port(
    _ side: FilterCondition.Side, after keyword: FilterWord
  ) throws(SocketFilterError) -> FilterCondition {
    var comparison = FilterCondition.Comparison.equal
    if let word = current, let typed = FilterVocabulary.comparison(word.text) {
      comparison = typed
      next += 1
    }
    guard let word = current else {
      throw missing("A port is missing after \(keyword.text), for example :443.")
    }
    next += 1
    return .port(side, comparison, try FilterPort.port(word))
  }

  private mutating func host(
    after keyword: FilterWord
  ) throws(SocketFilterError) -> FilterHost {
    if let word = current, let typed = FilterVocabulary.comparison(word.text) {
      guard typed == .equal else {
        throw SocketFilterError(
          column: word.column,
          "\(keyword.text) knows only =. The opposite is written as not \(keyword.text) ADDRESS.")
      }
      next += 1
    }
    guard let word = current else {
      throw missing("An address is missing after \(keyword.text).")
    }
    next += 1
    return try FilterHost(word)
  }

  // MARK: Words

  private var current: FilterWord? { next < words.count ? words[next] : nil }

  /// An error behind the last word.
  private func missing(_ reason: String) -> SocketFilterError {
    let end = words.last.map { $0.column + $0.text.count } ?? 1
    return SocketFilterError(column: end, reason)
  }
}

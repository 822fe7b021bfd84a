import PortKnowledge

/// Two things that a learner takes for each other: the one that was asked for and the one that was
/// answered.
public struct Confusion: Hashable, Sendable {
  /// What would have been right.
  public var right: String
  /// What was answered.
  public var given: String
  /// How often.
  public var count: Int

  /// A pair and its count.
  public init(right: String, given: String, count: Int) {
    self.right = right
    self.given = given
    self.count = count
  }

  /// The pairs that were confused most, the most frequent first, of equals the newest.
  ///
  /// Only what can be named by itself is counted: ports, services, errors and texts as short; the
  /// number of an option or of a row says nothing without its question.
  ///
  /// - Parameters:
  ///   - wrong: The wrong answers, the newest first.
  ///   - limit: How many pairs at most.
  /// - Returns: The pairs.
  public static func counted(in wrong: [WrongAnswer], limit: Int = 5) -> [Confusion] {
    var counts: [Pair: Int] = [:]
    var order: [Pair] = []
    for answer in wrong {
      guard let pair = pair(of: answer), pair.right != pair.given else { continue }
      if counts[pair] == nil { order.append(pair) }
      counts[pair, default: 0] += 1
    }
    return order.map { Confusion(right: $0.right, given: $0.given, count: counts[$0] ?? 0) }
      .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .prefix(limit).map(\.element)
  }

  private struct Pair: Hashable {
    var right: String
    var given: String
  }

  /// The families whose options name something by themselves.
  private static let families: Set<String> = ["port-service", "secure-twin", "which-error"]
  /// What fits beside its counterpart on a narrow screen.
  private static let longest = 24

  private static func pair(of answer: WrongAnswer) -> Pair? {
    if let card = port(answer.itemID) {
      return pair(card, given: answer.given)
    }
    guard let id = ExerciseID(answer.itemID), families.contains(id.family),
      let question = ExerciseCatalog.family(named: id.family)?
        .question(seed: id.seed, level: id.level)
    else { return nil }
    switch question.kind {
    case .entry(let entry):
      return short(right: entry.accepted.first, given: answer.given)
    case .chooseOne(let options):
      let given = Int(answer.given).flatMap {
        options.indices.contains($0 - 1) ? options[$0 - 1].text : nil
      }
      return short(right: options.first(where: \.isRight)?.text, given: given)
    case .chooseSeveral, .putInOrder, .fillTable: return nil
    }
  }

  /// A port card's service and direction, from an id such as `port:993/tcp:number`.
  private static func port(_ id: String) -> (service: Service, direction: PortDirection)? {
    let parts = id.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "port",
      let direction = PortDirection(rawValue: "\(parts[2])"),
      let number = parts[1].split(separator: "/").first.flatMap({ UInt16($0) })
    else { return nil }
    return ServiceTable.services(on: PortNumber(number))
      .first { $0.portAndTransports == parts[1] }.map { ($0, direction) }
  }

  private static func pair(
    _ card: (service: Service, direction: PortDirection), given: String
  ) -> Pair? {
    switch card.direction {
    case .number:
      guard let number = UInt16(given.trimmed) else { return nil }
      return Pair(right: card.service.port.description, given: "\(number)")
    case .service: return short(right: card.service.commonName, given: given.trimmed)
    }
  }

  private static func short(right: String?, given: String?) -> Pair? {
    guard let right, let given, !given.isEmpty, right.count <= longest, given.count <= longest
    else { return nil }
    return Pair(right: right, given: given)
  }
}

extension String {
  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

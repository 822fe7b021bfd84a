import PortKnowledge

/// What was right and what was answered instead, where both name something by themselves.
struct ConfusedPair: Hashable {
  /// What would have been right.
  let right: String
  /// What was answered.
  let given: String

  /// The pair of a wrong answer; nil where it cannot be told without the question.
  ///
  /// - Parameters:
  ///   - answer: The wrong answer.
  ///   - question: Makes a question again from its id.
  init?(_ answer: WrongAnswer, question: (String) -> Question?) {
    guard let (right, given) = Self.texts(of: answer, question: question), right != given,
      Self.canStandAlone(right, given, in: answer.itemID)
    else { return nil }
    self.right = right
    self.given = given
  }

  private static func texts(
    of answer: WrongAnswer, question: (String) -> Question?
  ) -> (right: String, given: String)? {
    let given = trimmed(answer.given)
    if let card = card(answer.itemID) {
      let service = card.service
      return card.direction == .number
        ? (service.port.description, number(given)) : (service.commonName, called(given))
    }
    switch question(answer.itemID)?.kind {
    case .entry(let entry)?:
      guard let right = entry.accepted.first else { return nil }
      return isNumber(right) ? (right, number(given)) : (called(right), called(given))
    case .chooseOne(let options)?:
      guard let right = options.first(where: \.isRight)?.text, let number = Int(given),
        options.indices.contains(number - 1)
      else { return nil }
      return (right, options[number - 1].text)
    case .chooseSeveral?, .putInOrder?, .fillTable?, nil: return nil
    }
  }

  // MARK: What can stand alone

  /// What fits beside its counterpart on a narrow screen.
  private static let longest = 24
  /// Families whose short answers are ports and services.
  private static let ofPorts: Set<String> = ["port-service", "secure-twin"]
  /// Families whose short answers are commands and filters.
  private static let ofCommands: Set<String> = ["tool-words", "socket-filter"]
  /// What a call gives, what a socket is, and what a scanner says of a port.
  private static let words =
    Set(TCPState.all.map(\.ssName))
    .union(["OK", "open", "closed", "filtered", "unfiltered", "open|filtered", "closed|filtered"])

  private static func canStandAlone(_ right: String, _ given: String, in itemID: String) -> Bool {
    guard !given.isEmpty, right.count <= longest, given.count <= longest else { return false }
    if isWord(right), isWord(given) { return true }
    let family = itemID.prefix { $0 != "/" && $0 != ":" }
    if family == "port" || family.hasPrefix("deck-") || ofPorts.contains(String(family)) {
      return isNumber(right) ? isPort(given) : isService(right) && !isNumber(given)
    }
    return ofCommands.contains(String(family)) && !isNumber(right) && !isNumber(given)
  }

  private static func isWord(_ text: String) -> Bool {
    words.contains(text) || isError(text)
  }

  /// Whether a text is the name of an error, such as EADDRINUSE.
  private static func isError(_ text: String) -> Bool {
    text.utf8.count > 3 && text.utf8.first == UInt8(ascii: "E") && text != "ESTAB"
      && text.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isPort(_ text: String) -> Bool { isNumber(text) && UInt16(text) != nil }

  private static func isService(_ text: String) -> Bool {
    ServiceTable.service(called: text) != nil
  }

  // MARK: Texts

  /// A port card's service and direction, from an id such as `port:993/tcp:number`.
  private static func card(_ id: String) -> (service: Service, direction: PortDirection)? {
    let parts = id.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "port",
      let direction = PortDirection(rawValue: String(parts[2])),
      let number = parts[1].split(separator: "/").first.flatMap({ UInt16($0) })
    else { return nil }
    return ServiceTable.services(on: PortNumber(number))
      .first { $0.portAndTransports == parts[1] }.map { ($0, direction) }
  }

  /// The number of a port typed as `993`, `0993` or `993/tcp`.
  private static func number(_ text: String) -> String {
    let digits = text.prefix { $0 != "/" }
    return UInt16(digits).map { "\($0)" } ?? text
  }

  /// The usual name of a service that was typed by one of its names.
  private static func called(_ text: String) -> String {
    ServiceTable.service(called: text)?.commonName ?? text
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

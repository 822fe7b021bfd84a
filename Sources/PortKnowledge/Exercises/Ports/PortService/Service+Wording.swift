extension Service {
  /// The port with its protocols in running text: `993 (TCP)`, `53 (TCP and UDP)`.
  var portInWords: String {
    "\(port) (\(transports.list.map(\.name).joined(separator: " and ")))"
  }

  /// The service's port as a sentence, beginning with the service.
  var portSentence: String {
    "\(commonName) has the default port \(portAndTransports) (\(purpose))."
  }

  /// The port's service as a sentence, beginning with the port.
  var serviceSentence: String {
    port == 0
      ? "0 is reserved: no service can use it."
      : "\(portAndTransports) is the default port of \(commonName) (\(purpose))."
  }

  /// Why the service and its port belong together, with what they are confused with.
  var lesson: String {
    let registry =
      ianaName.map { "IANA's name for it is \($0)." }
      ?? "The number is a habit: IANA has not assigned it for this."
    let isSaid = confusion.isEmpty || confusion.contains("IANA")
    let remark = confusion.isEmpty ? "" : " \(confusion)."
    return serviceSentence + remark + (isSaid && !confusion.isEmpty ? "" : " " + registry)
  }

  /// Whether a text about the service would tell its number.
  func isGivenAway(by text: String) -> Bool {
    text.split { !($0.isASCII && $0.isNumber) }.contains { $0 == port.description }
  }

  /// What a listed number really is.
  static func meaning(of port: PortNumber) -> String {
    ServiceTable.services(on: port).map(\.serviceSentence).joined(separator: " ")
  }

  /// The name with the purpose, which tells services with similar names apart.
  var described: String {
    isGivenAway(by: purpose) ? commonName : "\(commonName) (\(purpose))"
  }

  /// A first hint: what it belongs to, or roughly where its number lies.
  var groupHint: String {
    if let group = groups.first(where: { $0 != .neverExpose }) {
      return "It belongs to the group \u{201C}\(group.title)\u{201D}."
    }
    return rangeHint
  }

  /// Roughly where its number lies.
  var rangeHint: String {
    "Its number lies between \(range.bounds.lowerBound) and \(range.bounds.upperBound)."
  }

  /// A hint at the number: how long it is and how it begins.
  var digitHint: String {
    let digits = port.description
    return digits.count == 1
      ? "The number has a single digit."
      : "The number has \(digits.count) digits and begins with \(digits.prefix(1))."
  }

  /// The row's facts, for other programs.
  var caseValue: CaseValue {
    [
      "port": CaseValue(port), "protocols": .list(transports.list.map { .text($0.rawValue) }),
      "commonName": .text(commonName), "ianaName": ianaName.map { .text($0) } ?? .null,
      "aliases": .list(aliases.map { .text($0) }), "tier": .text(tier.rawValue),
    ]
  }

  /// The case of an exercise about this row: what is asked, what is offered or accepted.
  func caseValue(
    asking asked: String, others: [CaseValue] = [], accepted: [CaseValue] = []
  ) -> CaseValue {
    var members: [String: CaseValue] = ["asked": .text(asked), "service": caseValue]
    if !others.isEmpty { members["others"] = .list(others) }
    if !accepted.isEmpty { members["accepted"] = .list(accepted) }
    return .object(members)
  }
}

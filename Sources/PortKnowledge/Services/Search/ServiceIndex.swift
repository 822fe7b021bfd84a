/// The port table prepared for searching while someone types.
struct ServiceIndex: Sendable {
  private struct Entry: Sendable {
    let service: Service
    let digits: [UInt8]
    let names: FoldedText
    let description: FoldedText
  }

  /// The index of the whole table, built when first used.
  static let shared = ServiceIndex(ServiceTable.all)

  private let entries: [Entry]

  init(_ services: [Service]) {
    entries = services.map { service in
      Entry(
        service: service, digits: Array(service.port.description.utf8),
        names: FoldedText(service.names),
        description: FoldedText(
          [service.purpose, service.secureTwin, service.confusion] + service.registryNames))
    }
  }

  /// The services in which every word is found, the best match first.
  func matches(_ words: [String]) -> [ServiceMatch] {
    let needles = words.map { Array($0.utf8) }
    let phrase = Array(words.joined(separator: " ").utf8)
    let found = entries.compactMap { entry -> ServiceMatch? in
      reason(for: needles, phrase: phrase, in: entry).map { ServiceMatch(entry.service, $0) }
    }
    return found.sorted {
      ($0.reason, $0.service.tier, $0.service.port) < ($1.reason, $1.service.tier, $1.service.port)
    }
  }

  private func reason(
    for needles: [[UInt8]], phrase: [UInt8], in entry: Entry
  ) -> ServiceMatch.Reason? {
    var worst: ServiceMatch.Reason?
    for needle in needles {
      guard let reason = reason(for: needle, in: entry) else { return nil }
      worst = max(worst ?? reason, reason)
    }
    // "http alternate" is the name of a service, although each word alone is only a part of it.
    if needles.count > 1, let place = entry.names.bestPlace(of: phrase), let found = worst {
      worst = min(found, Self.reason(forName: place))
    }
    return worst
  }

  private func reason(for needle: [UInt8], in entry: Entry) -> ServiceMatch.Reason? {
    let isNumber = needle.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber {
      let digits = needle.drop { $0 == 0x30 && needle.count > 1 }
      if digits.elementsEqual(entry.digits) { return .exactNumber }
      // A 0 stands in many texts, hardly ever for the port.
      guard let first = digits.first, first != 0x30 else { return nil }
      if entry.digits.starts(with: digits) { return .numberPrefix }
    } else if let place = entry.names.bestPlace(of: needle) {
      return Self.reason(forName: place)
    }
    switch entry.description.bestPlace(of: needle) {
    case .wholeText, .firstWord, .wholeWord: return .wordInText
    // "4" must not find every description that mentions 443.
    case .startOfText, .startOfWord: return isNumber ? nil : .wordInText
    case .insideWord, nil: return nil
    }
  }

  private static func reason(forName place: FoldedText.Place) -> ServiceMatch.Reason {
    switch place {
    case .wholeText: .exactName
    case .firstWord, .startOfText: .namePrefix
    case .wholeWord, .startOfWord: .wordInName
    case .insideWord: .partOfName
    }
  }
}

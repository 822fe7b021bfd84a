/// What follows `sport` or `dport`.
enum FilterPort {
  /// The port of a word such as `:443`, `443` or `:https`.
  static func port(_ word: FilterWord) throws(SocketFilterError) -> PortNumber {
    if let error = FilterVocabulary.glued(word) { throw error }
    let text = word.text.hasPrefix(":") ? word.text.dropFirst() : word.text[...]
    if text.contains(":") || text.contains(".") {
      throw SocketFilterError(
        column: word.column,
        "sport and dport take a port alone, for example :443. An address goes to src or dst.")
    }
    return try number(text, column: word.column)
  }

  /// The port of digits or of a service's name.
  static func number(
    _ text: Substring, column: Int
  ) throws(SocketFilterError) -> PortNumber {
    if let port = PortNumber(text: text) ?? services[String(text)] { return port }
    let shown = FilterVocabulary.shown(String(text))
    let reason =
      if text.isEmpty || text == "*" {
        "A port is missing here, for example :443."
      } else if text.allSatisfy(\.isWholeNumber) {
        "\(shown) is no port: the highest is 65535."
      } else {
        "\(shown) is no port. Write its number, for example :443."
      }
    throw SocketFilterError(column: column, reason)
  }

  /// The ports of TCP services by the names that IANA and /etc/services give them.
  private static let services: [String: PortNumber] = Dictionary(
    ServiceTable.all.filter { $0.transports.contains(.tcp) }.flatMap { service in
      ([service.ianaName].compactMap(\.self) + service.aliases).map { ($0, service.port) }
    }, uniquingKeysWith: { first, _ in first })
}

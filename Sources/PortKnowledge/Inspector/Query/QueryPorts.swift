/// The ports in a query: numbers, ranges, comparisons and names of services.
enum QueryPorts {
  /// Ports with commas between them, for example `80,443,8000-8099` or `https`.
  static func ports(
    _ value: Substring, _ column: Int, after key: String
  ) throws(SocketQueryError) -> PortSet {
    var ports = PortSet()
    var column = column
    for item in value.split(separator: ",", omittingEmptySubsequences: false) {
      if item.isEmpty {
        throw SocketQueryError(column: column, "a port is missing next to the comma")
      }
      for range in try ranges(item, column, after: key) { ports.insert(range) }
      column += item.count + 1
    }
    return ports
  }

  private static func ranges(
    _ item: Substring, _ column: Int, after key: String
  ) throws(SocketQueryError) -> [ClosedRange<PortNumber>] {
    if let named = byName[item.lowercased()] { return named.map { $0...$0 } }
    let (comparison, rest) = QueryNumbers.compared(item)
    // ss writes a colon before the number; here it may stand too.
    let digits = rest.hasPrefix(":") ? rest.dropFirst() : rest
    let place = column + item.count - digits.count
    if digits.isEmpty {
      throw SocketQueryError(column: place, "a port is missing here, as in \(key)443")
    }
    if digits.count < item.count {
      let number = try number(digits, place)
      guard let range = QueryNumbers.range(comparison, number.rawValue, in: 1...65535) else {
        throw SocketQueryError(column: column, "no port is \(comparison.words) \(number)")
      }
      return [PortNumber(range.lowerBound)...PortNumber(range.upperBound)]
    }
    guard let dash = digits.firstIndex(of: "-"), digits[..<dash].allSatisfy(\.isASCIIDigit),
      dash > digits.startIndex
    else {
      let port = try number(digits, place)
      return [port...port]
    }
    let first = try number(digits[..<dash], place)
    let end = digits[digits.index(after: dash)...]
    // `8000-` reaches to the highest port; it is also what stands there while a range is typed.
    let last = end.isEmpty ? 65535 : try number(end, place + digits.count - end.count)
    guard first <= last else {
      throw SocketQueryError(
        column: place, "\(first)-\(last) runs backwards: write \(last)-\(first)")
    }
    return [first...last]
  }

  private static func number(
    _ digits: Substring, _ column: Int
  ) throws(SocketQueryError) -> PortNumber {
    if let port = PortNumber(text: digits), port != 0 { return port }
    let shown = FilterVocabulary.shown(String(digits))
    let reason: String
    if digits.allSatisfy(\.isASCIIDigit) {
      reason = "\(shown) is no port: ports are numbers from 1 to 65535"
    } else if let name = Spelling.nearest(to: digits.lowercased(), among: names) {
      reason = "\(shown) is no port and no service; did you mean \(name)?"
    } else {
      reason = "\(shown) is no port and no service of the port table: write its number"
    }
    throw SocketQueryError(column: column, reason)
  }

  // MARK: Names

  /// The ports on which the name of a service contains a text, by protocol.
  static func ofServices(containing text: Substring) -> (tcp: PortSet, udp: PortSet) {
    let needle = NameNeedle(text)
    var tcp = PortSet()
    var udp = PortSet()
    for (service, names) in named where names.contains(where: needle.isIn) {
      if service.transports.contains(.tcp) { tcp.insert(service.port) }
      if service.transports.contains(.udp) { udp.insert(service.port) }
    }
    return (tcp, udp)
  }

  /// The ports of every name in small letters, common ones, IANA's and those of /etc/services.
  private static let byName: [String: Set<PortNumber>] = named.reduce(into: [:]) { all, entry in
    for name in entry.names { all[name.lowercased(), default: []].insert(entry.service.port) }
  }

  private static let names = byName.keys.sorted()

  /// The services with their names, which are put together once and not at every keystroke.
  private static let named: [(service: Service, names: [String])] =
    ServiceTable.all.filter { $0.port != 0 }.map { ($0, $0.names) }
}

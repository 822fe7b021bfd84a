extension ServiceTable {
  /// The services that fit what was typed, the best match first; none where it is no valid query.
  ///
  /// Cheap enough for every keystroke: a fraction of a millisecond.
  public static func search(_ text: String) -> [ServiceMatch] {
    guard let query = try? PortQuery(text) else { return [] }
    return search(query)
  }

  /// The services that fit a query: ranges by port, everything else the best match first.
  public static func search(_ query: PortQuery) -> [ServiceMatch] {
    switch query {
    case .everything:
      return all.map { ServiceMatch($0, .listed) }
    case .range(let range):
      return all.filter { range.contains($0.port) }.map { ServiceMatch($0, .inRange) }
    case .words(let words):
      return ServiceIndex.shared.matches(words)
    case .port(let port, nil):
      return ServiceIndex.shared.matches([port.description])
    case .port(let port, let transport?):
      let matches = services(on: port).filter { $0.transports.contains(transport) }
      return matches.map { ServiceMatch($0, .exactNumber) }
    }
  }
}

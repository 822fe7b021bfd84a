/// Reads the terms of a query one by one.
enum QueryParser {
  /// The term of a word.
  static func term(_ word: QueryWord) throws(SocketQueryError) -> QueryTerm {
    var text = word.text
    var column = word.column
    var isNegated = false
    while let sign = text.first, sign == "!" || sign == "-", !word.isQuoted || column > word.column
    {
      text = text.dropFirst()
      column += 1
      isNegated.toggle()
      if text.isEmpty {
        throw SocketQueryError(column: column, "a term is missing after \(sign)")
      }
    }
    return QueryTerm(kind: try kind(text, column), isNegated: isNegated)
  }

  private static func kind(
    _ text: Substring, _ column: Int
  ) throws(SocketQueryError) -> QueryTerm.Kind {
    if let sign = text.firstIndex(where: { ":<>=".contains($0) }),
      let key = QueryKey(rawValue: text[..<sign].lowercased())
    {
      let value = text[sign] == ":" ? text[text.index(after: sign)...] : text[sign...]
      return try keyed(key, value, column + text.count - value.count)
    }
    switch text.lowercased() {
    case "tcp": return .transport(.tcp)
    case "udp": return .transport(.udp)
    case "4", "ipv4": return .ipVersion(isIPv6: false)
    case "6", "ipv6": return .ipVersion(isIPv6: true)
    case "lo", "loopback", "localhost": return .loopback
    default: break
    }
    if let states = QueryStates.named(text) { return .states(states) }
    return try bare(text, column)
  }

  /// A word without a keyword: an address, a port, or letters of a name.
  private static func bare(
    _ text: Substring, _ column: Int
  ) throws(SocketQueryError) -> QueryTerm.Kind {
    let isNumeric = text.first.map(\.isASCIIDigit) ?? false
    if isNumeric, text.allSatisfy({ $0.isASCIIDigit || ",-".contains($0) }) {
      return .port(try QueryPorts.ports(text, column, after: "port:"), .either)
    }
    if looksLikeAddress(text) {
      return .address(try QueryAddress.host(text, column), .either)
    }
    if isNumeric, let slash = text.firstIndex(of: "/"),
      let transport = TransportProtocol(rawValue: text[text.index(after: slash)...].lowercased())
    {
      let port = FilterVocabulary.shown(String(text[..<slash]))
      throw SocketQueryError(column: column, "write \(transport.rawValue) \(port): two terms")
    }
    if let colon = text.firstIndex(of: ":") {
      let key = String(text[..<colon])
      let shown = FilterVocabulary.shown(key)
      let reason =
        key.isEmpty
        ? "a port is written without a colon, as in 443 or port:443"
        : "\(shown) is no keyword; "
          + (Spelling.nearest(to: key, among: QueryKey.allCases.map(\.rawValue))
            .map { "did you mean \($0):?" }
            ?? "there are port, sport, dport, addr, src, dst, pid, process, uid, state, recvq, sendq")
      throw SocketQueryError(column: column, reason)
    }
    if text.isEmpty { throw SocketQueryError(column: column, "nothing stands in these quotes") }
    let ports = QueryPorts.ofServices(containing: text)
    return .word(NameNeedle(text), tcp: ports.tcp, udp: ports.udp)
  }

  private static func looksLikeAddress(_ text: Substring) -> Bool {
    if IPAddress(text) != nil || text.hasPrefix("[") || text.hasPrefix("*:") { return true }
    guard let colon = text.firstIndex(of: ":") else {
      return text.first?.isASCIIDigit ?? false
        && text.allSatisfy { $0.isASCIIDigit || $0 == "." || $0 == "/" }
    }
    // An IPv6 address may be half typed, and its first group may look like a word.
    let first = text[..<colon]
    return text.contains("/") || text.count { $0 == ":" } > 1
      || first.contains(where: \.isASCIIDigit)
  }

  // MARK: Keywords

  private static func keyed(
    _ key: QueryKey, _ value: Substring, _ column: Int
  ) throws(SocketQueryError) -> QueryTerm.Kind {
    if value.isEmpty {
      throw SocketQueryError(
        column: column, "\(key.subject) is missing after \(key.rawValue):, as in \(key.example)")
    }
    switch key {
    case .port: return .port(try QueryPorts.ports(value, column, after: "port:"), .either)
    case .sport: return .port(try QueryPorts.ports(value, column, after: "sport:"), .local)
    case .dport: return .port(try QueryPorts.ports(value, column, after: "dport:"), .remote)
    case .addr: return .address(try QueryAddress.host(value, column), .either)
    case .src: return .address(try QueryAddress.host(value, column), .local)
    case .dst: return .address(try QueryAddress.host(value, column), .remote)
    case .state: return .states(try QueryStates.list(value, column))
    case .pid:
      return .processIDs(Set(try QueryNumbers.list(value, column, of: "process id", Int32.self)))
    case .uid:
      return .users(Set(try QueryNumbers.list(value, column, of: "user id", UInt32.self)))
    case .process, .name: return .processName(NameNeedle(value))
    case .recvq: return .queue(.receive, try QueryNumbers.sizes(value, column, after: "recvq:"))
    case .sendq: return .queue(.send, try QueryNumbers.sizes(value, column, after: "sendq:"))
    }
  }
}

extension Character {
  /// Whether it is one of 0 to 9 as ASCII has them.
  var isASCIIDigit: Bool { isASCII && isWholeNumber }
}

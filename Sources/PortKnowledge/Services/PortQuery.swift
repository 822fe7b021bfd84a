/// What someone looks for in the port table.
public enum PortQuery: Hashable, Sendable {
  /// Everything: nothing was typed.
  case everything
  /// One port, written `443` or, to name the protocol too, `443/udp`.
  case port(PortNumber, TransportProtocol?)
  /// All ports from one to another, written `8000-9000`; `8000-` reaches to the highest port.
  case range(ClosedRange<PortNumber>)
  /// Words that must all be found, in lower case.
  case words([String])

  /// Reads what was typed.
  ///
  /// - Throws: A `PortQueryError` where it begins like a number and is not one.
  public init(_ text: String) throws(PortQueryError) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    let joined = words.joined()
    guard Self.startsLikeNumber(joined) else {
      self = words.isEmpty ? .everything : .words(words)
      return
    }
    if let range = try Self.range(joined) {
      self = .range(range)
    } else if words.count > 1, !joined.hasPrefix("-") {
      self = .words(words)
    } else {
      self = try Self.port(joined)
    }
  }

  /// Whether the text is a number, or a signed one, or begins like either.
  private static func startsLikeNumber(_ text: String) -> Bool {
    let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    return unsigned.utf8.first.map(isDigit) ?? false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A range such as `8000-9000` or `8000-`; nil where no dash follows digits.
  private static func range(_ text: String) throws(PortQueryError) -> ClosedRange<PortNumber>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    let first = try number(parts[0])
    let last = parts[1].isEmpty ? 65535 : try number(parts[1])
    guard first <= last else { throw .backwards(first: first, last: last) }
    return first...last
  }

  private static func port(_ text: String) throws(PortQueryError) -> PortQuery {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.allSatisfy(isDigit) else {
      return .port(try number(text[...]), nil)
    }
    let port = try number(parts[0])
    guard let transport = TransportProtocol(rawValue: String(parts[1])) else {
      throw .unknownTransport(port)
    }
    return .port(port, transport)
  }

  /// The port that digits name; leading zeros do not count.
  private static func number(_ text: Substring) throws(PortQueryError) -> PortNumber {
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text
    guard digits.utf8.allSatisfy(isDigit) else { throw .notANumber(PortQueryError.shown(text)) }
    guard digits.startIndex == text.startIndex, let value = Int(digits),
      let port = PortNumber(exactly: value)
    else { throw .outOfRange(PortQueryError.shown(text)) }
    return port
  }
}

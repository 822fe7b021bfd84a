/// What someone wants to see of a socket table, as it is typed.
///
/// Terms stand side by side and must all hold; `!` or `-` before one turns it round:
///
///     listen !lo              listeners that are not on loopback
///     port:80,443 estab       open connections with one of these ports at either end
///     process:nginx recvq:>0  what nginx has not read
///     udp sport = :53         terms, then an expression of ss
///
/// From the first word of ss on (`sport`, `dport`, `src`, `dst`, `state`, `not`, a bracket …) the text
/// is read as ``SocketFilter`` reads it, for TCP and for UDP. Everything is read once, so that asking
/// 20,000 rows costs a few milliseconds.
public struct SocketQuery: Hashable, Sendable {
  private let terms: [QueryTerm]
  private let filter: SocketFilter?

  /// Reads what was typed.
  ///
  /// - Throws: A `SocketQueryError` that says what is wrong or missing, and where.
  public init(_ text: String) throws(SocketQueryError) {
    let words = try QueryWord.words(of: text)
    let split = words.firstIndex(where: \.beginsFilter) ?? words.endIndex
    var terms: [QueryTerm] = []
    for word in words[..<split] { terms.append(try QueryParser.term(word)) }
    self.terms = terms
    guard split < words.endIndex else {
      filter = nil
      return
    }
    let column = words[split].column
    do throws(SocketFilterError) {
      filter = try SocketFilter(text.dropFirst(column - 1))
    } catch {
      throw SocketQueryError(column: column + error.column - 1, error.reason)
    }
  }

  /// Whether nothing was typed, so that every row is shown.
  public var isEmpty: Bool { terms.isEmpty && filter == nil }

  /// Whether a row is to be shown.
  public func matches(_ row: SocketRow) -> Bool {
    for term in terms where !term.matches(row) { return false }
    guard let filter else { return true }
    return filter.states.contains(row.state) && filter.condition?.matches(row) ?? true
  }

  /// The forms of terms with what they mean, for a help text.
  public static let forms: [(term: String, meaning: String)] = [
    ("443", "port 443 at either end"),
    ("ssh", "a process or a port's service with these letters in its name"),
    ("tcp, udp, 4, 6", "the protocol; the IP version of the socket"),
    ("listen, estab, time-wait", "a state; also state:listen,estab and ss's groups"),
    ("port:80,443,8000-8099", "a port at either end; also port:https"),
    ("sport: dport:", "the local port; the peer's port"),
    ("addr:10.0.0.0/8, addr:::1", "an address or a network at either end"),
    ("src: dst:", "the local address; the peer's address"),
    ("process:nginx, pid:123", "a process by its name or its number"),
    ("uid:1000", "the user who created the socket"),
    ("lo", "either end is a loopback address"),
    ("recvq:>0, sendq:>0", "what Recv-Q or Send-Q holds"),
    ("!term", "the opposite"),
    ("sport = :443 or dst 10/8", "an expression of ss, at the end"),
  ]
}

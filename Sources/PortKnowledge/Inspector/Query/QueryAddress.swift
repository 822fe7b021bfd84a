/// The addresses in a query.
enum QueryAddress {
  /// An address, a network, or either with a port: `127.0.0.1`, `10/8`, `::1`, `[::1]:80`.
  static func host(
    _ text: Substring, _ column: Int
  ) throws(SocketQueryError) -> FilterHost {
    let isBare = !text.hasPrefix("[") && text.count { $0 == ":" } > 1
    let hasLength = text.contains("/")
    if !isBare, !hasLength, text.allSatisfy({ $0.isASCIIDigit || $0 == "." }),
      IPAddress(text) == nil
    {
      // ss takes 127.1 for 127.1.0.0; somebody who types 127.0.0.1 has only got half of it.
      throw none(text, column, "is no whole address: write 127.0.0.1, or a network as in 10/8")
    }
    if text.hasSuffix("/") {
      throw SocketQueryError(
        column: column + text.count, "the length of the network is missing here, as in 10.0.0.0/8")
    }
    let word = FilterWord(
      text: isBare ? "[\(text)]" : String(text), column: column, isInArgument: false)
    do throws(SocketFilterError) {
      let host = try FilterHost(word)
      guard host.address != nil || host.port != nil else {
        throw SocketFilterError(column: column, "")
      }
      return host
    } catch {
      throw none(text, column, "is no address: write 127.0.0.1, ::1, or a network as in 10/8")
    }
  }

  private static func none(
    _ text: Substring, _ column: Int, _ reason: String
  ) -> SocketQueryError {
    SocketQueryError(column: column, "\(FilterVocabulary.shown(String(text))) \(reason)")
  }
}

extension FilterHost {
  /// What a word such as `192.0.2.7`, `192.0.2.0/24:443`, `[2001:db8::1]`, `*` or `:443` means.
  init(_ word: FilterWord) throws(SocketFilterError) {
    if let error = FilterVocabulary.glued(word) { throw error }
    let text = word.text[...]
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else {
        throw SocketFilterError(column: word.column, "The bracket of this address is not closed.")
      }
      try self.init(
        address: text[text.index(after: text.startIndex)..<end],
        port: text[text.index(after: end)...], isIPv6: true, word)
      return
    }
    let colons = text.count { $0 == ":" }
    if colons > 1 {
      throw SocketFilterError(
        column: word.column, "An IPv6 address stands in square brackets, for example [::1].")
    }
    let end = text.firstIndex(of: ":") ?? text.endIndex
    try self.init(address: text[..<end], port: text[end...], isIPv6: false, word)
  }

  private init(
    address: Substring, port: Substring, isIPv6: Bool, _ word: FilterWord
  ) throws(SocketFilterError) {
    if !port.isEmpty {
      guard port.hasPrefix(":") else {
        throw SocketFilterError(
          column: word.column,
          "Only a port may follow the bracket; a length stands inside: [2001:db8::/32].")
      }
      let digits = port.dropFirst()
      if !digits.isEmpty, digits != "*" {
        self.port = try FilterPort.number(digits, column: word.column)
      }
    }
    if !isIPv6, address.isEmpty || address == "*" { return }
    let parts = address.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let hasLength = parts.count == 2
    guard
      let found = isIPv6 ? Self.ipv6(parts[0]) : Self.ipv4(parts[0], isNetwork: hasLength)
    else { throw Self.noAddress(address, isIPv6: isIPv6, word) }
    let longest = found.isIPv6 ? 128 : 32
    prefixLength = longest
    if hasLength {
      guard let length = PortNumber(text: parts[1])?.rawValue, length <= longest else {
        throw SocketFilterError(
          column: word.column, "The length after the slash is a number from 0 to \(longest).")
      }
      prefixLength = Int(length)
    }
    self.address = found
  }

  private static func noAddress(
    _ text: Substring, isIPv6: Bool, _ word: FilterWord
  ) -> SocketFilterError {
    let shown = FilterVocabulary.shown(String(text))
    let reason =
      if text.allSatisfy(\.isWholeNumber), !text.isEmpty {
        "\(shown) is no address. A port goes to sport or dport, or stands behind a colon."
      } else if isIPv6 {
        "\(shown) is no IPv6 address."
      } else {
        "\(shown) is no address. Write it in numbers, for example 192.0.2.7."
      }
    return SocketFilterError(column: word.column, reason)
  }

  // MARK: Addresses

  /// The address of one to four octets; those that are left out are 0, as ss reads `127/8`.
  private static func ipv4(_ text: Substring, isNetwork: Bool) -> IPAddress? {
    let octets = text.split(separator: ".", omittingEmptySubsequences: false)
    guard octets.count <= 4, isNetwork || octets.count > 1 else { return nil }
    var bits: UInt32 = 0
    for octet in octets {
      guard let value = PortNumber(text: octet)?.rawValue, value < 256 else { return nil }
      bits = bits << 8 | UInt32(value)
    }
    return .v4(bits << UInt32(8 * (4 - octets.count)))
  }

  private static func ipv6(_ text: Substring) -> IPAddress? {
    IPAddress(text).flatMap { $0.isIPv6 ? $0 : nil }
  }
}

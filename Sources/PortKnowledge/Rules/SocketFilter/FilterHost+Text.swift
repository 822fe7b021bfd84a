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

  /// The address of the text forms of RFC 4291 §2.2.
  private static func ipv6(_ text: Substring) -> IPAddress? {
    guard let gap = doubleColon(in: text) else {
      return groups(text).flatMap { $0.count == 8 ? address($0) : nil }
    }
    let tail = text[text.index(gap, offsetBy: 2)...]
    guard let front = groups(text[..<gap]), let back = groups(tail), front.count + back.count < 8
    else { return nil }
    let zeros = [UInt16](repeating: 0, count: 8 - front.count - back.count)
    return address(front + zeros + back)
  }

  private static func doubleColon(in text: Substring) -> Substring.Index? {
    text.indices.first { text[$0...].hasPrefix("::") }
  }

  /// The 16-bit groups of a part without `::`, whose last two may be written as an IPv4 address.
  private static func groups(_ text: Substring) -> [UInt16]? {
    if text.isEmpty { return [] }
    var groups: [UInt16] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, part.contains("."),
        part.count(where: { $0 == "." }) == 3, case .v4(let bits)? = ipv4(part, isNetwork: false)
      {
        groups += [UInt16(bits >> 16), UInt16(truncatingIfNeeded: bits)]
      } else {
        guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit),
          let group = UInt16(part, radix: 16)
        else { return nil }
        groups.append(group)
      }
    }
    return groups
  }

  private static func address(_ groups: [UInt16]) -> IPAddress {
    func half(_ range: Range<Int>) -> UInt64 {
      groups[range].reduce(0) { $0 << 16 | UInt64($1) }
    }
    return .v6(half(0..<4), half(4..<8))
  }
}

extension Question.Entry {
  /// Whether a typed text means one of the accepted answers.
  func accepts(_ typed: String) -> Bool {
    let given = Meaning(typed, form)
    return accepted.contains { Meaning($0, form) == given }
  }

  /// The explained mistake that a typed text means, or nil.
  func mistake(for typed: String) -> Mistake? {
    let given = Meaning(typed, form)
    return mistakes.first { Meaning($0.text, form) == given }
  }

  /// What a text means where something of a form is asked for.
  private enum Meaning: Equatable {
    /// The text without case and without spaces at its ends, inner runs of spaces made one.
    case text(String)
    /// An address; an IPv4-mapped one is the IPv4 address it holds, as it is for the kernel.
    case address(IPAddress)
    /// An address, in the same sense, and a port.
    case endpoint(Endpoint)

    init(_ text: String, _ form: Form) {
      let plain = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      switch form {
      case .address:
        if let address = IPAddress(plain) {
          self = .address(address.unmapped)
          return
        }
      case .endpoint:
        if let endpoint = Endpoint(plain) {
          self = .endpoint(Endpoint(endpoint.address.unmapped, endpoint.port))
          return
        }
      // A number has one form: digits without sign, separator or leading zero. `0443` is octal to
      // some programs, and `4.430` a fraction in one country and 4430 in the next, so neither may
      // be taken for a port. Equal numbers then are equal texts.
      case .number, .text, .filter:
        break
      }
      self = .text(plain)
    }
  }
}

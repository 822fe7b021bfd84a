extension Service {
  /// The name with the port: `IMAP (143)`.
  var nameAndPort: String { "\(commonName) (\(port))" }

  /// TLS, or DTLS where the second port is UDP's alone.
  var securityProtocol: String { twin?.transports == .udp ? "DTLS" : "TLS" }

  /// Where its traffic is encrypted, in a sentence.
  var protectionSentence: String {
    switch ServiceProtection(of: self) {
    case .secondPort(let port):
      let name = twin.map { " (\($0.commonName))" } ?? ""
      return "\(nameAndPort) has a second port, \(port)\(name), where \(securityProtocol) begins "
        + "with the first byte."
    case .samePort:
      return "\(commonName) has no second port: where TLS is used, it is on \(port) itself."
    case .otherProtocol:
      return "\(nameAndPort) has no use for a TLS port: SSH (22) takes its place or carries it."
    case .builtIn:
      return "\(nameAndPort) is encrypted as it is."
    case nil:
      return "\(nameAndPort): \(secureTwin)."
    }
  }

  /// How it is protected, for other programs.
  var protectionValue: CaseValue {
    switch ServiceProtection(of: self) {
    case .secondPort(let port): ["way": "secondPort", "port": CaseValue(port)]
    case .samePort: ["way": "samePort"]
    case .otherProtocol(let port): ["way": "otherProtocol", "port": CaseValue(port)]
    case .builtIn: ["way": "builtIn"]
    case nil: .null
    }
  }

  /// The row with how it is protected, for other programs.
  var protectedCaseValue: CaseValue {
    guard case .object(var members) = caseValue else { return caseValue }
    members["protection"] = protectionValue
    return .object(members)
  }
}

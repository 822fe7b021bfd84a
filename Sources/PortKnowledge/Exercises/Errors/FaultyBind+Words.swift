extension FaultyBind {
  /// Why a fault is there, in one sentence.
  func presence(of fault: BindFault) -> String {
    switch fault {
    case .addressNotLocal: "\(wanted.address) is not an address of this host."
    case .portPrivileged:
      "Port \(wanted.port) lies below 1024, and uid \(user) has no CAP_NET_BIND_SERVICE."
    case .alreadyBound: "B is bound already, and a socket is bound only once."
    case .portTaken: "A holds \(holder.map { "\($0.endpoint)" } ?? "the port")."
    }
  }

  /// Why a fault is not there, in one sentence.
  func absence(of fault: BindFault) -> String {
    switch fault {
    case .addressNotLocal:
      return wanted.address.isWildcard
        ? "\(wanted.address) stands for all addresses of the host, so it is always there."
        : "\(wanted.address) is an address of this host."
    case .portPrivileged:
      return user == 0 && wanted.port < PortNumber(1024)
        ? "uid 0 may bind ports below 1024." : "Port \(wanted.port) is not below 1024."
    case .alreadyBound: return "B is not bound yet."
    case .portTaken:
      guard let holder else { return "No other socket holds port \(wanted.port)." }
      if holder.transport != transport {
        return
          "A has the port for \(holder.transport.name) only; \(transport.name) has ports of its own."
      }
      if holder.endpoint.port != wanted.port { return "A holds another port." }
      return "A holds the port on \(holder.endpoint.address) only."
    }
  }

  /// What a check asks, in a few words.
  static func check(_ fault: BindFault) -> String {
    switch fault {
    case .addressNotLocal: "the address"
    case .portPrivileged: "the privilege"
    case .alreadyBound: "the socket's own port"
    case .portTaken: "the other sockets"
    }
  }

  /// The order of the checks in words.
  var checks: String {
    let names = BindErrorOrder.checks(isIPv6: isIPv6).map(Self.check)
    return names.dropLast().joined(separator: ", ") + " and last " + names[names.count - 1]
  }

  /// Why an answer is right or wrong: the error of a fault, or OK for nil.
  func explanation(of answer: BindFault?) -> String {
    guard let reported else {
      return answer.map { "Not at fault here. \(absence(of: $0))" }
        ?? "Nothing is at fault: no check of bind() finds anything."
    }
    guard let answer else {
      return "OK needs a call without any fault. \(presence(of: reported))"
    }
    if answer == reported {
      let others = faults.count - 1
      return presence(of: reported)
        + (others > 0
          ? " Of all the faults here it is the one that is looked for first." : "")
    }
    if faults.contains(answer) {
      return
        "Also at fault. \(presence(of: answer)) But \(Self.check(reported)) is checked before, and "
        + "bind() stops there with \(reported.errorName)."
    }
    return "Not at fault here. \(absence(of: answer)) \(presence(of: reported))"
  }
}

extension BoundSocket {
  /// The address and port as figures show them: `[::]:8080 v6only`, `127.0.0.1:8080`.
  var shown: String { local.shown(port: port) }

  /// The protocol, the endpoint and the options as an answer to tick.
  var offer: String { "\(transport.name) \(shown), \(reuse.words)" }

  /// All that is compared, and the name, as data.
  func caseValue(_ name: String) -> CaseValue {
    [
      "name": .text(name), "protocol": .text(transport.rawValue),
      "address": CaseValue(local.address), "v6only": .truth(local.isIPv6Only),
      "port": CaseValue(port), "options": reuse.caseValue, "state": .text(stateName),
      "user": .number(Int(user)), "isClosed": .truth(isOrphan),
    ]
  }

  /// The state as ss shows it; a TCP socket that is merely bound is `bound`, which ss leaves out.
  var stateName: String { transport == .tcp && state == .closed ? "bound" : state.ssName }
}

extension LocalAddress {
  /// The address with a port as figures show them.
  func shown(port: PortNumber) -> String {
    let endpoint = Endpoint(address, port)
    return address == .any6 && isIPv6Only ? "\(endpoint) v6only" : "\(endpoint)"
  }
}

extension ReuseOptions {
  /// The options inside a sentence.
  var words: String {
    switch self {
    case []: "no option"
    case .both: "both options"
    default: description
    }
  }

  /// The options by name.
  var caseValue: CaseValue {
    var names: [CaseValue] = []
    if contains(.address) { names.append("SO_REUSEADDR") }
    if contains(.port) { names.append("SO_REUSEPORT") }
    return .list(names)
  }
}

extension Service {
  /// The port with its protocols in running text: `993 (TCP)`, `53 (TCP and UDP)`.
  var portInWords: String {
    "\(port) (\(transports.list.map(\.name).joined(separator: " and ")))"
  }

  /// The service's port as a sentence, beginning with the service.
  var portSentence: String {
    "\(commonName) has the default port \(portAndTransports) (\(purpose))."
  }

  /// The port's service as a sentence, beginning with the port.
  var serviceSentence: String {
    port == 0
      ? "0 is reserved: no service can use it."
      : "\(portAndTransports) is the default port of \(commonName) (\(purpose))."
  }

  /// Why the service and its port belong together, with what they are confused with.
  var lesson: String {
    let registry =
      ianaName.map { "IANA's name for it is \($0)." }
      ?? "The number is a habit: IANA has not assigned it for this."
    let isSaid = confusion.isEmpty || confusion.contains("IANA")
    let remark = confusion.isEmpty ? "" : " \(confusion)."
    return serviceSentence + remark + (isSaid && !confusion.isEmpty ? "" : " " + registry)
  }

  /// Whether a text about the service would tell its number.
  func isGivenAway(by text: String) -> Bool {
    text.split { !($0.isASCII && $0.isNumber) }.contains { $0 == port.description }
  }
}

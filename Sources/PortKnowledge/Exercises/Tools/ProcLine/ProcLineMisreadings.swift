/// What comes out where a line is read with one of the usual mistakes.
struct ProcLineMisreadings {
  /// The endpoint that is really meant.
  let endpoint: Endpoint
  /// How the kernel writes it.
  let text: String

  init(_ endpoint: Endpoint) {
    self.endpoint = endpoint
    text = ProcNetLine.text(of: endpoint)
  }

  /// The digits of the address and those of the port.
  var digits: (address: String, port: String) {
    let parts = text.split(separator: ":").map(String.init)
    return (parts.first ?? "", parts.last ?? "")
  }

  /// The address with the bytes of its words left as they stand.
  var unreversed: IPAddress {
    ProcNetLine.address(digits.address, byteOrder: .big) ?? endpoint.address
  }

  /// The port with its two bytes exchanged.
  var swappedPort: PortNumber { PortNumber(endpoint.port.rawValue.byteSwapped) }

  /// Wrong readings of the endpoint, each with its reason.
  var readings: [Question.Entry.Mistake] {
    let right = endpoint.address
    let order =
      "The bytes of the address stand in reverse order on a little-endian machine: \(right)."
    let port = "The port is printed as a plain number: \(digits.port) is \(endpoint.port)."
    return [
      .init("\(Endpoint(unreversed, endpoint.port))", explanation: order),
      .init("\(Endpoint(right, swappedPort))", explanation: port),
      .init("\(Endpoint(unreversed, swappedPort))", explanation: order + " " + port),
      .init(
        "\(right):\(digits.port)", explanation: "The port is hexadecimal too. " + port),
      .init("\(right)", explanation: "The address is right, but the port is asked too. " + port),
    ]
  }

  /// Wrong writings of the endpoint, each with its reason.
  var writings: [Question.Entry.Mistake] {
    let plain = ProcNetLine.text(of: endpoint.address, byteOrder: .big)
    let swapped = ProcNetLine.text(of: swappedPort)
    let order =
      "The four bytes of the address are printed in reverse order: \(digits.address)."
    let port = "The port is a plain number in hexadecimal: \(digits.port)."
    let decimal = "\(endpoint.port)"
    return [
      .init("\(plain):\(digits.port)", explanation: order),
      .init("\(digits.address):\(swapped)", explanation: port + " Its bytes are not exchanged."),
      .init("\(plain):\(swapped)", explanation: order + " " + port),
      .init(
        "\(digits.address):\(String(repeating: "0", count: max(0, 4 - decimal.count)))\(decimal)",
        explanation: port + " \(decimal) is the decimal one."),
    ]
  }

  /// The bytes of an IPv4 address as they stand in the line: `01 00 00 7F`.
  var bytes: String {
    let digits = Array(digits.address)
    return stride(from: 0, to: digits.count, by: 2).map {
      String(digits[$0..<min($0 + 2, digits.count)])
    }.joined(separator: " ")
  }
}

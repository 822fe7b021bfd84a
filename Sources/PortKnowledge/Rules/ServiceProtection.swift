/// Where the traffic of a service is encrypted, as far as numbers tell.
///
/// Sources: the registry's names for second ports (https, imaps, ldaps, sips and others), RFC 8314
/// for mail, RFC 7858 for DNS, RFC 8143 for news, RFC 3261 for SIP, RFC 8489 for STUN, RFC 7252 for
/// CoAP, RFC 5425 for syslog, RFC 6614 for RADIUS, RFC 7194 for IRC; the products' own manuals where
/// IANA has assigned nothing.
public enum ServiceProtection: Hashable, Sendable {
  /// On a second port, where TLS or DTLS begins with the first byte.
  case secondPort(PortNumber)
  /// On the service's own port: TLS is agreed on or configured there.
  case samePort
  /// Nowhere: another protocol, whose port this is, takes its place or carries it.
  case otherProtocol(PortNumber)
  /// By the service itself, on its own port.
  case builtIn

  /// How a service is protected; nil where that is open, or not decided by a number.
  public init?(of service: Service) {
    if let twin = Self.secondPorts[service.port], service.hasTwinTransport {
      self = .secondPort(twin)
    } else if Self.samePorts.contains(service.port) {
      self = .samePort
    } else if Self.behindSSH.contains(service.port), service.transports == .tcp {
      self = .otherProtocol(22)
    } else if service.secureTwin.hasPrefix("already ") {
      self = .builtIn
    } else {
      return nil
    }
  }

  private static let secondPorts: [PortNumber: PortNumber] = [
    20: 989, 21: 990, 53: 853, 80: 443, 110: 995, 119: 563, 143: 993, 389: 636, 514: 6514,
    587: 465, 1521: 2484, 1812: 2083, 1813: 2083, 1883: 8883, 2375: 2376, 2483: 2484, 3268: 3269,
    3478: 5349, 5060: 5061, 5672: 5671, 5683: 5684, 5985: 5986, 6667: 6697, 8080: 8443,
  ]

  private static let samePorts: Set<PortNumber> = [
    25, 631, 1433, 2379, 2380, 3306, 4222, 5432, 6432, 7687, 9200, 9300, 26257, 27017, 32400, 33060,
  ]

  private static let behindSSH: Set<PortNumber> = [23, 512, 513, 514, 873, 3690]
}

extension Service {
  /// Whether the second port of the number is this row's: on 514 it is syslog's, over UDP.
  fileprivate var hasTwinTransport: Bool { port != 514 || transports == .udp }

  /// The row of its second port, where TLS or DTLS begins with the first byte; nil where it has
  /// none.
  public var twin: Service? {
    guard case .secondPort(let port)? = ServiceProtection(of: self) else { return nil }
    return ServiceTable.services(on: port).first
  }
}

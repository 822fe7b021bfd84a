/// Which sockets a case has, so that it comes out in a chosen way.
///
/// The answer itself is not said here: it is worked out by ``Demultiplexer``.
struct DeliveryPlan {
  /// Sockets without which the case would be another.
  var rows: [DeliveryRow]
  /// Sockets that change nothing, from which some are drawn.
  var others: [DeliveryRow] = []
  /// Whether the segment is a SYN; without meaning for UDP.
  var isSYN = true
  /// Whether the packet goes over IPv6, from ::1 to ::1.
  var isIPv6 = false
  /// Whether connected UDP sockets are IPv6 ones with mapped addresses.
  var isMapped = false

  /// The plans of a level, to be dealt one after the other.
  static func all(_ transport: TransportProtocol, _ level: ExerciseLevel) -> [DeliveryPlan] {
    switch (transport, level) {
    case (.tcp, .easy): easyTCP
    case (.tcp, .medium): mediumTCP
    case (.tcp, .hard): hardTCP + hard
    case (.udp, .easy): easyUDP
    case (.udp, .medium): mediumUDP
    case (.udp, .hard): hardUDP + hard
    }
  }

  /// How many sockets a case of a level has at most.
  static func most(_ level: ExerciseLevel) -> Int {
    switch level {
    case .easy: 3
    case .medium: 4
    case .hard: 5
    }
  }

  // MARK: TCP

  private static let easyTCP: [DeliveryPlan] = [
    .init(rows: [.connection, .wildcard], others: [.connectionOfOtherClient], isSYN: false),
    .init(rows: [.connection, .exact], others: [.connectionOfOtherPort], isSYN: false),
    .init(rows: [.wildcard, .connectionOfOtherClient], others: [.otherPort]),
    .init(rows: [.wildcard, .otherPort], others: [.connectionOfOtherPort]),
    .init(rows: [.exact, .connectionOfOtherClient], others: [.otherPort]),
    .init(rows: [.otherPort, .connectionOnOtherPort]),
  ]

  private static let mediumTCP: [DeliveryPlan] = [
    .init(
      rows: [.exact, .wildcard],
      others: [.otherTransport, .connectionOfOtherPort, .connectionOfOtherClient, .otherAddress]),
    .init(
      rows: [.wildcard, .otherAddress],
      others: [.otherTransport, .connectionOfOtherPort, .connectionOfOtherClient, .otherPort]),
    .init(rows: [.wildcard, .otherTransport, .connectionOfOtherPort], others: [.otherPort]),
    .init(
      rows: [.connection, .exact, .wildcard],
      others: [.connectionOfOtherPort, .connectionOfOtherClient], isSYN: false),
    .init(
      rows: [.connection, .wildcard, .connectionOfOtherPort],
      others: [.connectionOfOtherAddress, .otherTransport], isSYN: false),
    .init(rows: [.otherTransport, .otherPort], others: [.connectionOnOtherPort]),
    .init(
      rows: [.otherAddress, .connectionOfOtherAddress], others: [.otherTransport, .otherPort]),
  ]

  private static let hardTCP: [DeliveryPlan] = [
    .init(
      rows: [.exact, .connectionOfOtherPort, .connectionOfOtherClient], others: [.wildcard],
      isSYN: false),
    .init(
      rows: [.dualStack, .connectionOfOtherPort, .connectionOfOtherAddress], isSYN: false),
    .init(rows: [.connection, .wildcard, .connectionOfOtherPort], others: [.otherAddress]),
    .init(
      rows: [.connection, .dualStack, .connectionOfOtherPort],
      others: [.connectionOfOtherClient, .otherAddress], isSYN: false),
    .init(
      rows: [.dualStack, .connectionOfOtherPort, .connectionOfOtherClient],
      others: [.otherAddress, .connectionOfOtherAddress]),
  ]

  // MARK: UDP

  private static let easyUDP: [DeliveryPlan] = [
    .init(rows: [.connection, .wildcard], others: [.connectionOfOtherClient]),
    .init(rows: [.connection, .exact], others: [.otherPort]),
    .init(rows: [.wildcard, .connectionOfOtherClient], others: [.otherPort]),
    .init(rows: [.exact, .connectionOfOtherClient], others: [.otherPort]),
    .init(rows: [.wildcard, .otherPort]),
    .init(rows: [.otherPort, .connectionOnOtherPort]),
  ]

  private static let mediumUDP: [DeliveryPlan] = [
    .init(
      rows: [.exact, .wildcard],
      others: [.otherTransport, .connectionOfOtherPort, .connectionOfOtherClient, .otherAddress]),
    .init(
      rows: [.wildcard, .otherAddress],
      others: [.otherTransport, .connectionOfOtherPort, .connectionOfOtherClient, .otherPort]),
    .init(
      rows: [.connection, .exact, .wildcard],
      others: [.connectionOfOtherPort, .connectionOfOtherClient]),
    .init(
      rows: [.connectionOfOtherPort, .wildcard],
      others: [.connectionOfOtherClient, .connectionOfOtherAddress, .otherTransport]),
    .init(rows: [.otherTransport, .otherPort], others: [.connectionOnOtherPort]),
    .init(
      rows: [.connectionOfOtherClient, .otherAddress],
      others: [.otherTransport, .connectionOfOtherPort]),
  ]

  private static let hardUDP: [DeliveryPlan] = [
    .init(
      rows: [.connectionOfOtherPort, .connectionOfOtherClient, .connectionOfOtherAddress],
      others: [.otherPort, .otherTransport, .ipv6Only]),
    .init(
      rows: [.connection, .dualStack, .exact],
      others: [.connectionOfOtherPort, .connectionOfOtherClient], isMapped: true),
    .init(
      rows: [.dualStack, .connectionOfOtherPort],
      others: [.otherAddress, .connectionOfOtherClient], isMapped: true),
    .init(
      rows: [.exact, .wildcard, .connectionOfOtherAddress],
      others: [.connectionOfOtherPort, .dualStack]),
  ]

  // MARK: Both

  /// About dual-stack sockets, mapped addresses and IPv6.
  private static let hard: [DeliveryPlan] = [
    .init(
      rows: [.wildcard, .dualStack], others: [.otherAddress, .connectionOfOtherPort, .otherPort]),
    .init(rows: [.dualStack, .otherAddress], others: [.otherPort, .connectionOfOtherAddress]),
    .init(rows: [.mapped, .wildcard], others: [.otherAddress, .dualStack, .otherPort]),
    .init(rows: [.mapped, .exact], others: [.wildcard, .dualStack]),
    .init(
      rows: [.wildcard, .ipv6Only],
      others: [.otherAddress, .connectionOfOtherPort, .otherTransport]),
    .init(
      rows: [.ipv6Only, .otherAddress],
      others: [.connectionOfOtherAddress, .otherTransport, .otherPort]),
    .init(
      rows: [.dualStack, .wildcard],
      others: [.otherAddress, .connectionOfOtherPort, .otherTransport], isIPv6: true),
    .init(
      rows: [.ipv6Only, .wildcard], others: [.otherAddress, .connectionOfOtherPort, .otherPort],
      isIPv6: true),
    .init(rows: [.wildcard, .otherAddress], others: [.otherTransport, .otherPort], isIPv6: true),
    .init(
      rows: [.exact, .dualStack], others: [.wildcard, .connectionOfOtherPort, .otherAddress],
      isIPv6: true),
  ]
}

import PortKnowledge
import Sockets
import Testing

/// Which error wins in bind(), asked of the running kernel for every set of faults.
@Suite("The order of bind()'s errors in the running kernel")
struct BindErrorOrderKernelTests {
  private static let foreign: [Bool: IPAddress] = [
    false: .octets(198, 51, 100, 9), true: .v6(0x2001_0DB8_0000_0000, 9),
  ]

  /// Whether the kernel refuses low ports here, which it does not for root.
  static let refusesLowPorts: Bool = {
    do throws(SocketError) {
      try Socket(.tcp).bind(to: Endpoint(.loopback, 1023))
      return false
    } catch {
      return error.errorName == "EACCES"
    }
  }()

  static let hasIPv6: Bool = {
    do throws(SocketError) {
      try Socket(.tcp, family: .ipv6).bind(to: Endpoint(.loopback6, 0))
      return true
    } catch {
      return false
    }
  }()

  /// Every set of faults without a low port, and those with one that nobody has to hold.
  private static func faults(withLowPort isLow: Bool) -> [Set<BindFault>] {
    let others: [BindFault] = [.addressNotLocal, .alreadyBound, .portTaken]
    return (0..<8).compactMap { bits in
      var set = Set(others.indices.filter { bits >> $0 & 1 == 1 }.map { others[$0] })
      guard isLow else { return set }
      set.insert(.portPrivileged)
      return set.contains(.portTaken) ? nil : set
    }
  }

  /// Keeps a socket open as long as a case needs it.
  private final class Holder {
    let socket: Socket
    init(_ socket: consuming Socket) { self.socket = socket }
  }

  private func compare(_ faults: Set<BindFault>, _ transport: TransportProtocol, isIPv6: Bool)
    throws
  {
    let family: AddressFamily = isIPv6 ? .ipv6 : .ipv4
    let local: IPAddress = isIPv6 ? .loopback6 : .loopback
    let wildcard: IPAddress = isIPv6 ? .any6 : .any
    // A port that is free on every address, held only where it shall be taken.
    let holding = try Socket(transport, family: family)
    try holding.bind(to: Endpoint(wildcard, 0))
    let port = faults.contains(.portPrivileged) ? 986 : try holding.localEndpoint().port
    let holder = faults.contains(.portTaken) ? Holder(holding) : nil
    defer { withExtendedLifetime(holder) {} }
    let socket = try Socket(transport, family: family)
    if faults.contains(.alreadyBound) { try socket.bind(to: Endpoint(local, 0)) }
    let address = faults.contains(.addressNotLocal) ? try #require(Self.foreign[isIPv6]) : local
    var seen = ExperimentOutcome.ok
    do throws(SocketError) {
      try socket.bind(to: Endpoint(address, port))
    } catch {
      seen = .error(error.errorName)
    }
    let expected = BindErrorOrder.outcome(of: faults, isIPv6: isIPv6)
    #expect(seen == expected, "\(transport) IPv6 \(isIPv6): \(faults)")
  }

  @Test("is that of the model for IPv4", arguments: TransportProtocol.allCases)
  func ipv4(transport: TransportProtocol) throws {
    for faults in Self.faults(withLowPort: false) {
      try compare(faults, transport, isIPv6: false)
    }
  }

  @Test(
    "is that of the model for IPv6", .enabled(if: hasIPv6, "this machine has no ::1"),
    arguments: TransportProtocol.allCases)
  func ipv6(transport: TransportProtocol) throws {
    for faults in Self.faults(withLowPort: false) { try compare(faults, transport, isIPv6: true) }
  }

  @Test(
    "is that of the model with a privileged port",
    .enabled(if: refusesLowPorts, "this user may bind ports below 1024"),
    arguments: TransportProtocol.allCases)
  func privileged(transport: TransportProtocol) throws {
    for faults in Self.faults(withLowPort: true) {
      try compare(faults, transport, isIPv6: false)
      if Self.hasIPv6 { try compare(faults, transport, isIPv6: true) }
    }
  }
}

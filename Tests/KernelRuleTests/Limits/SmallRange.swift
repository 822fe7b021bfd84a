import PortKnowledge
import Sockets

/// A few ports in a row that nothing uses, and sockets whose ports come from them alone.
struct SmallRange {
  /// Whether this kernel knows IP_LOCAL_PORT_RANGE (Linux 6.3).
  static let isKnown: Bool = {
    do throws(SocketError) {
      try Socket(.tcp).set(.localPortRange, to: 0)
      return true
    } catch {
      return error.errorName != "ENOPROTOOPT"
    }
  }()

  /// The ports.
  let ports: ClosedRange<UInt16>

  /// So many free ports inside the range of the kernel; nil where none were found.
  init?(count: Int, using generator: inout SeededGenerator) throws {
    let all = try KernelSettings.localPortRange() ?? PortFacts.linuxEphemeralRange
    for _ in 0..<200 {
      let lowest = UInt16.random(
        in: all.lowerBound.rawValue...(all.upperBound.rawValue - UInt16(count)),
        using: &generator)
      let candidate = lowest...(lowest + UInt16(count) - 1)
      if candidate.allSatisfy({ Self.isFree(PortNumber($0)) }) {
        ports = candidate
        return
      }
    }
    return nil
  }

  private static func isFree(_ port: PortNumber) -> Bool {
    do throws(SocketError) {
      try Socket(.tcp).bind(to: Endpoint(.any, port))
      return true
    } catch {
      return false
    }
  }

  /// Tries a connection with a source port from the range.
  ///
  /// Fails with the error of `bind()` or `connect()`.
  func connect(
    from source: IPAddress, to target: Endpoint, _ choice: ConnectionCount.PortChoice
  ) throws(SocketError) -> HeldSocket {
    let socket = try Socket(.tcp)
    let range = UInt32(ports.upperBound) << 16 | UInt32(ports.lowerBound)
    try socket.set(.localPortRange, to: Int32(bitPattern: range))
    if choice == .atConnect { try socket.set(.bindAddressNoPort, to: 1) }
    try socket.bind(to: Endpoint(source, 0))
    try socket.connect(to: target, timeout: .seconds(2))
    return HeldSocket(socket)
  }
}

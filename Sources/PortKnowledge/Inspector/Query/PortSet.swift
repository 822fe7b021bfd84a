/// A set of ports with one bit each, so that asking costs the same whatever is in it.
struct PortSet: Hashable, Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  init() {}

  /// Whether a port is in it.
  func contains(_ port: PortNumber) -> Bool {
    bits[Int(port.rawValue >> 6)] & 1 << UInt64(port.rawValue & 63) != 0
  }

  /// Adds a port.
  mutating func insert(_ port: PortNumber) {
    bits[Int(port.rawValue >> 6)] |= 1 << UInt64(port.rawValue & 63)
  }

  /// Adds every port of a range.
  mutating func insert(_ ports: ClosedRange<PortNumber>) {
    for number in ports.lowerBound.rawValue...ports.upperBound.rawValue {
      insert(PortNumber(number))
    }
  }
}

import Glibc
import PortKnowledge
import Tutor

/// What this machine calls a port: `/etc/services`, or whatever else its name service switch asks.
enum SystemServiceTable {
  /// The room that one entry is given, in bytes; entries of netbase need less than 200.
  private static let entryBytes = 4096

  /// The names for TCP and UDP, as far as there are any.
  ///
  /// The corresponding C function is `getservbyport_r`.
  static func names(of port: PortNumber) -> [SystemServiceName] {
    TransportProtocol.allCases.compactMap { transport in
      name(of: port, transport).map { SystemServiceName(transport: transport, name: $0) }
    }
  }

  private static func name(of port: PortNumber, _ transport: TransportProtocol) -> String? {
    var entry = servent()
    var found: UnsafeMutablePointer<servent>?
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: entryBytes) { buffer in
      let failure = getservbyport_r(
        Int32(port.rawValue.bigEndian), transport.rawValue, &entry, buffer.baseAddress,
        buffer.count, &found)
      guard failure == 0, found != nil, let name = entry.s_name else { return nil }
      return String(cString: name)
    }
  }
}

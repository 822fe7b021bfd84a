import Glibc
import PortKnowledge

/// What this machine calls a port, usually by its /etc/services.
enum SystemServiceNames {
  /// The official name and the aliases for a port; empty where the machine has none.
  ///
  /// The corresponding C function is `getservbyport_r`.
  static func names(of port: PortNumber, _ transport: TransportProtocol) -> [String] {
    var entry = servent()
    var buffer = [CChar](repeating: 0, count: 4096)
    return buffer.withUnsafeMutableBufferPointer { space in
      var found: UnsafeMutablePointer<servent>?
      let code = getservbyport_r(
        CInt(port.rawValue.bigEndian), transport.rawValue, &entry, space.baseAddress, space.count,
        &found)
      guard code == 0, let service = found?.pointee, let name = service.s_name else { return [] }
      var names = [String(cString: name)]
      var alias = service.s_aliases
      while let text = alias?.pointee {
        names.append(String(cString: text))
        alias = alias?.successor()
      }
      return names
    }
  }
}

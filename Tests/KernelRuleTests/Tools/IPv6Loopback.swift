import PortKnowledge
import Sockets

/// Whether this machine has ::1.
enum IPv6Loopback {
  static let isThere: Bool = {
    do throws(SocketError) {
      try Socket(.tcp, family: .ipv6).bind(to: Endpoint(.loopback6, 0))
      return true
    } catch {
      return false
    }
  }()

  /// The reason for a skipped test.
  static let reason = "this machine has no IPv6 loopback address ::1"
}

import PortKnowledge
import Sockets

/// Finds out, before an experiment, whether this machine has what it needs.
enum ExperimentProbe {
  /// What stands in the way, in one sentence; nil where nothing does.
  static func obstacle(to experiment: Experiment) -> String? {
    for need in Experiment.Need.allCases where experiment.needs.contains(need) {
      switch need {
      case .ipv6:
        if !hasIPv6 {
          return "This machine has no IPv6 loopback address ::1, which the case needs."
        }
      case .unprivileged:
        if mayBindLowPorts {
          return "This program may bind ports below 1024 here (as root, by a capability, or by "
            + "ip_unprivileged_port_start), so the kernel has nothing to refuse."
        }
      }
    }
    return nil
  }

  private static var hasIPv6: Bool {
    binds(Endpoint(.loopback6, 0), .ipv6) == nil
  }

  /// Whether one of a few low ports can be bound or is merely taken.
  private static var mayBindLowPorts: Bool {
    binds(Endpoint(.loopback, 1023), .ipv4) != "EACCES"
  }

  /// The error's name with which a bind fails; nil where it succeeds.
  private static func binds(_ endpoint: Endpoint, _ family: AddressFamily) -> String? {
    do throws(SocketError) {
      try Socket(.tcp, family: family).bind(to: endpoint)
      return nil
    } catch {
      return error.errorName
    }
  }
}

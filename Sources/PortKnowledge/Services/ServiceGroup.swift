/// Services that are learnt together.
public enum ServiceGroup: String, Hashable, Sendable, CaseIterable {
  /// Sending and reading mail.
  case mail
  /// Web servers.
  case web
  /// Remote shells and desktops.
  case remoteAccess
  /// Names, time and addresses.
  case naming
  /// File transfer and file sharing.
  case files
  /// Databases, search and caches.
  case databases
  /// Directories and authentication.
  case directory
  /// Message queues.
  case queues
  /// Monitoring and logs.
  case monitoring
  /// Containers and clusters.
  case containers
  /// Tunnels and VPNs.
  case tunnels
  /// Ports that must not be reachable from outside.
  case neverExpose

  /// The title in lists.
  public var title: String {
    switch self {
    case .mail: "Mail"
    case .web: "Web"
    case .remoteAccess: "Shells and desktops"
    case .naming: "Names, time, addresses"
    case .files: "Files"
    case .databases: "Databases"
    case .directory: "Directories and logins"
    case .queues: "Message queues"
    case .monitoring: "Monitoring"
    case .containers: "Containers"
    case .tunnels: "Tunnels"
    case .neverExpose: "Never expose"
    }
  }
}

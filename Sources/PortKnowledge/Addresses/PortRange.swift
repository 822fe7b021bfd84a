/// The three ranges into which IANA divides the port numbers (RFC 6335 §6).
public enum PortRange: String, Hashable, Sendable, CaseIterable, Codable {
  /// 0 to 1023, "system" or "well-known" ports: assigned by IANA.
  case system
  /// 1024 to 49151, "user" or "registered" ports: assigned by IANA.
  case user
  /// 49152 to 65535, "dynamic", "private" or "ephemeral" ports: never assigned.
  case dynamic

  /// The range that holds a port.
  public init(containing port: PortNumber) {
    switch port.rawValue {
    case 0...1023: self = .system
    case 1024...49151: self = .user
    default: self = .dynamic
    }
  }

  /// The first and the last port of the range.
  public var bounds: ClosedRange<PortNumber> {
    switch self {
    case .system: 0...1023
    case .user: 1024...49151
    case .dynamic: 49152...65535
    }
  }

  /// The official name: `System Ports`.
  public var name: String {
    switch self {
    case .system: "System Ports"
    case .user: "User Ports"
    case .dynamic: "Dynamic Ports"
    }
  }

  /// The other names that RFC 6335 gives it, for example `Well Known Ports`.
  public var synonyms: [String] {
    switch self {
    case .system: ["Well Known Ports"]
    case .user: ["Registered Ports"]
    case .dynamic: ["Private Ports", "Ephemeral Ports"]
    }
  }

  /// Whether IANA assigns ports of it to services; a dynamic port is never assigned.
  public var isAssignable: Bool { self != .dynamic }
}

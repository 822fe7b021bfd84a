/// A service and the port on which it usually waits: one row of the port table.
///
/// A port number is a convention. Any program may use any port, so a row says what one *usually*
/// meets there, never what is there.
public struct Service: Hashable, Sendable {
  /// The transport protocols that the service really uses on its port.
  ///
  /// IANA often lists TCP and UDP side by side for historical reasons only (RFC 6335 §7.2).
  public enum Transports: String, Hashable, Sendable, CaseIterable {
    /// TCP only.
    case tcp
    /// UDP only.
    case udp
    /// TCP and UDP.
    case both

    /// The protocols, TCP first.
    public var list: [TransportProtocol] {
      switch self {
      case .tcp: [.tcp]
      case .udp: [.udp]
      case .both: [.tcp, .udp]
      }
    }

    /// Whether a protocol is among them.
    public func contains(_ transport: TransportProtocol) -> Bool {
      switch self {
      case .tcp: transport == .tcp
      case .udp: transport == .udp
      case .both: true
      }
    }
  }

  /// How likely one is to need a port.
  public enum Tier: String, Hashable, Sendable, CaseIterable, Comparable {
    /// To be known by heart.
    case core
    /// Asked for in interviews and met at work.
    case interview
    /// To be looked up.
    case extended

    /// More needed before less needed.
    public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: Int {
      switch self {
      case .core: 0
      case .interview: 1
      case .extended: 2
      }
    }
  }

  /// The port.
  public var port: PortNumber
  /// The protocols used on it.
  public var transports: Transports
  /// How likely one is to need it.
  public var tier: Tier
  /// The name people use; several are separated by " / ".
  public var commonName: String
  /// IANA's name for this use of the port, or nil where the use is a habit and not registered.
  public var ianaName: String?
  /// All names that IANA lists for this port with these protocols, whatever they stand for.
  ///
  /// Empty where IANA has assigned nothing. Source: the registry of 2026-02-13.
  public var registryNames: [String]
  /// Other names of the service in Debian's /etc/services (netbase 6.4).
  public var aliases: [String]
  /// The drill groups in which it is practised.
  public var groups: [ServiceGroup]
  /// What it is for, as a phrase.
  public var purpose: String
  /// The safer alternative or the protection, as a phrase; empty where there is none.
  public var secureTwin: String
  /// What it is confused with or what surprises people; may be empty.
  public var confusion: String

  /// A row of the table; `registry` is the IANA name alone where nothing else is given.
  init(
    _ port: PortNumber, _ transports: Transports, _ tier: Tier, _ commonName: String,
    iana: String? = nil, registry: [String]? = nil, aliases: [String] = [],
    groups: [ServiceGroup] = [], purpose: String, secure: String = "", confusion: String = ""
  ) {
    self.port = port
    self.transports = transports
    self.tier = tier
    self.commonName = commonName
    self.ianaName = iana
    self.registryNames = registry ?? (iana.map { [$0] } ?? [])
    self.aliases = aliases
    self.groups = groups
    self.purpose = purpose
    self.secureTwin = secure
    self.confusion = confusion
  }
}

extension Service {
  /// IANA's range for the port.
  public var range: PortRange { PortRange(containing: port) }

  /// The IANA name, or "habit" where the use is not registered, or "reserved" for port 0.
  public var registryLabel: String {
    if let ianaName { return ianaName }
    return port == 0 ? "reserved" : "habit"
  }

  /// The port and its protocols: `443/tcp+udp`.
  public var portAndTransports: String {
    "\(port)/" + transports.list.map(\.rawValue).joined(separator: "+")
  }

  /// The parts of the common name: "MySQL" and "MariaDB" of "MySQL / MariaDB".
  public var commonNames: [String] {
    var parts: [String] = []
    var part: [Substring] = []
    for word in commonName.split(separator: " ") {
      if word == "/" {
        parts.append(part.joined(separator: " "))
        part = []
      } else {
        part.append(word)
      }
    }
    return parts + [part.joined(separator: " ")]
  }

  /// Every name of the service: the common ones, IANA's, and those of /etc/services.
  public var names: [String] {
    var names = [commonName]
    for name in commonNames + [ianaName].compactMap(\.self) + aliases
    where !names.contains(name) {
      names.append(name)
    }
    return names
  }
}

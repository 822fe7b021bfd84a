import PortKnowledge

/// The JSON of `portside ports`.
///
/// The command's help documents its keys; none of them changes its meaning or goes away.
struct PortReport: Encodable {
  /// One service.
  struct Row: Encodable {
    private let service: Service
    private let reason: ServiceMatch.Reason

    /// The row of a match.
    init(_ match: ServiceMatch) {
      service = match.service
      reason = match.reason
    }

    private enum Key: String, CodingKey {
      case port, transports, tier, name, ianaName, registryNames, aliases, groups, purpose
      case secureTwin, confusion, matched
    }

    func encode(to encoder: any Encoder) throws {
      var row = encoder.container(keyedBy: Key.self)
      try row.encode(service.port.rawValue, forKey: .port)
      try row.encode(service.transports.list.map(\.rawValue), forKey: .transports)
      try row.encode(service.tier.rawValue, forKey: .tier)
      try row.encode(service.commonName, forKey: .name)
      // Null, not left out, where the use is a habit.
      try row.encode(service.ianaName, forKey: .ianaName)
      try row.encode(service.registryNames, forKey: .registryNames)
      try row.encode(service.aliases, forKey: .aliases)
      try row.encode(service.groups.map(\.rawValue), forKey: .groups)
      try row.encode(service.purpose, forKey: .purpose)
      try row.encode(service.secureTwin, forKey: .secureTwin)
      try row.encode(service.confusion, forKey: .confusion)
      try row.encode(String(describing: reason), forKey: .matched)
    }
  }

  /// What holds for a number.
  struct Facts: Encodable {
    let number: UInt16
    let range: String
    let privilegedOnLinux: Bool
    let ephemeralOnLinux: Bool

    /// The facts about a port.
    init(_ port: PortNumber) {
      let facts = PortFacts(port)
      number = port.rawValue
      range = facts.range.rawValue
      privilegedOnLinux = facts.isPrivileged
      ephemeralOnLinux = facts.isEphemeralOnLinux
    }
  }

  /// What was asked for.
  let query: String
  /// The number asked for; left out where the query is no single number.
  let port: Facts?
  /// The services found, the best match first.
  let services: [Row]
}

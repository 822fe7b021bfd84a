public import PortKnowledge

/// How a crowd is shared out: over processes, and over source addresses.
public struct CrowdPlan: Hashable, Sendable {
  /// What one process makes.
  public struct Share: Hashable, Sendable {
    /// How many connections.
    public var clients: Int
    /// The number of its first client among all, from 0.
    public var first: Int
  }

  /// How many connections there are to be.
  public let clients: Int
  /// One share for each process; a single one is this process's own.
  public let shares: [Share]
  /// How many clients use the same source address.
  public let perSource: Int

  /// The plan for so many connections within limits.
  ///
  /// One process does it alone as long as its descriptors last.
  public init(clients: Int, limits: CrowdLimits) {
    self.clients = clients
    // connect() tries port after port, every other one first: where few are taken it finds one at
    // once, where most are it takes a hundred times as long.
    perSource = max(1, limits.ephemeralPorts / 8)
    let count = max(1, (clients + max(1, limits.perProcess) - 1) / max(1, limits.perProcess))
    shares = (0..<count).map { index in
      let first = clients * index / count
      return Share(clients: clients * (index + 1) / count - first, first: first)
    }
  }

  /// The source address of the client of a number among all.
  public func source(of client: Int) -> IPAddress {
    Self.source(of: client, perSource: perSource)
  }

  /// The source address of a client where so many share one: 127.1.0.1, 127.1.0.2 and so on.
  public static func source(of client: Int, perSource: Int) -> IPAddress {
    .octets(127, 1, 0, UInt8(1 + client / max(1, perSource) % CrowdLimits.mostSources))
  }

  /// How many source addresses it uses.
  public var sources: Int { (clients + perSource - 1) / perSource }
}

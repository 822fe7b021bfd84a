import PortKnowledge
import Sockets

/// What the kernel's table says about a crowd, read once.
public struct CrowdProof: Hashable, Sendable {
  /// Rows of the server's ends: the connections as the kernel counts them.
  public var connections: Int
  /// How many different 5-tuples they have.
  public var distinctTuples: Int
  /// How many different source addresses they have.
  public var sourceAddresses: Int
  /// How many different source ports they have.
  public var sourcePorts: Int
  /// The server's ports that occur: one.
  public var serverPorts: Int
  /// Rows of the clients' ends.
  public var clientRows: Int
  /// How long reading took, in microseconds.
  public var microseconds: Int

  /// Reads the table and counts.
  static func read(at server: Endpoint) throws -> CrowdProof {
    let clock = ContinuousClock()
    let start = clock.now
    let rows = try KernelTable.read(ports: [server.port]).rows.filter {
      $0.transport == .tcp && $0.state == .established
    }
    let elapsed = Int((clock.now - start) / .microseconds(1))
    let served = rows.filter { $0.local == server }
    return CrowdProof(
      connections: served.count, distinctTuples: Set(served.map(\.identity)).count,
      sourceAddresses: Set(served.map(\.remote.address)).count,
      sourcePorts: Set(served.map(\.remote.port)).count,
      serverPorts: Set(served.map(\.local.port)).count,
      clientRows: rows.count { $0.remote == server }, microseconds: elapsed)
  }

  /// Whether every connection has a tuple of its own.
  public var isProven: Bool { connections > 0 && distinctTuples == connections }
}

import PortKnowledge
import Sockets

/// Looks into the kernel's table for what a crowd has left.
enum KernelRows {
  /// How many rows there are of a port.
  static func count(at port: PortNumber) throws -> Int {
    try KernelTable.read(ports: [port]).rows.count
  }
}

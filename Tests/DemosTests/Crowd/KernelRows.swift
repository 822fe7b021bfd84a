import PortKnowledge
import Sockets

/// Looks into the kernel's table for what a crowd has left.
enum KernelRows {
  /// How many rows have an end, on this side or the other; its port alone may also be that of a
  /// stranger's row in TIME-WAIT.
  static func count(at end: Endpoint) throws -> Int {
    try KernelTable.read { $0.local == end || $0.remote == end }.rows.count
  }
}

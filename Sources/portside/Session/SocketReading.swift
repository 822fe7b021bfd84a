import PortKnowledge
import Sockets

/// Reads the kernel's socket table for those who want to look at it.
enum SocketReading {
  /// The table with the owners of each socket; a reading that fails says why.
  static func snapshot() -> SocketSnapshot {
    do throws(SocketError) {
      let table = try KernelTable.read(withOwners: true)
      return SocketSnapshot(
        rows: table.rows, source: table.source.rawValue, isComplete: table.isComplete,
        hiddenProcesses: table.hiddenProcesses ?? 0)
    } catch {
      return SocketSnapshot(failure: "The kernel's socket table cannot be read. \(error)")
    }
  }
}

public import PortKnowledge

/// Which processes hold which sockets, found in `/proc/PID/fd`; proc_pid_fd(5).
///
/// A process is looked at through a descriptor of its `/proc/PID` folder. When the process ends, the
/// folder stays dead: its number may be given to another process, but the name and the descriptors
/// of two processes are never mixed. A process that starts another program meanwhile is looked at
/// again: what it held before is not shown under the new program's name.
public struct SocketOwners: Hashable, Sendable {
  /// The owners of each socket by its inode, ordered by process and descriptor.
  public var byInode: [UInt64: [SocketOwner]] = [:]
  /// How many processes could not be looked into, mostly because they are other users'.
  ///
  /// A `/proc` that does not even list other users' processes (hidepid, proc(5)) counts as one.
  public var hiddenProcesses = 0
  /// Why no process could be looked into: `/proc` is missing or cannot be read; else nil.
  public var error: SocketError?

  /// How often a process is looked at again because it became another program.
  private static let repeats = 3

  /// Seeks the owners of some sockets among all processes that this user may look into.
  ///
  /// Without `/proc` nobody is found, and ``error`` says why.
  public static func read(of inodes: Set<UInt64>) -> SocketOwners {
    read(of: inodes, in: "/proc")
  }

  /// Seeks them in a folder that is laid out like `/proc`.
  static func read(of inodes: Set<UInt64>, in path: String) -> SocketOwners {
    var owners = SocketOwners()
    guard !inodes.isEmpty else { return owners }
    do throws(SocketError) {
      let folder = try ProcFile.openFolder(path)
      let processes = try ProcFile.numbers(in: folder).sorted()
      // Each namespace has a first process. Where it is not listed, others are not either.
      if processes.first != 1 { owners.hiddenProcesses += 1 }
      for process in processes { owners.look(into: process, in: path, for: inodes) }
    } catch {
      owners.error = error
    }
    return owners
  }

  private mutating func look(into process: Int32, in path: String, for inodes: Set<UInt64>) {
    do throws(SocketError) {
      let folder = try ProcFile.openFolder("\(path)/\(process)")
      var holding = try ProcessHolding(of: inodes, in: folder)
      for _ in 0..<Self.repeats where holding.isMixed {
        holding = try ProcessHolding(of: inodes, in: folder)
      }
      // One that is never still is not shown with something that may be wrong.
      if holding.isMixed { holding.found = [] }
      if holding.isPartial || holding.isMixed { hiddenProcesses += 1 }
      for (descriptor, inode) in holding.found.sorted(by: { $0.descriptor < $1.descriptor }) {
        byInode[inode, default: []].append(
          SocketOwner(processID: process, name: holding.name, descriptor: descriptor))
      }
    } catch {
      // The process has ended meanwhile, and with it whatever it held; or we may not look.
      if !error.saysItHasEnded { hiddenProcesses += 1 }
    }
  }

  /// The inode in `socket:[4711]`; nil for a link to anything else.
  static func inode(ofLink target: some Collection<UInt8>) -> UInt64? {
    let prefix: StaticString = "socket:["
    guard target.count > prefix.utf8CodeUnitCount + 1 else { return nil }
    var rest = target[...]
    for index in 0..<prefix.utf8CodeUnitCount {
      guard rest.popFirst() == prefix.utf8Start[index] else { return nil }
    }
    var inode: UInt64 = 0
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]") { return rest.isEmpty ? inode : nil }
      guard (0x30...0x39).contains(byte) else { return nil }
      let (product, isTooGreat) = inode.multipliedReportingOverflow(by: 10)
      let (sum, overflows) = product.addingReportingOverflow(UInt64(byte - 0x30))
      guard !isTooGreat, !overflows else { return nil }
      inode = sum
    }
    return nil
  }
}

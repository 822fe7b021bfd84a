import Glibc
public import PortKnowledge
import SystemPackage

/// Which processes hold which sockets, found in `/proc/PID/fd`; proc_pid_fd(5).
///
/// A process is looked at through a descriptor of its `/proc/PID` folder. When the process ends, the
/// folder stays dead: its number may be given to another process, but the name and the descriptors
/// of two processes are never mixed.
public struct SocketOwners: Hashable, Sendable {
  /// The owners of each socket by its inode, ordered by process and descriptor.
  public var byInode: [UInt64: [SocketOwner]] = [:]
  /// How many processes kept their descriptors from this user.
  public var hiddenProcesses = 0

  /// Seeks the owners of some sockets among all processes that this user may look into.
  ///
  /// Without `/proc` nobody is found, and nothing fails.
  public static func read(of inodes: Set<UInt64>) -> SocketOwners {
    read(of: inodes, in: "/proc")
  }

  /// Seeks them in a folder that is laid out like `/proc`.
  static func read(of inodes: Set<UInt64>, in path: String) -> SocketOwners {
    var owners = SocketOwners()
    guard !inodes.isEmpty else { return owners }
    for process in processes(in: path) {
      owners.look(into: process, in: path, for: inodes)
    }
    return owners
  }

  /// The processes in ascending order; none where the folder cannot be read.
  private static func processes(in path: String) -> [Int32] {
    do throws(SocketError) {
      let folder = try ProcFile.openFolder(path)
      return try ProcFile.numbers(in: folder).sorted()
    } catch {
      return []
    }
  }

  private mutating func look(into process: Int32, in path: String, for inodes: Set<UInt64>) {
    do throws(SocketError) {
      let folder = try ProcFile.openFolder("\(path)/\(process)")
      let descriptors = try ProcFile.open("fd", in: folder, O_RDONLY | O_DIRECTORY)
      var found: [(descriptor: Int32, inode: UInt64)] = []
      let base = descriptors.number
      try ProcFile.forEachNumber(in: descriptors) { number, name in
        if let inode = Self.inode(ofLink: name, in: base), inodes.contains(inode) {
          found.append((number, inode))
        }
      }
      guard !found.isEmpty else { return }
      found.sort { $0.descriptor < $1.descriptor }
      let name = try ProcFile.read("comm", in: folder)
      let text = String(decoding: name.prefix { $0 != 0x0A }, as: UTF8.self)
      for (descriptor, inode) in found {
        byInode[inode, default: []].append(
          SocketOwner(processID: process, name: text, descriptor: descriptor))
      }
    } catch {
      // Any other error: the process has ended meanwhile, and with it whatever it held.
      if [.permissionDenied, .notPermitted].contains(error.number) { hiddenProcesses += 1 }
    }
  }

  /// The inode of the socket to which a link of a folder points; nil for a link to anything else.
  private static func inode(ofLink name: UnsafePointer<CChar>, in folder: Int32) -> UInt64? {
    // `socket:[` and `]` around at most twenty digits; a longer target is no socket.
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      // A descriptor may be closed while we look.
      let count = try? SystemCall("readlinkat").perform {
        readlinkat(folder, name, start, buffer.count)
      }
      return count.flatMap { inode(ofLink: UnsafeRawBufferPointer(buffer)[..<$0]) }
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

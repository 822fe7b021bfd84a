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
    var owners = SocketOwners()
    guard !inodes.isEmpty else { return owners }
    for process in processes() {
      owners.look(into: process, for: inodes)
    }
    return owners
  }

  /// The processes in ascending order; none where `/proc` cannot be read.
  private static func processes() -> [Int32] {
    do throws(SocketError) {
      let folder = try ProcFile.openFolder("/proc")
      return try ProcFile.numbers(in: folder).sorted()
    } catch {
      return []
    }
  }

  private mutating func look(into process: Int32, for inodes: Set<UInt64>) {
    do throws(SocketError) {
      let folder = try ProcFile.openFolder("/proc/\(process)")
      let descriptors = try ProcFile.open("fd", in: folder, O_RDONLY | O_DIRECTORY)
      var found: [(inode: UInt64, descriptor: Int32)] = []
      for number in try ProcFile.numbers(in: descriptors).sorted() {
        // A descriptor may be closed while we look.
        guard let target = try? ProcFile.link("\(number)", in: descriptors),
          let inode = Self.inode(ofLink: target), inodes.contains(inode)
        else { continue }
        found.append((inode, number))
      }
      guard !found.isEmpty else { return }
      let name = try ProcFile.read("comm", in: folder)
      let text = String(decoding: name.prefix { $0 != 0x0A }, as: UTF8.self)
      for (inode, descriptor) in found {
        byInode[inode, default: []].append(
          SocketOwner(processID: process, name: text, descriptor: descriptor))
      }
    } catch {
      // Any other error: the process has ended meanwhile, and with it whatever it held.
      if [.permissionDenied, .notPermitted].contains(error.number) { hiddenProcesses += 1 }
    }
  }

  /// The inode in `socket:[4711]`; nil for a link to anything else.
  static func inode(ofLink target: String) -> UInt64? {
    guard target.hasPrefix("socket:["), target.hasSuffix("]") else { return nil }
    return UInt64(target.dropFirst("socket:[".count).dropLast())
  }
}

import Glibc
import SystemPackage

/// What one process holds of some sockets, looked at once through its `/proc/PID` folder.
struct ProcessHolding {
  /// The process's name; empty where nothing was found.
  private(set) var name = ""
  /// Its descriptors of those sockets, in the folder's order.
  var found: [(descriptor: Int32, inode: UInt64)] = []
  /// Whether the process became another program between its descriptors and its name.
  private(set) var isMixed = false
  /// Whether some of its descriptors could not be looked at.
  private(set) var isPartial = false

  /// Looks for sockets by their inodes.
  ///
  /// With the first descriptor found the name is read, and that descriptor must still be there
  /// then. The others are looked at between this name and the same name at the end.
  init(of inodes: Set<UInt64>, in folder: borrowing Descriptor) throws(SocketError) {
    let process = folder.number
    let descriptors = try ProcFile.open("fd", in: folder, O_RDONLY | O_DIRECTORY)
    let links = descriptors.number
    var comm: [UInt8] = []
    try ProcFile.forEachNumber(in: descriptors) { number, link in
      do throws(SocketError) {
        guard let inode = try Self.inode(ofLink: link, in: links), inodes.contains(inode) else {
          return
        }
        if found.isEmpty {
          comm = try ProcFile.read("comm", in: process)
          guard try Self.inode(ofLink: link, in: links) == inode else { return }
        }
        found.append((number, inode))
      } catch {
        // A descriptor may be closed while we look.
        if !error.saysItHasEnded { isPartial = true }
      }
    }
    guard !found.isEmpty else { return }
    isMixed = try ProcFile.read("comm", in: process) != comm
    name = String(decoding: comm.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// The inode of the socket to which a link of a folder points; nil for a link to anything else.
  private static func inode(
    ofLink name: UnsafePointer<CChar>, in folder: Int32
  ) throws(SocketError) -> UInt64? {
    // `socket:[` and `]` around at most twenty digits; a longer target is no socket.
    try withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) {
      buffer throws(SocketError) -> UInt64? in
      guard let start = buffer.baseAddress else { return nil }
      let count = try SystemCall("readlinkat").perform {
        readlinkat(folder, name, start, buffer.count)
      }
      return SocketOwners.inode(ofLink: UnsafeRawBufferPointer(buffer)[..<count])
    }
  }

}

extension SocketError {
  /// Whether a process or its descriptor is simply no longer there.
  var saysItHasEnded: Bool {
    number == .noSuchFileOrDirectory || number == .noSuchProcess
  }
}

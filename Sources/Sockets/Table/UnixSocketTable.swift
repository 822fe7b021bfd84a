public import PortKnowledge
import SystemPackage

/// The kernel's table of Unix-domain sockets in this network namespace, read once; unix(7).
///
/// It comes through netlink (sock_diag(7)), as `ss -x` reads it. Where the kernel refuses that, it
/// comes from `/proc/net/unix`, and ``source`` says so.
public struct UnixSocketTable: Hashable, Sendable {
  /// The rows in the kernel's order, each socket once.
  public var rows: [UnixSocketRow]
  /// Where they were read.
  public var source: KernelTable.Source
  /// Whether the kernel vouches for the reading: false where it lost messages in four attempts.
  public var isComplete: Bool
  /// Why netlink was not used; nil where it was.
  public var netlinkError: SocketError?
  /// How many processes could not be looked into; nil where no owners were sought or none could be.
  ///
  /// They are mostly other users'. See ``SocketOwners/hiddenProcesses``.
  public var hiddenProcesses: Int?
  /// Why no owners could be found: `/proc` cannot be read; nil where they were or were not sought.
  public var ownersError: SocketError?

  /// Reads the table through netlink, or from `/proc/net/unix` where that is refused.
  ///
  /// Fails only where neither can be read; then the error is that of `/proc/net/unix`.
  ///
  /// `withOwners` also finds the processes that hold each socket, as far as this user may see.
  /// `isWanted` says which rows to keep; `owners` is still empty when it is asked.
  public static func read(
    withOwners: Bool = false, where isWanted: (UnixSocketRow) -> Bool = { _ in true }
  ) throws(SocketError) -> UnixSocketTable {
    try read(withOwners: withOwners, where: isWanted, opening: DiagSocket.open)
  }

  /// Reads it from what stands in the kernel's place.
  static func read(
    withOwners: Bool, where isWanted: (UnixSocketRow) -> Bool, opening open: DiagRequest.Opener
  ) throws(SocketError) -> UnixSocketTable {
    var table: UnixSocketTable
    do throws(SocketError) {
      table = try readNetlink(where: isWanted, opening: open)
    } catch {
      table = try readProcNet(where: isWanted)
      table.netlinkError = error
    }
    if withOwners { table.findOwners() }
    return table
  }

  /// Reads the table through netlink alone, or from what stands in the kernel's place.
  static func readNetlink(
    where isWanted: (UnixSocketRow) -> Bool = { _ in true },
    opening open: DiagRequest.Opener = DiagSocket.open
  ) throws(SocketError) -> UnixSocketTable {
    var table = UnixSocketTable(rows: [], source: .netlink, isComplete: false)
    for _ in 0...NetlinkDump.repeats where !table.isComplete {
      var rows: [UnixSocketRow] = []
      // A socket that is bound during the reading moves within the kernel's table and may be met
      // twice.
      var places: [UInt64: Int] = [:]
      let dump = try NetlinkDump(from: open(.unix)) { body in
        guard let message = UnixDiagMessage(body) else { return false }
        guard let row = message.row, isWanted(row) else { return true }
        if let place = places.updateValue(rows.count, forKey: message.cookie) {
          rows[place] = row
          places[message.cookie] = place
        } else {
          rows.append(row)
        }
        return true
      }
      if dump.isUnknown {
        throw SocketError("read the socket table", number: .noSuchFileOrDirectory)
      }
      table.rows = rows
      table.isComplete = !dump.wasDisturbed
    }
    return table
  }

  /// Reads the table from `/proc/net/unix` alone, which lacks the queues and the peers.
  static func readProcNet(
    where isWanted: (UnixSocketRow) -> Bool = { _ in true }
  ) throws(SocketError) -> UnixSocketTable {
    let rows = ProcNetUnix.rows(of: try ProcFile.read(DiagRequest.unix.file)).filter(isWanted)
    return UnixSocketTable(rows: rows, source: .procNet, isComplete: true)
  }

  private init(rows: [UnixSocketRow], source: KernelTable.Source, isComplete: Bool) {
    self.rows = rows
    self.source = source
    self.isComplete = isComplete
  }

  private mutating func findOwners() {
    let found = SocketOwners.read(of: Set(rows.map(\.inode)).subtracting([0]))
    hiddenProcesses = found.error == nil ? found.hiddenProcesses : nil
    ownersError = found.error
    for index in rows.indices {
      rows[index].owners = found.byInode[rows[index].inode] ?? []
    }
  }
}

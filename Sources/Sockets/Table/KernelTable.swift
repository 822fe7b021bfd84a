public import PortKnowledge
import SystemPackage

/// The kernel's table of TCP and UDP sockets in this network namespace, read once.
///
/// It comes through netlink (sock_diag(7)), as `ss` reads it. Where the kernel refuses that, it
/// comes from `/proc/net` (proc_pid_net(5)), and ``source`` says so. A reading is not one instant:
/// the kernel hands the table over in pieces while connections come and go.
public struct KernelTable: Hashable, Sendable {
  /// Where a table was read.
  public enum Source: String, Hashable, Sendable, Codable {
    /// Binary messages of the kernel, one a socket.
    case netlink = "netlink sock_diag"
    /// The text files `tcp`, `tcp6`, `udp`, `udp6` and `unix`; a listener's backlog is missing there.
    case procNet = "/proc/net"
  }

  /// The rows in the kernel's order, each socket once.
  public var rows: [SocketRow]
  /// Where they were read.
  public var source: Source
  /// Whether the kernel vouches for the reading.
  ///
  /// False where it reported a change in the middle of a reading, or lost messages, in four
  /// attempts one after the other.
  public var isComplete: Bool
  /// Why netlink was not used; nil where it was.
  public var netlinkError: SocketError?
  /// How many processes could not be looked into; nil where no owners were sought or none could be.
  ///
  /// They are mostly other users'. See ``SocketOwners/hiddenProcesses``.
  public var hiddenProcesses: Int?
  /// Why no owners could be found: `/proc` cannot be read; nil where they were or were not sought.
  public var ownersError: SocketError?

  /// Reads the table through netlink, or from `/proc/net` where that is refused.
  ///
  /// Fails only where neither can be read; then the error is that of `/proc/net`.
  ///
  /// `withOwners` also finds the processes that hold each socket, as far as this user may see.
  /// `isWanted` says which rows to keep; `owners` is still empty when it is asked.
  public static func read(
    withOwners: Bool = false, where isWanted: (SocketRow) -> Bool = { _ in true }
  ) throws(SocketError) -> KernelTable {
    try read(withOwners: withOwners, where: isWanted, opening: DiagSocket.open)
  }

  /// Reads it from what stands in the kernel's place.
  static func read(
    withOwners: Bool, where isWanted: (SocketRow) -> Bool, opening open: DiagRequest.Opener
  ) throws(SocketError) -> KernelTable {
    var table: KernelTable
    do throws(SocketError) {
      table = try readNetlink(where: isWanted, opening: open)
    } catch {
      table = try read(insteadOf: error, where: isWanted)
    }
    if withOwners { table.findOwners() }
    return table
  }

  /// Reads `/proc/net` because netlink failed, and keeps why.
  static func read(
    insteadOf error: SocketError, where isWanted: (SocketRow) -> Bool
  ) throws(SocketError) -> KernelTable {
    var table = try readProcNet(where: isWanted)
    table.netlinkError = error
    return table
  }

  /// Reads the rows of some ports: those that have one of them on either side.
  public static func read(
    ports: Set<PortNumber>, withOwners: Bool = false
  ) throws(SocketError) -> KernelTable {
    try read(withOwners: withOwners) {
      ports.contains($0.local.port) || ports.contains($0.remote.port)
    }
  }

  /// Reads the table through netlink alone.
  ///
  /// The corresponding C functions are `socket`, `send` and `recv` with NETLINK_SOCK_DIAG.
  public static func readNetlink(
    where isWanted: (SocketRow) -> Bool = { _ in true }
  ) throws(SocketError) -> KernelTable {
    try readNetlink(where: isWanted, opening: DiagSocket.open)
  }

  /// Reads it from what stands in the kernel's place.
  static func readNetlink(
    where isWanted: (SocketRow) -> Bool, opening open: DiagRequest.Opener
  ) throws(SocketError) -> KernelTable {
    var table = KernelTable(rows: [], source: .netlink, isComplete: true)
    for transport in TransportProtocol.allCases {
      for family in AddressFamily.allCases {
        var reading = try Reading(transport, family, where: isWanted, opening: open)
        for _ in 0..<NetlinkDump.repeats where reading.wasDisturbed {
          reading = try Reading(transport, family, where: isWanted, opening: open)
        }
        if reading.wasDisturbed { table.isComplete = false }
        table.rows += reading.rows
      }
    }
    return table
  }

  /// One reading of one protocol's table in one family.
  private struct Reading {
    var rows: [SocketRow]
    var wasDisturbed: Bool

    /// A kernel without IPv6 does not know that table, which then counts as empty.
    init(
      _ transport: TransportProtocol, _ family: AddressFamily,
      where isWanted: (SocketRow) -> Bool, opening open: DiagRequest.Opener
    ) throws(SocketError) {
      var collector = RowCollector()
      let dump = try NetlinkDump(from: open(.inet(transport, family))) { body in
        guard let message = InetDiagMessage(body, transport) else { return false }
        if let row = message.row, isWanted(row) {
          collector.add(row, interface: message.interface)
        }
        return true
      }
      if dump.isUnknown, family == .ipv4 {
        throw SocketError("read the socket table", number: .noSuchFileOrDirectory)
      }
      rows = collector.rows
      wasDisturbed = dump.wasDisturbed
    }
  }

  /// Reads the table from `/proc/net` alone.
  ///
  /// A kernel without IPv6 has no `tcp6` and `udp6`: these may be missing, the others may not.
  public static func readProcNet(
    where isWanted: (SocketRow) -> Bool = { _ in true }
  ) throws(SocketError) -> KernelTable {
    var rows = RowCollector()
    for transport in TransportProtocol.allCases {
      for family in AddressFamily.allCases {
        let path = DiagRequest.inet(transport, family).file
        do throws(SocketError) {
          let text = String(decoding: try ProcFile.read(path), as: UTF8.self)
          for row in ProcNetTable.rows(of: text, transport, family) where isWanted(row) {
            rows.add(row)
          }
        } catch {
          guard family == .ipv6 else { throw error }
        }
      }
    }
    return KernelTable(rows: rows.rows, source: .procNet, isComplete: true)
  }

  private init(rows: [SocketRow], source: Source, isComplete: Bool) {
    self.rows = rows
    self.source = source
    self.isComplete = isComplete
  }

  /// Adds to each row the processes that hold its socket.
  private mutating func findOwners() {
    let inodes = Set(rows.map(\.inode)).subtracting([0])
    let found = SocketOwners.read(of: inodes)
    hiddenProcesses = found.error == nil ? found.hiddenProcesses : nil
    ownersError = found.error
    for index in rows.indices {
      rows[index].owners = found.byInode[rows[index].inode] ?? []
    }
  }
}

import PortKnowledge

/// Rows in the order in which they came, each socket once.
///
/// The kernel walks its table while connections change: one that moves on from state to state may
/// be met twice. The later meeting counts, at the place of the first.
struct RowCollector {
  private(set) var rows: [SocketRow] = []
  private var places: [Key: Int] = [:]

  /// What no two sockets share.
  private struct Key: Hashable {
    var tuple: FiveTuple
    var isIPv6Table: Bool
    /// The network interface a socket is tied to; 0 for none or unknown.
    var interface: UInt32
    /// Listeners and UDP sockets may share an address and port (SO_REUSEPORT); connections may not.
    var inode: UInt64
  }

  /// Adds a row or replaces the earlier one of the same socket.
  mutating func add(_ row: SocketRow, interface: UInt32 = 0) {
    let mayShare = row.transport == .udp || row.state == .listen
    let key = Key(
      tuple: row.identity, isIPv6Table: row.isIPv6Table, interface: interface,
      inode: mayShare ? row.inode : 0)
    if let place = places[key] {
      rows[place] = row
    } else {
      places[key] = rows.count
      rows.append(row)
    }
  }
}

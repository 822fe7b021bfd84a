import PortKnowledge

/// Rows in the order in which they came, each socket once.
///
/// The kernel walks its table while connections change: one that moves on from state to state may
/// be met twice. The later meeting counts, at the place of the first.
struct RowCollector {
  private(set) var rows: [SocketRow] = []
  /// The network interface each row's socket is tied to; 0 for none or unknown.
  private var interfaces: [UInt32] = []
  /// Where to look for a row: at its hash, then onwards to the first empty slot.
  ///
  /// A slot holds the upper half of the hash and, below it, the row's place plus one; 0 is empty.
  private var slots = [UInt64](repeating: 0, count: 64)

  /// Differs from run to run, so that nobody can choose ports that all meet in one slot.
  private static let seed = UInt64.random(in: .min ... .max)

  /// Adds a row or replaces the earlier one of the same socket.
  mutating func add(_ row: SocketRow, interface: UInt32 = 0) {
    if rows.count * 2 >= slots.count { spread() }
    let tag = Self.hash(row, interface) >> 32
    var slot = Self.slot(of: tag, slots.count)
    while slots[slot] != 0 {
      let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == tag, interfaces[place] == interface,
        Self.areSame(rows[place], row)
      {
        rows[place] = row
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    rows.append(row)
    interfaces.append(interface)
    slots[slot] = tag << 32 | UInt64(rows.count)
  }

  /// Doubles the slots.
  private mutating func spread() {
    var wider = [UInt64](repeating: 0, count: slots.count * 2)
    for entry in slots where entry != 0 {
      var slot = Self.slot(of: entry >> 32, wider.count)
      while wider[slot] != 0 { slot = (slot + 1) & (wider.count - 1) }
      wider[slot] = entry
    }
    slots = wider
  }

  private static func slot(of tag: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: tag) & (count - 1)
  }

  /// What tells sockets apart that share both ends: their inode.
  ///
  /// Listeners and UDP sockets may share an address and port (SO_REUSEPORT); connections may not.
  private static func distinction(_ row: SocketRow) -> UInt64 {
    row.transport == .udp || row.state == .listen ? row.inode : 0
  }

  private static func areSame(_ one: SocketRow, _ other: SocketRow) -> Bool {
    one.local == other.local && one.remote == other.remote && one.transport == other.transport
      && one.isIPv6Table == other.isIPv6Table
      && distinction(one) == distinction(other)
  }

  private static func hash(_ row: SocketRow, _ interface: UInt32) -> UInt64 {
    var hash = seed
    func mix(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
    }
    func mix(_ address: IPAddress) {
      switch address {
      case .v4(let bits): mix(UInt64(bits))
      case .v6(let high, let low):
        mix(high)
        mix(low)
      }
    }
    mix(row.local.address)
    mix(row.remote.address)
    mix(
      UInt64(row.local.port.rawValue) << 48 | UInt64(row.remote.port.rawValue) << 32
        | UInt64(interface))
    mix(distinction(row))
    return hash
  }
}

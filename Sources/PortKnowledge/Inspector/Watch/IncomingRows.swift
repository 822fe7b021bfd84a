/// The rows of a new reading, found by the sockets that they are.
struct IncomingRows {
  /// What two readings of one socket have in common.
  private struct Key: Hashable {
    let tuple: FiveTuple
    let isIPv6Table: Bool
    /// The inode of a socket that waits; 0 for a connection.
    ///
    /// Sockets that wait may share an address and a port. A connection gets its inode when it is
    /// accepted and loses it in TIME-WAIT.
    let inode: UInt64

    init(_ row: SocketRow) {
      tuple = row.identity
      isIPv6Table = row.isIPv6Table
      inode = row.transport == .udp || row.state == .listen ? row.inode : 0
    }

    /// As few words as possible: this is most of the cost of a reading.
    func hash(into hasher: inout Hasher) {
      let ports =
        UInt64(tuple.source.port.rawValue) << 32 | UInt64(tuple.destination.port.rawValue)
      hasher.combine(ports ^ Self.word(tuple.source.address) &* 0x9E37_79B9_7F4A_7C15)
      hasher.combine(inode ^ Self.word(tuple.destination.address))
    }

    private static func word(_ address: IPAddress) -> UInt64 {
      switch address {
      case .v4(let bits): UInt64(bits)
      case .v6(let high, let low): high ^ low
      }
    }
  }

  private let rows: [SocketRow]
  private var isTaken: [Bool]
  /// The first row of each key that is not taken.
  private var first: [Key: Int]
  /// For each row the next one with the same key: 0 for none, since no chain leads back to row 0.
  private var next: [Int]

  init(_ rows: [SocketRow]) {
    self.rows = rows
    isTaken = Array(repeating: false, count: rows.count)
    next = Array(repeating: 0, count: rows.count)
    first = Dictionary(minimumCapacity: rows.count)
    for place in rows.indices.reversed() {
      let key = Key(rows[place])
      if let later = first.updateValue(place, forKey: key) { next[place] = later }
    }
  }

  /// Takes out the row of the same socket; nil where there is none.
  mutating func take(like row: SocketRow) -> SocketRow? {
    let key = Key(row)
    guard let place = first[key], !isTaken[place] else { return nil }
    isTaken[place] = true
    if next[place] > 0 { first[key] = next[place] }
    return rows[place]
  }

  /// The rows that nobody has taken, in their order.
  var rest: [SocketRow] {
    rows.indices.filter { !isTaken[$0] }.map { rows[$0] }
  }
}

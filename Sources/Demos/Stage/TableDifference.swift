import PortKnowledge

/// Finds what changed from reading to reading, and keeps the order of the lines.
struct TableDifference {
  private var lines: [TableReading.Line] = []

  /// The rows with their marks, and the rows that are gone for one last time.
  ///
  /// Rows keep their places; new ones come last, in the order given. A state or a queue that is
  /// another one makes a row changed.
  mutating func reading(
    _ rows: [SocketRow], roles: [FiveTuple: String], decidingFields: Set<TupleField>,
    source: String, rolesByInode: [UInt64: String] = [:]
  ) -> TableReading {
    func role(_ row: SocketRow) -> String { rolesByInode[row.inode] ?? roles[row.identity] ?? "" }

    let before = lines.filter { $0.change != .removed }
    var left = rows
    var now: [TableReading.Line] = before.map { line in
      guard let place = left.firstIndex(where: { Self.isSame($0, line.row) }) else {
        return TableReading.Line(row: line.row, change: .removed, role: line.role)
      }
      let row = left.remove(at: place)
      return TableReading.Line(
        row: row, change: Self.isUnchanged(line.row, row) ? .same : .changed,
        role: role(row))
    }
    now += left.map {
      TableReading.Line(row: $0, change: .added, role: role($0))
    }
    lines = now
    return TableReading(lines: now, decidingFields: decidingFields, source: source)
  }

  private static func isSame(_ a: SocketRow, _ b: SocketRow) -> Bool {
    a.identity == b.identity && a.isIPv6Table == b.isIPv6Table
      // Only a listener is another socket when its inode is another one: a connection gets its
      // inode when it is accepted and loses it in TIME_WAIT.
      && (a.state != .listen || b.state != .listen || a.inode == b.inode)
  }

  private static func isUnchanged(_ a: SocketRow, _ b: SocketRow) -> Bool {
    a.state == b.state && a.receiveQueue == b.receiveQueue && a.sendQueue == b.sendQueue
  }
}

/// Keeps a list of sockets still from reading to reading, and marks what has changed.
///
/// Rows keep their places, so that nothing moves under somebody's eyes: new ones come at the end, and
/// one that is gone stays for one reading more. A reading costs time in proportion to its rows.
public struct SocketWatch: Sendable {
  /// A row of the list.
  public struct Line: Hashable, Sendable, Identifiable {
    /// The row; the last known one where it was removed.
    public var row: SocketRow
    /// What happened to it since the reading before.
    public var change: TableReading.Line.Change
    /// The line's number, which it keeps as long as it is in the list, and no other one ever gets.
    public let id: Int
  }

  /// The lines from top to bottom.
  public private(set) var lines: [Line] = []
  /// How the first reading is sorted, and the new rows of each later one among themselves.
  public private(set) var order: SocketOrder
  private var nextID = 0
  private var hasRead = false

  /// A list that is empty until the first reading.
  public init(order: SocketOrder = .kernel) {
    self.order = order
  }

  /// Takes a reading.
  ///
  /// In the first one no row counts as new. Later a row is `changed` where its state or one of its
  /// queues is another one; a connection that is accepted or loses its process stays the same row.
  public mutating func take(_ rows: [SocketRow]) {
    guard hasRead else {
      hasRead = true
      append(rows, .same)
      return
    }
    var incoming = IncomingRows(rows)
    var kept: [Line] = []
    kept.reserveCapacity(max(lines.count, rows.count))
    for line in lines where line.change != .removed {
      var line = line
      if let row = incoming.take(like: line.row) {
        line.change = line.row.showsTheSame(as: row) ? .same : .changed
        line.row = row
      } else {
        line.change = .removed
      }
      kept.append(line)
    }
    lines = kept
    append(incoming.rest, .added)
  }

  /// Sorts the list anew because somebody asked for another order.
  public mutating func sort(by order: SocketOrder) {
    self.order = order
    lines = order.sorted(lines, by: \.row)
  }

  private mutating func append(_ rows: [SocketRow], _ change: TableReading.Line.Change) {
    for row in order.sort(rows) {
      lines.append(Line(row: row, change: change, id: nextID))
      nextID += 1
    }
  }

  /// How many lines have a mark.
  public func count(of change: TableReading.Line.Change) -> Int {
    lines.count { $0.change == change }
  }
}

extension SocketRow {
  /// Whether another reading of the same socket shows the same state and queues.
  fileprivate func showsTheSame(as other: SocketRow) -> Bool {
    state == other.state && receiveQueue == other.receiveQueue && sendQueue == other.sendQueue
  }
}

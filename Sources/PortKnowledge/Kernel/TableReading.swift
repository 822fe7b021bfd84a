/// The rows that matter to a demo, as the kernel gave them, with what changed since the last
/// reading.
public struct TableReading: Hashable, Sendable {
  /// A row with its mark.
  public struct Line: Hashable, Sendable {
    /// What happened to a row between two readings.
    public enum Change: String, Hashable, Sendable, Codable {
      /// As before.
      case same
      /// New: shown with `+`.
      case added
      /// No longer in the kernel's table: shown with `−` for one reading.
      case removed
      /// Here before, but with another state or other queues: shown with `~`.
      case changed
    }

    /// The row; the last known one where it was removed.
    public var row: SocketRow
    /// What happened to it.
    public var change: Change
    /// Who holds the socket in the demo's own words ("tab 1", "server"), or nothing.
    public var role: String

    /// A row, its mark and its part in the demo.
    public init(row: SocketRow, change: Change, role: String = "") {
      self.row = row
      self.change = change
      self.role = role
    }
  }

  /// The lines, in an order that stays from reading to reading: new ones come last.
  public var lines: [Line]
  /// The fields in which the connected rows differ from each other, marked ▲; empty where the
  /// reading makes no such point.
  public var decidingFields: Set<TupleField>
  /// Where the rows were read: "netlink sock_diag" or "/proc/net".
  public var source: String

  /// Lines, the fields to mark, and where the rows came from.
  public init(lines: [Line], decidingFields: Set<TupleField> = [], source: String) {
    self.lines = lines
    self.decidingFields = decidingFields
    self.source = source
  }
}

extension TableReading {
  /// The states of the TCP sockets that the table shows now, each by the number that `/proc` has for
  /// it.
  public var tcpStates: Set<TCPState> {
    let rows = lines.filter { $0.change != .removed }.map(\.row).filter { $0.transport == .tcp }
    return Set(rows.map { $0.state == .newSynReceived ? .synReceived : $0.state })
  }
}

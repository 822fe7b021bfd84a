/// One row of the socket table as another tool shows it: what to type, what it prints, and what each
/// column says.
///
/// As seen with iproute2 6.1, net-tools 2.10 and lsof 4.95 on Linux; proc_pid_net(5) for the files
/// of the kernel.
public struct ToolView: Hashable, Sendable {
  /// A column of the line.
  public struct Column: Hashable, Sendable {
    /// The title that the tool gives it.
    public var name: String
    /// What stands there for this row; `…` where this program does not read it.
    public var value: String
    /// What that means, in at most 160 bytes.
    public var explanation: String

    /// A column with what it says.
    public init(_ name: String, _ value: String, _ explanation: String) {
      self.name = name
      self.value = value
      self.explanation = explanation
    }
  }

  /// The tool's name, or the file's.
  public var tool: String
  /// What to type in a shell to see this one row.
  public var command: String
  /// The line of titles above the row; nil where the command prints none.
  public var heading: String?
  /// The row as the tool prints it; empty where it does not print it at all.
  public var line: String
  /// The columns from left to right.
  public var columns: [Column]
  /// What the tool cannot show, and what is easily misread.
  public var notes: [String]

  /// The row in every tool: ss, netstat, lsof and the kernel's own file.
  ///
  /// - Parameters:
  ///   - row: The row, with its owners as far as they are known.
  ///   - table: The table from which it is.
  ///   - isIPv6Only: Whether a socket on `::` takes IPv6 alone, where somebody knows; the table alone
  ///     does not tell.
  ///   - byteOrder: The order in which this machine keeps the bytes of a word.
  /// - Returns: The views, always the same four tools in the same order.
  public static func views(
    of row: SocketRow, in table: InspectedTable, isIPv6Only: Bool? = nil,
    byteOrder: ProcNetLine.ByteOrder = .host
  ) -> [ToolView] {
    [
      ss(row, table, isIPv6Only: isIPv6Only), netstat(row), lsof(row),
      procNet(row, byteOrder: byteOrder),
    ]
  }

  // MARK: Parts

  /// A view whose heading and line stand in columns of the same width.
  init(
    tool: String, command: String, columns: [Column], hasHeading: Bool = true, notes: [String]
  ) {
    self.tool = tool
    self.command = command
    self.columns = columns
    self.notes = notes
    let widths = columns.map { max($0.name.count, $0.value.count) }
    func aligned(_ texts: [String]) -> String {
      let cells = zip(texts, widths).map { text, width in
        text + String(repeating: " ", count: max(0, width - text.count))
      }
      let line = cells.joined(separator: " ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    heading = hasHeading ? aligned(columns.map(\.name)) : nil
    line = aligned(columns.map(\.value))
  }

  /// What Recv-Q counts in a row.
  static func receiveQueue(_ row: SocketRow) -> String {
    if row.transport == .udp {
      return "memory of the datagrams not read yet, in bytes with overhead"
    }
    return QueueMeaning.receiveQueue(of: row.state).phrase
  }

  /// What Send-Q counts in a row.
  static func sendQueue(_ row: SocketRow) -> String {
    if row.transport == .udp { return "memory of the datagrams that have not left yet, in bytes" }
    return QueueMeaning.sendQueue(of: row.state).phrase
  }

  /// Who holds the socket, as far as a tool can show it.
  static func processNote(_ row: SocketRow) -> String {
    if row.inode == 0 { return "empty: no process has the socket" }
    return "empty: the process is another user's or in another container; root sees more"
  }

  /// What a state is called elsewhere.
  static func stateWords(_ row: SocketRow) -> String {
    if row.transport == .udp {
      return row.hasPeer
        ? "the socket has a peer; UDP itself has no states" : "the socket has no peer"
    }
    return "the TCP state that RFC 9293 calls \(row.state.rfcName)"
  }
}

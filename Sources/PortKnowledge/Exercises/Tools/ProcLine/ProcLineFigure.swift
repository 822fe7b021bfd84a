/// Lines of /proc/net under their titles, and a ▲ under what decides.
///
///     local_address rem_address   st tx_queue rx_queue
///     0100007F:1F90 00000000:0000 0A 00000000:00000002
///
/// An IPv6 line is too long for a small screen, so its columns stand below each other.
struct ProcLineFigure {
  /// A column, or a part of one.
  enum Part: Int {
    case local
    case remote
    case state
    case queues
    case localPort
    case receiveQueue
  }

  private let rows: [[String]]
  private let isIPv6: Bool

  private static let titles = ["local_address", "rem_address", "st", "tx_queue rx_queue"]

  init(_ lines: [ProcNetLine]) {
    rows = lines.map { $0.columns() }
    isIPv6 = lines.contains { $0.local.address.isIPv6 }
  }

  /// The lines alone.
  var lines: [MarkedText] {
    if isIPv6 {
      return rows.flatMap { row in
        zip(Self.titles, row).map { title, text in
          MarkedText([.init(Self.padded(title, 18), .faint), .init(text)])
        }
      }
    }
    return aligned.lines
  }

  /// The lines with a line that points at a part of one of them.
  func lines(pointingAt part: Part, row: Int = 0, note: String) -> [MarkedText] {
    let column: Int =
      switch part {
      case .localPort: 0
      case .receiveQueue: 3
      default: part.rawValue
      }
    let offset: Int =
      switch part {
      case .localPort: isIPv6 ? 33 : 9
      case .receiveQueue: 9
      default: 0
      }
    if isIPv6 {
      var lines = lines
      lines.insert(AlignedRows.pointer(at: 18 + offset, note: note), at: row * 4 + column + 1)
      return lines
    }
    return aligned.lines(pointingAt: row + 1, column: column, offset: offset, note: note)
  }

  private var aligned: AlignedRows {
    AlignedRows(
      [Self.titles.map { [MarkedText.Span($0, .faint)] }]
        + rows.map { $0.map { [MarkedText.Span($0)] } }, gap: 1)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}

import TerminalUI

/// Rows whose columns begin below each other, without lines or boxes.
struct PlainTable {
  private let header: [DisplayText]
  private let rows: [[DisplayText]]

  /// A table; every row has as many cells as the header.
  init(header: [DisplayText], rows: [[DisplayText]]) {
    self.header = header
    self.rows = rows
  }

  /// The lines, the header first, each cut after so many columns; nil cuts none.
  func lines(columns: Int?) -> [DisplayText] {
    let all = [header] + rows
    let widths = header.indices.map { index in all.map { $0[index].columns }.max() ?? 0 }
    return all.map { row in
      var line: DisplayText = ""
      for (index, cell) in row.enumerated() {
        line = line + (index == row.count - 1 ? cell : cell.padded(to: widths[index]) + "  ")
      }
      return columns.map(line.truncated(to:)) ?? line
    }
  }
}

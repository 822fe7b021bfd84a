import PortKnowledge
import TerminalUI

/// A table with numbered blanks as lines.
struct PlainTableQuestion {
  private let table: Question.Table
  /// The cells row by row, each blank as its number in brackets.
  private let cells: [[String]]

  /// The lines of a table.
  init(_ table: Question.Table) {
    self.table = table
    var number = 0
    cells = table.rows.map { row in
      row.cells.map { cell in
        if case .given(let text) = cell { return text }
        number += 1
        return "[\(number)]"
      }
    }
  }

  /// The table in columns where so many are enough, otherwise one cell a line.
  func lines(columns: Int) -> [DisplayText] {
    let header = [""] + table.columns
    let rows = zip(table.rows, cells).map { row, cells in
      header.indices.map { index in
        DisplayText(index == 0 ? row.name : index <= cells.count ? cells[index - 1] : "")
      }
    }
    let lines = PlainTable(header: header.map { DisplayText($0) }, rows: rows).lines(columns: nil)
    guard lines.allSatisfy({ $0.columns <= columns }) else { return list }
    return table.columns.allSatisfy(\.isEmpty) ? Array(lines.dropFirst()) : lines
  }

  private var list: [DisplayText] {
    zip(table.rows, cells).flatMap { row, cells in
      zip(table.columns, cells).map { title, cell in
        let name = [row.name, title].filter { !$0.isEmpty }.joined(separator: ", ")
        return DisplayText("\(name): \(cell)")
      }
    }
  }
}

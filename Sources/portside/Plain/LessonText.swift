import Curriculum
import TerminalUI

/// A lesson's blocks as plain lines: running text is wrapped, and nothing is drawn with more than
/// ASCII, because a screen reader would spell out every line character.
struct LessonText {
  /// The widest line of running text, in columns.
  let measure: Int

  /// Text for lines of so many columns, but never more than the measure of all screens; that one
  /// too where there is no limit, because a file is read as well.
  init(columns: Int? = nil) {
    measure = max(20, min(StyledLine.measure, columns ?? StyledLine.measure))
  }

  /// The lines of a block; none for questions, demos and exercises, which are not text.
  func lines(of block: LessonBlock) -> [DisplayText] {
    switch block {
    case .paragraph(let runs):
      wrapped(text(of: runs))
    case .list(let items, let isOrdered):
      items.enumerated().flatMap { index, item in
        wrapped(text(of: item), label: isOrdered ? "\(index + 1). " : "- ")
      }
    case .quote(let runs):
      wrapped(text(of: runs), label: "> ")
    case .code(let lines, _):
      lines.map { DisplayText("    " + $0) }
    case .drawing(let lines):
      lines.map { DisplayText(ascii($0)) }
    case .table(let header, let rows):
      table(header: header.map(text), rows: rows.map { $0.map(text) })
    case .question, .demo, .exercise:
      []
    }
  }

  /// Running text broken into lines of the measure, the later ones under the first word.
  func wrapped(_ text: String, label: String = "") -> [DisplayText] {
    StyledLine(DisplayText(label + text))
      .wrapped(to: measure, hanging: DisplayText(label).columns)
      .map { DisplayText($0.text) }
  }

  /// Runs as text: code stands in backquotes, and a link is followed by its address.
  private func text(of runs: [LessonInline]) -> String {
    runs.map { run in
      switch run {
      case .text(let text), .emphasis(let text), .strong(let text): text
      case .code(let text): "`\(text)`"
      case .link(let text, _): run.linkTarget.map { "\(text) (\($0))" } ?? text
      }
    }.joined()
  }

  /// A table in columns where it fits, otherwise each row as a list of its cells.
  private func table(header: [String], rows: [[String]]) -> [DisplayText] {
    let cells = ([header] + rows).map { $0.map { DisplayText($0) } }
    let widths = header.indices.map { column in
      cells.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
    }
    guard widths.reduce(0, +) + 2 * max(0, widths.count - 1) <= measure else {
      return rows.flatMap { row in
        zip(header, row).flatMap { name, cell in wrapped("\(name): \(cell)", label: "- ") }
      }
    }
    return cells.map { row in
      let padded = zip(row, widths).map { $0.padded(to: $1).string }.joined(separator: "  ")
      return DisplayText(padded.trimmingSuffix { $0 == " " })
    }
  }

  private func ascii(_ line: String) -> String {
    line.map { ASCIIStandIn.text(for: String($0)) }.joined()
  }
}

extension String {
  /// The text without the characters at its end that meet a condition.
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    String(prefix(upTo: lastIndex { !isTrimmed($0) }.map { index(after: $0) } ?? startIndex))
  }
}

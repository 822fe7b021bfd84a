import PortKnowledge
import TerminalUI

/// Lines to be read, longer or shorter than the screen, with what a click on each means.
struct Document: Hashable, Sendable {
  /// A line of a document.
  struct Line: Hashable, Sendable {
    var text: StyledLine
    var action: Action?
    var isSelected = false
    /// Where the cursor stands, in columns from the line's start, while something is typed into it.
    var cursor: Int?
    /// The parts of the line where a click means something else, from left to right.
    var spots: [Spot] = []
  }

  /// A part of a line that can be clicked.
  struct Spot: Hashable, Sendable {
    /// From the line's start.
    var columns: Range<Int>
    var action: Action
  }

  private(set) var lines: [Line] = []
  /// The line that should be seen: the chosen option, or the first line of a verdict.
  var anchor: Int? { didSet { anchorEnd = nil } }
  /// The last line that should be seen together with the anchor, where there is room.
  private(set) var anchorEnd: Int?
  /// How many columns running text may take.
  let measure: Int

  init(columns: Int) {
    measure = max(10, min(columns, StyledLine.measure))
  }

  /// Adds an empty line, unless the document is empty or ends with one.
  mutating func space() {
    guard let last = lines.last, last.text.columns > 0 else { return }
    lines.append(Line(text: StyledLine()))
  }

  /// Adds running text, wrapped.
  mutating func paragraph(
    _ text: StyledLine, indent: Int = 0, hanging: Int = 0, action: Action? = nil,
    isSelected: Bool = false
  ) {
    for line in text.wrapped(to: measure - indent, hanging: hanging) {
      lines.append(
        Line(text: Self.indented(line, by: indent), action: action, isSelected: isSelected))
    }
  }

  /// Adds running text of one look, wrapped; line breaks in it are kept.
  mutating func paragraph(_ text: String, style: Style = .text, indent: Int = 0, hanging: Int = 0) {
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      paragraph(StyledLine(DisplayText(part), style), indent: indent, hanging: hanging)
    }
  }

  /// Adds a line that is set as it is and cut where it is too long.
  mutating func verbatim(
    _ line: StyledLine, indent: Int = 0, action: Action? = nil, spots: [Spot] = []
  ) {
    let moved = spots.map { spot in
      let columns = spot.columns
      return Spot(
        columns: columns.lowerBound + indent..<columns.upperBound + indent, action: spot.action)
    }
    lines.append(Line(text: Self.indented(line, by: indent), action: action, spots: moved))
  }

  /// Adds marked lines, set as they are where they fit, otherwise wrapped.
  mutating func figure(_ figure: [MarkedText], indent: Int = 2) {
    for marked in figure {
      let line = StyledLine(marked)
      if line.columns + indent <= measure {
        verbatim(line, indent: indent)
      } else {
        paragraph(line, indent: min(indent, 2), hanging: 2)
      }
    }
  }

  /// Adds a line with the cursor in it.
  mutating func field(_ line: StyledLine, cursor: Int) {
    lines.append(Line(text: line, cursor: cursor))
  }

  /// Adds the lines of another document.
  mutating func append(_ other: Document) {
    if let anchor = other.anchor {
      self.anchor = lines.count + anchor
      anchorEnd = other.anchorEnd.map { lines.count + $0 }
    }
    lines += other.lines
  }

  /// Asks for the lines from one on to be seen, up to the last one there is now where they fit.
  mutating func show(from first: Int) {
    anchor = min(first, max(0, lines.count - 1))
    anchorEnd = lines.count - 1
  }

  private static func indented(_ line: StyledLine, by columns: Int) -> StyledLine {
    guard columns > 0 else { return line }
    return StyledLine(DisplayText(String(repeating: " ", count: columns))) + line
  }
}

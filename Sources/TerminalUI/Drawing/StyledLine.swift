/// A line of text whose runs may look different.
public struct StyledLine: Hashable, Sendable {
  /// A run of text with one look.
  public struct Run: Hashable, Sendable {
    /// The text.
    public var text: DisplayText
    /// How it looks.
    public var style: Style

    /// A text and how it looks.
    public init(_ text: DisplayText, _ style: Style = .text) {
      self.text = text
      self.style = style
    }
  }

  /// The runs from left to right.
  public var runs: [Run]

  /// A line of runs; empty by default.
  public init(_ runs: [Run] = []) {
    self.runs = runs
  }

  /// A line of one run.
  public init(_ text: DisplayText, _ style: Style = .text) {
    runs = [Run(text, style)]
  }

  /// How many columns it takes.
  public var columns: Int { runs.reduce(0) { $0 + $1.text.columns } }

  /// The text without its looks.
  public var text: String { runs.map(\.text.string).joined() }

  /// Adds a run at the end.
  public mutating func append(_ text: DisplayText, _ style: Style = .text) {
    runs.append(Run(text, style))
  }

  /// One line after the other.
  public static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    StyledLine(left.runs + right.runs)
  }
}

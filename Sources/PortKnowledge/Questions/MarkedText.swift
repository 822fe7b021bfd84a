/// A line whose parts say what they are, so that every screen can colour a source port as a source
/// port; without colour it reads the same.
public struct MarkedText: Hashable, Sendable {
  /// What a part of a line is.
  public enum Mark: Hashable, Sendable {
    /// Running text.
    case plain
    /// The value of one of the five fields.
    case field(TupleField)
    /// The part that decides: a ▲ and what it says.
    case decisive
    /// A label or something else that stands back.
    case faint
  }

  /// A part of a line.
  public struct Span: Hashable, Sendable {
    /// The text.
    public var text: String
    /// What it is.
    public var mark: Mark

    /// A text and what it is.
    public init(_ text: String, _ mark: Mark = .plain) {
      self.text = text
      self.mark = mark
    }
  }

  /// The parts from left to right.
  public var spans: [Span]

  /// A line of parts.
  public init(_ spans: [Span]) {
    self.spans = spans
  }

  /// A line of running text.
  public init(_ text: String) {
    spans = [Span(text)]
  }

  /// The line without its marks.
  public var text: String { spans.map(\.text).joined() }
}

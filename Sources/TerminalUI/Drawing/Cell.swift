/// One cell of a canvas.
public struct Cell: Hashable, Sendable {
  /// What stands in it: a scalar with what combines with it.
  ///
  /// Empty in the right half of a wide one.
  public var glyph: String
  /// How it looks.
  public var style: Style

  /// A glyph and its looks.
  public init(_ glyph: String = " ", style: Style = .text) {
    self.glyph = glyph
    self.style = style
  }
}

/// How a cell looks: its role, and whether it stands out.
public struct Style: Hashable, Sendable {
  /// What the text is.
  public var role: Role
  /// Whether it is bold.
  public var isBold: Bool
  /// Whether the cell belongs to the chosen line, whatever its role.
  public var isSelected: Bool

  /// A role, bold or not, chosen or not.
  public init(_ role: Role = .text, isBold: Bool = false, isSelected: Bool = false) {
    self.role = role
    self.isBold = isBold
    self.isSelected = isSelected
  }

  /// Running text.
  public static let text = Style(.text)
  /// Text that stands back.
  public static let dim = Style(.dim)
  /// A heading or key.
  public static let accent = Style(.accent, isBold: true)
  /// Bold running text.
  public static let strong = Style(.text, isBold: true)
}

/// One cell of a canvas: a scalar, up to four that combine with it, and how they look.
///
/// It holds numbers and no references, because a canvas of them is made and compared for each key.
public struct Cell: Hashable, Sendable {
  /// The scalars that combine with the first one; 0 where there is none.
  private var marks: SIMD4<UInt32> = .zero
  /// The scalar; 0 in the right half of a wide one.
  private var base: UInt32
  /// How it looks.
  public var style: Style

  /// A scalar and its looks; a space by default.
  public init(_ scalar: Unicode.Scalar = " ", style: Style = .text) {
    base = scalar.value
    self.style = style
  }

  /// The right half of a wide character.
  static func rightHalf(style: Style) -> Cell {
    var cell = Cell(style: style)
    cell.base = 0
    return cell
  }

  /// Whether this is the right half of the wide character in the cell before.
  public var isRightHalf: Bool { base == 0 }

  /// Adds a combining scalar; a fifth one is dropped, as ``DisplayText`` does.
  mutating func combine(_ scalar: Unicode.Scalar) {
    for index in marks.indices where marks[index] == 0 {
      marks[index] = scalar.value
      return
    }
  }

  /// How many scalars ``copyScalars(into:)`` needs room for at most.
  public static let scalarLimit = 5

  /// Writes the scalars into a buffer of at least ``scalarLimit`` and returns how many there are.
  public func copyScalars(into buffer: UnsafeMutableBufferPointer<UInt32>) -> Int {
    guard base != 0 else { return 0 }
    buffer[0] = base
    var count = 1
    for index in marks.indices where marks[index] != 0 {
      buffer[count] = marks[index]
      count += 1
    }
    return count
  }

  /// What stands in it; empty in the right half of a wide character.
  public var glyph: String {
    var scalars = String.UnicodeScalarView()
    for value in [base] + marks.indices.map({ marks[$0] }) where value != 0 {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}

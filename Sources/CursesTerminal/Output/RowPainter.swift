import CNcurses
import TerminalUI

/// Writes rows of cells into ncurses' window.
final class RowPainter {
  private let palette: Palette
  private let isUTF8: Bool
  private var cells: [cchar_t] = []

  /// A painter with these looks, for a terminal that takes UTF-8 or only ASCII.
  init(palette: Palette, isUTF8: Bool) {
    self.palette = palette
    self.isUTF8 = isUTF8
  }

  /// Writes a whole row.
  func paint(_ row: ArraySlice<Cell>, row number: Int32) {
    cells.removeAll(keepingCapacity: true)
    var style = Style.text
    var look = palette.look(style)
    var index = row.startIndex
    while index < row.endIndex {
      let cell = row[index]
      if cell.style != style {
        style = cell.style
        look = palette.look(style)
      }
      let isWide = index + 1 < row.endIndex && row[index + 1].isRightHalf
      append(cell, columns: isWide ? 2 : 1, look: look)
      index += isWide ? 2 : 1
    }
    mvwadd_wchnstr(portside_stdscr(), number, 0, cells, Int32(cells.count))
  }

  /// Adds a glyph that fills one or two columns.
  private func append(_ glyph: Cell, columns: Int, look: Palette.Look) {
    let isSet = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Cell.scalarLimit) {
      scalars in
      let count = glyph.copyScalars(into: scalars)
      guard count > 0, isUTF8 || (count == 1 && scalars[0] < 0x80) else { return false }
      var cell = cchar_t()
      let result = portside_cell_set(
        &cell, scalars.baseAddress, Int32(count), Int32(columns), look.attributes,
        Int32(look.pair))
      if result != 0 { cells.append(cell) }
      return result != 0
    }
    if !isSet { appendStandIn(for: glyph.glyph, columns: columns, look: look) }
  }

  /// Adds ASCII characters in place of a glyph that the terminal cannot show in so many columns.
  private func appendStandIn(for glyph: String, columns: Int, look: Palette.Look) {
    let text = ASCIIStandIn.text(for: glyph).unicodeScalars.map(\.value)
    for index in 0..<columns {
      var cell = cchar_t()
      var scalar = index < text.count && text[index] < 0x7F ? text[index] : 0x20
      _ = portside_cell_set(&cell, &scalar, 1, 1, look.attributes, Int32(look.pair))
      cells.append(cell)
    }
  }
}

import TerminalUI
import Testing

@Suite("The canvas")
struct CanvasTests {
  private let size = Size(columns: 10, rows: 3)

  /// Whether every wide glyph has its right half, and every right half its wide glyph.
  private func isWhole(_ canvas: Canvas) -> Bool {
    (0..<canvas.size.rows).allSatisfy { row in
      let cells = Array(canvas.row(row))
      return cells.indices.allSatisfy { index in
        let width = cells[index].glyph.unicodeScalars.first.map(ScalarWidth.columns(of:))
        switch width {
        case nil: return index > 0 && isWide(cells[index - 1])
        case 2: return index + 1 < cells.count && cells[index + 1].glyph.isEmpty
        default: return width == 1
        }
      }
    }
  }

  private func isWide(_ cell: Cell) -> Bool {
    cell.glyph.unicodeScalars.first.map(ScalarWidth.columns(of:)) == 2
  }

  @Test("Text is written where it belongs and cut at the edges")
  func write() {
    var canvas = Canvas(size: size)
    #expect(canvas.write("port 443", column: 1, row: 0) == 9)
    #expect(canvas.write("longer than a row", column: 4, row: 1) == 10)
    canvas.write("before", column: -3, row: 2)
    canvas.write("nowhere", column: 0, row: 3)
    canvas.write("nowhere", column: 0, row: -1)
    canvas.write("nowhere", column: 40, row: 0)
    #expect(canvas.lines == [" port 443", "    longer", "ore"])
  }

  @Test("A limit ends the text")
  func limit() {
    var canvas = Canvas(size: size)
    #expect(canvas.write("abcdef", column: 2, row: 0, limit: 5) == 5)
    #expect(canvas.write("abcdef", column: 2, row: 1, limit: 50) == 8)
    #expect(canvas.write("abcdef", column: 2, row: 2, limit: -1) == 2)
    #expect(canvas.lines == ["  abc", "  abcdef", ""])
  }

  @Test("A wide character that would stick out becomes a space")
  func wideAtTheEdge() {
    var canvas = Canvas(size: size)
    canvas.write("..........", column: 0, row: 0)
    canvas.write("日本", column: 7, row: 0)
    #expect(canvas.lines[0] == ".......日")
    canvas.write("..........", column: 0, row: 1)
    canvas.write("日本", column: -1, row: 1)
    #expect(canvas.lines[1] == " 本.......")
    #expect(isWhole(canvas))
  }

  @Test("Half a wide character does not stay", arguments: 0..<4)
  func halves(column: Int) {
    var canvas = Canvas(size: size)
    canvas.write("日本", column: 0, row: 0)
    canvas.write("x", column: column, row: 0)
    #expect(canvas[column, 0].glyph == "x")
    #expect(isWhole(canvas))
    canvas.write("語", column: column, row: 0)
    #expect(canvas[column, 0].glyph == "語")
    #expect(isWhole(canvas))
    canvas.clear(Rect(column: column + 1, row: 0, columns: 1, rows: 1))
    #expect(canvas[column + 1, 0] == Cell())
    #expect(isWhole(canvas))
  }

  @Test("What combines joins the cell before it")
  func combining() {
    var canvas = Canvas(size: size)
    #expect(canvas.write("e\u{301}日\u{301}x", column: 0, row: 0) == 4)
    #expect(canvas[0, 0].glyph.unicodeScalars.count == 2)
    #expect(canvas[1, 0].glyph.unicodeScalars.count == 2)
    #expect(canvas[3, 0].glyph == "x")
  }

  @Test("Nothing that is drawn breaks a cell or leaves the canvas")
  func anything() {
    for seed in UInt64(0)..<500 {
      var generator = TestGenerator(seed: seed)
      let size = Size(
        columns: Int.random(in: 0...12, using: &generator),
        rows: Int.random(in: 0...4, using: &generator))
      var canvas = Canvas(size: size)
      for _ in 0..<12 { draw(on: &canvas, &generator) }
      #expect(isWhole(canvas), "seed \(seed)")
      #expect(canvas.lines.count == size.rows, "seed \(seed)")
    }
  }

  private func draw(on canvas: inout Canvas, _ generator: inout TestGenerator) {
    let column = Int.random(in: -5...15, using: &generator)
    let row = Int.random(in: -2...5, using: &generator)
    let columns = Int.random(in: -2...15, using: &generator)
    let rect = Rect(column: column, row: row, columns: columns, rows: columns / 3)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: canvas.clear(rect)
    case 1: canvas.box(rect)
    case 2: canvas.rule(row: row, column: column, columns: columns)
    case 3: canvas.select(row: row, column: column, columns: columns)
    case 4: canvas.write(generator.line(upTo: 3), column: column, row: row, limit: columns)
    default: canvas.write(DisplayText(generator.text(upTo: 8)), column: column, row: row)
    }
  }

  @Test("A box is drawn around its inside")
  func box() {
    var canvas = Canvas(size: Size(columns: 6, rows: 3))
    canvas.box(canvas.bounds)
    #expect(canvas.lines == ["┌────┐", "│    │", "└────┘"])
  }

  @Test("Rectangles split into parts that make up the whole")
  func rectangles() {
    let rect = Rect(column: 1, row: 2, columns: 10, rows: 5)
    for count in -2...12 {
      let (top, rest) = rect.split(top: count)
      #expect(top.rows + rest.rows == 5 && top.endRow == rest.row && rest.endRow == 7)
      let (left, right) = rect.split(left: count)
      #expect(left.columns + right.columns == 10 && left.endColumn == right.column)
      #expect(right.endColumn == 11)
    }
    #expect(rect.inset(columns: 2, rows: 1) == Rect(column: 3, row: 3, columns: 6, rows: 3))
    #expect(rect.inset(columns: 9).columns == 0)
    #expect(rect.contains(column: 10, row: 6) && !rect.contains(column: 11, row: 6))
  }
}

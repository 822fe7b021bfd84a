import CLinux
import CNcurses
import Glibc
import TerminalUI

/// Works out, with ncurses, the bytes that bring a terminal from one canvas to the next.
///
/// ncurses writes into a file in memory and never sees the terminal. So it cannot wait for a
/// terminal that has stopped, nor change its modes, nor leave it half-way. ncurses keeps its state
/// in globals: there is at most one screen at a time, used by one thread.
final class CursesScreen {
  private let screen: OpaquePointer
  private let sink: UnsafeMutablePointer<FILE>
  private let source: UnsafeMutablePointer<FILE>
  private let painter: RowPainter
  private var size: Size
  private var shown: Canvas?

  /// A screen for the terminal of a description (terminfo(5)).
  init(term: String, size: Size, wantsColor: Bool, isUTF8: Bool) throws(TerminalError) {
    guard let sink = Self.openMemory() else { throw .refused(code: errno) }
    guard let source = Self.openMemory() else {
      let code = errno
      fclose(sink)
      throw .refused(code: code)
    }
    let handlers = SignalHandlers()
    let screen = newterm(term, sink, source)
    // ncurses would end the process, or draw, in signal handlers of its own.
    handlers.restore()
    guard let screen, portside_terminfo_string("cup") != nil, !term.isEmpty else {
      if let screen { delscreen(screen) }
      fclose(sink)
      fclose(source)
      throw .unsuitable(term: term)
    }
    (self.screen, self.sink, self.source) = (screen, sink, source)
    (self.size, shown) = (size, nil)
    painter = RowPainter(palette: Self.palette(wantsColor: wantsColor), isUTF8: isUTF8)
    typeahead(-1)
    nonl()
    leaveok(portside_stdscr(), false)
    resize_term(Int32(size.rows), Int32(size.columns))
  }

  deinit {
    delscreen(screen)
    fclose(sink)
    fclose(source)
  }

  /// The bytes that turn what is shown into a canvas.
  func draw(_ canvas: Canvas) -> [UInt8] {
    guard canvas.size.columns > 0, canvas.size.rows > 0 else { return [] }
    if canvas.size != size { resize(canvas.size) }
    for row in 0..<size.rows {
      let cells = canvas.row(row)
      if let shown, shown.row(row) == cells { continue }
      painter.paint(cells, row: Int32(row))
    }
    shown = canvas
    place(canvas.cursor)
    wnoutrefresh(portside_stdscr())
    doupdate()
    return takeOutput()
  }

  /// Makes the next canvas be written in full.
  func forget() {
    shown = nil
    clearok(portside_curscr(), true)
  }

  /// The bytes that leave the alternate screen; the next canvas enters it again.
  func leave() -> [UInt8] {
    forget()
    endwin()
    return takeOutput()
  }

  /// What the terminal's description says that keys send.
  var keySequences: [[UInt8]: Key] {
    var sequences: [[UInt8]: Key] = [:]
    for (name, key) in KeySequences.capabilities {
      if let text = portside_terminfo_string(name) {
        sequences[Array(String(cString: text).utf8)] = key
      }
    }
    return sequences
  }

  /// Whether the terminal speaks the language of ECMA-48, in which modes are switched.
  var speaksStandard: Bool {
    guard let text = portside_terminfo_string("cup") else { return false }
    return String(cString: text).hasPrefix("\u{1B}[")
  }

  private func resize(_ new: Size) {
    size = new
    resize_term(Int32(new.rows), Int32(new.columns))
    forget()
  }

  private func place(_ cursor: Canvas.Cursor?) {
    guard let cursor, (0..<size.columns).contains(cursor.column),
      (0..<size.rows).contains(cursor.row)
    else {
      curs_set(0)
      return
    }
    wmove(portside_stdscr(), Int32(cursor.row), Int32(cursor.column))
    curs_set(1)
  }

  private static func openMemory() -> UnsafeMutablePointer<FILE>? {
    let descriptor = portside_memfd_create("screen")
    guard descriptor >= 0 else { return nil }
    let file = fdopen(descriptor, "r+")
    if file == nil { close(descriptor) }
    return file
  }

  /// Empties the file in memory.
  private func takeOutput() -> [UInt8] {
    let descriptor = fileno(sink)
    let count = lseek(descriptor, 0, SEEK_CUR)
    guard count > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))
    }
    ftruncate(descriptor, 0)
    lseek(descriptor, 0, SEEK_SET)
    return bytes
  }

  private static func palette(wantsColor: Bool) -> Palette {
    var colors = 0
    if wantsColor, has_colors(), start_color() == OK {
      use_default_colors()
      colors = Int(portside_colors())
    }
    let palette = Palette(
      Palette.Abilities(colors: colors, canDim: portside_terminfo_string("dim") != nil))
    for (index, color) in palette.foregrounds.enumerated() {
      init_pair(Int16(index + 1), color, -1)
    }
    return palette
  }
}

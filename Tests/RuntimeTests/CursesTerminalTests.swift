import Glibc
import TerminalUI
import Testing

@testable import CursesTerminal

/// One after the other: ncurses keeps its state in globals, and no other suite uses it.
@Suite("The terminal on a pseudoterminal", .serialized)
struct CursesTerminalTests {
  /// Runs work with a terminal on a pseudoterminal.
  ///
  /// The C library's UTF-8 locale applies on this thread only.
  private func withTerminal(
    term: String = "xterm-256color", isUTF8: Bool = true, interrupt: Int32? = nil,
    _ work: (CursesTerminal, PseudoTerminal) throws -> Void
  ) throws {
    let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    let pseudo = try PseudoTerminal()
    let terminal = try CursesTerminal(
      device: try pseudo.device(), term: term, wantsColor: true, isUTF8: isUTF8,
      interrupt: interrupt)
    defer { terminal.close() }
    try work(terminal, pseudo)
  }

  private func canvas(_ text: DisplayText, _ size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.write(text, column: 2, row: 1)
    return canvas
  }

  @Test("It draws on the alternate screen and gives the terminal back")
  func draw() throws {
    try withTerminal { terminal, pseudo in
      #expect(!pseudo.isCooked)
      terminal.present(canvas("port ─ 443 日本", terminal.size))
      let shown = pseudo.shown()
      #expect(shown.contains("\u{1B}[?1049h") && shown.contains("\u{1B}[?2004h"))
      #expect(shown.contains("port ─ 443 日本"))
      terminal.close()
      let after = pseudo.shown()
      #expect(after.contains("\u{1B}[?1049l") && after.contains("\u{1B}[?2004l"))
      #expect(pseudo.isCooked)
      terminal.close()
      #expect(pseudo.shown().isEmpty)
    }
  }

  @Test("Only what changed is written")
  func changes() throws {
    try withTerminal { terminal, pseudo in
      terminal.present(canvas("port 443 is open", terminal.size))
      _ = pseudo.shown()
      terminal.present(canvas("port 443 is open", terminal.size))
      #expect(pseudo.shown().isEmpty)
      terminal.present(canvas("port 444 is open", terminal.size))
      let change = pseudo.shown()
      #expect(change.contains("4") && !change.contains("port") && change.utf8.count < 40)
    }
  }

  @Test("The cursor shows where the canvas wants it")
  func cursor() throws {
    try withTerminal { terminal, pseudo in
      terminal.present(canvas("x", terminal.size))
      #expect(pseudo.shown().contains("\u{1B}[?25l"))
      var canvas = canvas("x", terminal.size)
      canvas.cursor = Canvas.Cursor(column: 7, row: 4)
      terminal.present(canvas)
      let shown = pseudo.shown()
      #expect(shown.contains("\u{1B}[5;8H") && shown.contains("\u{1B}[?25h"))
    }
  }

  @Test("Stopped and continued, it is drawn in full at the size of then")
  func suspend() throws {
    try withTerminal { terminal, pseudo in
      terminal.setMouse(true)
      terminal.present(canvas("before", terminal.size))
      #expect(pseudo.shown().contains("\u{1B}[?1006h"))
      terminal.suspend()
      #expect(pseudo.isCooked)
      let stopped = pseudo.shown()
      #expect(stopped.contains("\u{1B}[?1049l") && stopped.contains("\u{1B}[?1000l"))
      terminal.present(canvas("meanwhile", terminal.size))
      #expect(pseudo.shown().isEmpty)
      pseudo.resize(Size(columns: 100, rows: 30))
      terminal.resume()
      #expect(terminal.size == Size(columns: 100, rows: 30))
      terminal.present(canvas("before", terminal.size))
      let shown = pseudo.shown()
      #expect(shown.contains("\u{1B}[?1049h") && shown.contains("before"))
      #expect(shown.contains("\u{1B}[?1006h") && !pseudo.isCooked)
    }
  }

  @Test("Any size is drawn", arguments: [(1, 1), (2, 1), (10, 2), (60, 17), (500, 200)])
  func sizes(columns: Int, rows: Int) throws {
    let signal = try SelfPipe()
    signal.raise()
    try withTerminal(interrupt: signal.readEnd) { terminal, pseudo in
      pseudo.resize(Size(columns: columns, rows: rows))
      var canvas = Canvas(size: terminal.size)
      for row in 0..<rows { canvas.rule(row: row) }
      canvas.write("e\u{301}", column: columns - 1, row: rows - 1)
      var shown = ""
      // The kernel holds fewer bytes than the largest screen has: the rest waits for the next call.
      for _ in 0..<1000 where !shown.contains("e\u{301}") {
        terminal.present(canvas)
        shown = String((shown + pseudo.shown()).suffix(100))
      }
      #expect(shown.contains("e\u{301}"))
      #expect(terminal.size == Size(columns: columns, rows: rows))
    }
  }

  @Test("A terminal that knows no size has the usual one")
  func noSize() throws {
    try withTerminal { terminal, pseudo in
      pseudo.resize(Size(columns: 0, rows: 0))
      #expect(terminal.size == Size(columns: 80, rows: 24))
    }
  }

  @Test("Keys arrive, those of signals too")
  func keys() throws {
    try withTerminal { terminal, pseudo in
      #expect(try terminal.readKeys() == [])
      try pseudo.type("a\u{03}\u{1A}\r\u{1B}[A\u{1B}[200~q\u{1B}[201~")
      #expect(
        try terminal.readKeys() == [
          .character("a"), .control("c"), .control("z"), .enter, .up, .paste("q"),
        ])
      try pseudo.type("\u{1B}")
      #expect(try terminal.readKeys() == [.escape])
    }
  }

  @Test("A terminal that goes away is told apart from one that is silent")
  func hangUp() throws {
    try withTerminal { terminal, pseudo in
      let silence = try terminal.readKeys()
      #expect(silence == [])
      pseudo.hangUp()
      #expect(throws: TerminalError.hungUp) { try terminal.readKeys() }
      terminal.present(canvas("nobody", terminal.size))
    }
  }

  @Test("A terminal that has stopped does not hold up a signal or the end")
  func stalled() throws {
    let signal = try SelfPipe()
    try withTerminal(interrupt: signal.readEnd) { terminal, pseudo in
      signal.raise()
      let big = Size(columns: 500, rows: 200)
      // Nobody reads: the kernel takes some kilobytes, then nothing.
      for digit in 0..<4 {
        var full = Canvas(size: big)
        let text = DisplayText(String(repeating: "\(digit)", count: big.columns))
        for row in 0..<big.rows { full.write(text, column: 0, row: row) }
        terminal.present(full)
      }
      terminal.close()
      #expect(pseudo.isCooked)
      #expect(pseudo.shown().contains("\u{1B}[?1049l"))
    }
  }

  @Test("Where only ASCII can be shown, columns keep their places")
  func ascii() throws {
    try withTerminal(isUTF8: false) { terminal, pseudo in
      terminal.present(canvas("─日✓|", terminal.size))
      let shown = pseudo.shown()
      #expect(shown.contains("-??+|"))
      #expect(shown.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test("A terminal that cannot be drawn on is refused", arguments: ["", "nosuchterm", "dumb"])
  func unsuitable(term: String) {
    #expect(throws: TerminalError.unsuitable(term: term)) {
      try withTerminal(term: term) { _, _ in }
    }
  }

  @Test("What is no terminal is refused")
  func noTerminal() throws {
    let pipe = try SelfPipe()
    #expect(throws: TerminalError.noTerminal) { () throws in
      _ = try TerminalDevice(descriptor: dup(pipe.readEnd))
    }
  }
}

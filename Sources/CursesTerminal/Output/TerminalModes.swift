/// The sequences that switch what ncurses does not (XTerm Control Sequences).
enum TerminalModes {
  /// Marks pasted text, so that it is not taken for keys.
  static let begin = bytes("\u{1B}[?2004h")
  /// Undoes ``begin``.
  static let end = bytes("\u{1B}[?2004l")
  /// Reports buttons and the wheel, in numbers that can be of any size.
  static let mouseOn = bytes("\u{1B}[?1000h\u{1B}[?1006h")
  /// Undoes ``mouseOn``.
  static let mouseOff = bytes("\u{1B}[?1006l\u{1B}[?1000l")

  /// Undoes all that a screen may have switched, whatever it was in the middle of.
  ///
  /// In order: gives up an unfinished sequence, mouse and pastes off, plain text in the usual
  /// character set, the keypad's digits, the cursor shown, the main screen.
  static let rescue = bytes(
    "\u{18}\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?2004l\u{1B}[0m\u{1B}(B\u{F}"
      + "\u{1B}[?1l\u{1B}>\u{1B}[?25h\u{1B}[?1049l")

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}

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

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}

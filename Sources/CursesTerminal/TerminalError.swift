import TerminalUI

/// Why a terminal cannot be used, or no longer.
public enum TerminalError: Error, Hashable, Sendable {
  /// Nobody is at the other end any more.
  case hungUp
  /// Standard output is no terminal, or there is none to read keys from.
  case noTerminal
  /// The terminal's description is missing or cannot move the cursor.
  ///
  /// The value is that of the variable `TERM`, empty where it is not set.
  case unsuitable(term: String)
  /// The operating system refused memory or a descriptor.
  ///
  /// The value is the error's number.
  case refused(code: Int32)
}

extension TerminalError: CustomStringConvertible {
  /// One sentence, with the commands that need no such terminal.
  public var description: String {
    switch self {
    case .hungUp: "The terminal has gone away."
    case .noTerminal: "This needs a terminal to draw on; \(Self.plainCommands)."
    case .unsuitable(let term) where term.isEmpty:
      "This needs a terminal, but the variable TERM is not set; \(Self.plainCommands)."
    case .unsuitable(let term):
      // The variable is text from outside, so its control characters must not reach a terminal.
      "This needs a terminal whose cursor can be moved, which TERM=\(DisplayText(term)) does not"
        + " describe; \(Self.plainCommands)."
    case .refused(let code):
      "The terminal could not be opened (error \(code)); \(Self.plainCommands)."
    }
  }

  private static let plainCommands =
    "without one, use portside learn --plain, practice --plain, demo --plain or ports"
}

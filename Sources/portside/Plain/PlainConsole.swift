import Glibc
import TerminalUI

/// Lines in and lines out, for pipes, logs, screen readers and `| less`.
///
/// Text goes to standard output and messages to standard error. Nothing but ``DisplayText`` is
/// written, and never an escape code. When the reader of the output is gone, what follows is
/// dropped and nothing more is read, so that a command comes to its end quietly.
final class PlainConsole {
  /// Whether questions can be asked on a terminal: somebody types there and reads there.
  static var isOnTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Whether standard output is a terminal: then running text is broken into lines.
  let isInteractive: Bool
  /// How many columns a line of the terminal has; without a terminal there is no limit.
  let columns: Int?

  private let input: LineReader
  private let output: CInt
  private let messages: CInt
  private let echoesInput: Bool
  private let usesASCII: Bool
  private var failure: CInt?

  /// A console on descriptors that it does not close: the process's own standard streams.
  ///
  /// - Parameters:
  ///   - isUTF8: Whether the locale's character set is UTF-8; otherwise arrows and other signs are
  ///     written with ASCII.
  ///   - input: Where answers come from.
  ///   - output: Where text goes.
  ///   - messages: Where messages go.
  init(
    isUTF8: Bool = TextLocale.isUTF8, input: CInt = STDIN_FILENO, output: CInt = STDOUT_FILENO,
    messages: CInt = STDERR_FILENO
  ) {
    isInteractive = isatty(output) == 1
    columns = isInteractive ? Self.columns(of: output) : nil
    self.input = LineReader(descriptor: input)
    self.output = output
    self.messages = messages
    echoesInput = isatty(input) == 0
    usesASCII = !isUTF8
  }

  /// Whether what is written still reaches someone.
  var isOpen: Bool { failure == nil }

  // MARK: Writing

  /// Writes running text, broken at words where the output is a terminal.
  ///
  /// - Parameters:
  ///   - text: One paragraph; an empty one is an empty line.
  ///   - indent: The spaces before each of its lines.
  ///   - label: What stands in front of the first line, for example an option's number.
  func say(_ text: DisplayText = "", indent: Int = 0, label: DisplayText = "") {
    let margin = String(repeating: " ", count: indent)
    let limit = min(StyledLine.measure, columns ?? StyledLine.measure) - indent
    guard isInteractive, limit > 2 * label.columns + 10 else {
      return line(DisplayText(margin) + label + text)
    }
    let whole = StyledLine(label + text)
    for part in whole.wrapped(to: limit, hanging: label.columns) {
      line(DisplayText(margin + part.text))
    }
  }

  /// Writes a line as it is: a figure or a row of a table.
  func line(_ text: DisplayText) {
    write(text.string + "\n", to: output)
  }

  /// Writes a message to standard error.
  func complain(_ text: DisplayText) {
    write(text.string + "\n", to: messages)
  }

  // MARK: Reading

  /// Asks for a line and returns it without its end, or nil where no more can come.
  ///
  /// What did not come from a keyboard is repeated behind the prompt, so that a log reads well.
  func ask(_ prompt: DisplayText) -> String? {
    write(prompt.string + " ", to: output)
    guard isOpen, let answer = input.next() else {
      write("\n", to: output)
      return nil
    }
    if echoesInput { line(DisplayText(answer)) }
    return answer
  }

  // MARK: The end

  /// Says what kept the output from being written.
  ///
  /// - Throws: A ``CommandFailure`` where writing failed for any other reason than that nobody
  ///   reads any more.
  func finish() throws {
    guard let failure, failure != EPIPE else { return }
    let reason = String(cString: strerror(failure)).lowercased()
    throw CommandFailure("standard output cannot be written to (\(reason)).")
  }

  // MARK: System

  private func write(_ text: String, to descriptor: CInt) {
    guard isOpen else { return }
    var bytes = Array((usesASCII ? Self.inASCII(text) : text).utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        // A message that nobody can see is no reason to stop the work.
        if descriptor == output { failure = errno }
        return
      }
    }
  }

  private static func inASCII(_ text: String) -> String {
    text.map { $0.isASCII ? String($0) : ASCIIStandIn.text(for: String($0)) }.joined()
  }

  private static func columns(of descriptor: CInt) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

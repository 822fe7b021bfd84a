public import TerminalUI

/// A screen to draw on and keys to read: what the event loop needs of a terminal.
///
/// One thread owns it.
public protocol Terminal: AnyObject {
  /// The size in cells, asked now.
  var size: Size { get }

  /// The descriptor to poll for input.
  var inputDescriptor: Int32 { get }

  /// Takes all pending input without waiting for more.
  ///
  /// Only a lone Escape makes it wait, for at most 25 ms: the rest of a key could follow.
  ///
  /// - Throws: ``TerminalError/hungUp`` when no terminal is there any more.
  func readKeys() throws(TerminalError) -> [Key]

  /// Shows a canvas; only what changed is written.
  func present(_ canvas: Canvas)

  /// Gives the terminal back as it was found, until ``resume()``.
  func suspend()

  /// Takes the terminal again; the next canvas is written in full, at the size of then.
  func resume()

  /// Turns reports of clicks and the wheel on or off.
  func setMouse(_ isOn: Bool)

  /// Gives the terminal back as it was found; a second call does nothing.
  func close()
}

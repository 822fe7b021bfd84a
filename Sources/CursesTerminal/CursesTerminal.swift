import Glibc
public import TerminalUI

/// The real terminal: ncurses works out what to write, this class reads and writes it.
///
/// One thread owns it, and only one exists at a time. It never exits the process, installs no signal
/// handler and never waits for a terminal that has stopped, except in ``present(_:)`` until there is
/// a signal to handle.
public final class CursesTerminal: Terminal {
  /// How long an Escape waits for the rest of a key, in milliseconds.
  private static let escapeDelay: Int32 = 25
  /// What is assumed of a terminal that does not know its size.
  private static let fallbackSize = Size(columns: 80, rows: 24)

  private enum State {
    case open
    case suspended
    case closed
  }

  private let device: TerminalDevice
  private let screen: CursesScreen
  private let interrupt: Int32?
  private var decoder: KeyDecoder
  private var state = State.open
  private var wantsMouse = false

  /// Opens the terminal of standard input and output, or `/dev/tty` where standard input is a pipe.
  ///
  /// - Parameters:
  ///   - useColor: False for text in one colour, as the variable `NO_COLOR` asks for too.
  ///   - interrupt: A descriptor that can be read while a signal waits to be handled; writing to a
  ///     terminal that has stopped ends then.
  /// - Throws: ``TerminalError`` when there is no terminal, or one that cannot move its cursor.
  public convenience init(useColor: Bool = true, interrupt: Int32? = nil) throws(TerminalError) {
    let noColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    try self.init(
      device: try TerminalDevice.open(), term: term, wantsColor: useColor && !noColor,
      isUTF8: TerminalLocale.isUTF8, interrupt: interrupt)
  }

  /// Opens a terminal on a device.
  init(
    device: TerminalDevice, term: String, wantsColor: Bool, isUTF8: Bool, interrupt: Int32? = nil
  ) throws(TerminalError) {
    screen = try CursesScreen(
      term: term, size: device.size ?? Self.fallbackSize, wantsColor: wantsColor, isUTF8: isUTF8)
    self.device = device
    self.interrupt = interrupt
    decoder = KeyDecoder(special: screen.keySequences)
    begin()
  }

  deinit {
    close()
  }

  /// The size in cells, asked now; 80×24 where the terminal does not know it.
  public var size: Size { device.size ?? Self.fallbackSize }

  /// The descriptor to poll for input.
  public var inputDescriptor: Int32 { device.descriptor }

  /// Takes all pending input; see ``Terminal/readKeys()``.
  public func readKeys() throws(TerminalError) -> [Key] {
    guard state == .open else { return [] }
    var keys = try readOnce()
    if decoder.isUndecided {
      device.waitForInput(milliseconds: Self.escapeDelay)
      keys += (try? readOnce()) ?? []
      keys += decoder.decide()
    }
    return keys
  }

  /// Shows a canvas; only what changed is written.
  public func present(_ canvas: Canvas) {
    guard state == .open else { return }
    // What still waits is written first; if the terminal does not take it, drawing more is in vain.
    guard device.write([], interrupt: interrupt) else { return }
    device.write(screen.draw(canvas), interrupt: interrupt)
  }

  /// Gives the terminal back as it was found, until ``resume()``.
  public func suspend() {
    guard state == .open else { return }
    state = .suspended
    restore()
  }

  /// Takes the terminal again; the next canvas is written in full.
  ///
  /// Also after a stop that could not be announced, where the terminal may be in any state.
  public func resume() {
    guard state != .closed else { return }
    if state == .open, !device.isAsFound {
      // Continued without a stop that anybody noticed: the screen is still ours.
      screen.forget()
      return
    }
    state = .open
    // What leaving would write has been written, by us or by the guard.
    _ = screen.leave()
    begin()
  }

  /// Turns reports of clicks and the wheel on or off.
  public func setMouse(_ isOn: Bool) {
    wantsMouse = isOn
    guard state == .open, screen.speaksStandard else { return }
    device.write(isOn ? TerminalModes.mouseOn : TerminalModes.mouseOff, interrupt: interrupt)
  }

  /// Gives the terminal back as it was found; a second call does nothing.
  public func close() {
    if state == .open { restore() }
    state = .closed
  }

  private func readOnce() throws(TerminalError) -> [Key] {
    switch device.read() {
    case .bytes(let bytes): decoder.decode(bytes, size: size, now: .now)
    case .nothing: []
    case .hungUp: throw .hungUp
    }
  }

  private func begin() {
    device.enterRawModes()
    guard screen.speaksStandard else { return }
    device.write(
      TerminalModes.begin + (wantsMouse ? TerminalModes.mouseOn : []), interrupt: interrupt)
  }

  /// The modes come last: who finds them restored may rely on all the rest.
  private func restore() {
    let modes = screen.speaksStandard ? TerminalModes.mouseOff + TerminalModes.end : []
    device.writeNow(modes + screen.leave())
    // Clicks on their way would otherwise be typed into the shell.
    if wantsMouse { device.dropInput() }
    device.restoreModes()
  }
}

import Glibc
import TerminalUI

/// The terminal's descriptor: its modes, its size, and reading and writing that never wait long.
///
/// It is opened anew, so that making it non-blocking does not touch the descriptors of the shell.
final class TerminalDevice {
  /// What reading gave.
  enum Input: Equatable {
    /// Bytes, at least one.
    case bytes([UInt8])
    /// Nothing yet.
    case nothing
    /// Nobody is at the other end.
    case hungUp
  }

  /// The most bytes that one call of ``read()`` returns.
  static let readLimit = 1 << 20

  /// The open descriptor.
  let descriptor: Int32
  /// Its modes as they were found.
  let found: termios

  /// The modes that this process has set.
  private var raw: termios?
  /// Bytes that the terminal has not taken yet.
  private var unwritten: ArraySlice<UInt8> = []

  /// Takes over an open descriptor of a terminal.
  init(descriptor: Int32) throws(TerminalError) {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else {
      Glibc.close(descriptor)
      throw .noTerminal
    }
    self.descriptor = descriptor
    found = modes
  }

  deinit {
    Glibc.close(descriptor)
  }

  /// Opens the terminal that standard output shows on, or the controlling one where only standard
  /// input is something else.
  static func open() throws(TerminalError) -> TerminalDevice {
    guard isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    let flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
    // After `su` the terminal belongs to somebody else and only /dev/tty can be opened; in a
    // container it may have no name. So both are tried.
    let own = "/proc/self/fd/\(STDOUT_FILENO)"
    let paths = isatty(STDIN_FILENO) == 1 ? [own, "/dev/tty"] : ["/dev/tty"]
    for path in paths {
      let descriptor = Glibc.open(path, flags)
      if descriptor >= 0 { return try TerminalDevice(descriptor: descriptor) }
    }
    if let descriptor = inherited { return try TerminalDevice(descriptor: descriptor) }
    throw .noTerminal
  }

  /// A copy of the descriptor that was handed down, where the terminal can be opened by no name.
  ///
  /// That is so under `su -c`: the terminal belongs to another user, and the session has none of its
  /// own. The copy may block, because non-blocking would hold for the shell's descriptor too.
  private static var inherited: Int32? {
    guard isatty(STDIN_FILENO) == 1 else { return nil }
    for standard in [STDOUT_FILENO, STDIN_FILENO] {
      let mode = fcntl(standard, F_GETFL) & O_ACCMODE
      guard mode == O_RDWR else { continue }
      let copy = fcntl(standard, F_DUPFD_CLOEXEC, 3)
      if copy >= 0 { return copy }
    }
    return nil
  }

  /// The size in cells; nil where the terminal does not know it.
  var size: Size? {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return nil }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Stops the process while a shell has it in the background, as the kernel would do later.
  ///
  /// Here, before any signal is caught, it can still be told to end. Nothing stops a process that no
  /// shell could continue, hence the bound.
  func waitForForeground() {
    for _ in 0..<8 where tcgetpgrp(descriptor) > 0 && tcgetpgrp(descriptor) != getpgrp() {
      kill(0, SIGTTOU)
    }
  }

  /// Lets every key through at once: no echo, no lines, no signals, no translation.
  ///
  /// In the background the kernel stops the process here, as it should: the terminal is in use.
  func enterRawModes() {
    var modes = found
    cfmakeraw(&modes)
    withUnsafeMutableBytes(of: &modes.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    raw = modes
    setModes(modes)
  }

  /// Restores the modes as they were found, also from the background.
  ///
  /// There a shell may have the terminal already, because our guard was killed; then its modes stay.
  func restoreModes() {
    let owner = tcgetpgrp(descriptor)
    if owner > 0, owner != getpgrp(), let current, let raw, !current.isSame(as: raw) { return }
    SignalMask.blocking(SIGTTOU) { setModes(found) }
  }

  /// Whether the modes are as they were found.
  ///
  /// They are the first that a screen changes and the last that it restores, so whoever finds them
  /// changed knows that a screen was left half-way. A terminal that was found without lines of
  /// input tells nothing and counts as changed.
  var isAsFound: Bool {
    guard let current, found.c_lflag & tcflag_t(ICANON) != 0 else { return false }
    return current.isSame(as: found)
  }

  private var current: termios? {
    var modes = termios()
    return tcgetattr(descriptor, &modes) == 0 ? modes : nil
  }

  /// Brings back a terminal that somebody else left half-way, without waiting for it.
  func rescue() {
    tcflush(descriptor, TCOFLUSH)
    writeNow(TerminalModes.rescue)
    restoreModes()
  }

  /// Drops input that nobody has read.
  func dropInput() {
    tcflush(descriptor, TCIFLUSH)
  }

  /// Reads what is there, up to ``readLimit`` bytes.
  func read() -> Input {
    var bytes: [UInt8] = []
    while bytes.count < Self.readLimit {
      // A descriptor that could not be opened anew may block: ask first.
      let ready = poll(for: Int16(POLLIN), milliseconds: 0)
      if ready == 0 { break }
      let chunk = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
        count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
      }
      if chunk.isEmpty {
        // Zero bytes and EIO are both how a terminal says that it is gone.
        if errno == EINTR || errno == EAGAIN, ready & Int16(POLLHUP | POLLERR) == 0 { break }
        return bytes.isEmpty ? .hungUp : .bytes(bytes)
      }
      bytes += chunk
    }
    return bytes.isEmpty ? .nothing : .bytes(bytes)
  }

  /// Waits for input, for at most so long.
  func waitForInput(milliseconds: Int32) {
    _ = poll(for: Int16(POLLIN), milliseconds: milliseconds)
  }

  /// Whether bytes still wait for the terminal to take them.
  var hasUnwritten: Bool { !unwritten.isEmpty }

  /// Writes bytes after those that still wait.
  ///
  /// While the terminal takes nothing, it waits until `interrupt` can be read, so that a signal is
  /// answered even where the terminal has stopped. What is left is written by the next call.
  ///
  /// - Returns: whether everything was written.
  @discardableResult
  func write(_ bytes: [UInt8], interrupt: Int32?) -> Bool {
    unwritten += bytes
    while !unwritten.isEmpty {
      let count = unwritten.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        unwritten = unwritten.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        guard waitForRoom(interrupt: interrupt) else { return false }
      } else if count == 0 || errno != EINTR {
        // It has gone; reading will say so.
        unwritten = []
      }
    }
    unwritten = []
    return true
  }

  /// Writes bytes until the terminal has taken nothing for so many milliseconds.
  func write(_ bytes: [UInt8], patience: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty, poll(for: Int16(POLLOUT), milliseconds: patience) == Int16(POLLOUT) {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Writes a few bytes without waiting; a terminal that has stopped loses what it has not shown.
  func writeNow(_ bytes: [UInt8]) {
    if hasUnwritten { tcflush(descriptor, TCOFLUSH) }
    unwritten = []
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard count < bytes.count else { return }
    tcflush(descriptor, TCOFLUSH)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  private func setModes(_ modes: termios) {
    withUnsafePointer(to: modes) { modes in
      while tcsetattr(descriptor, TCSANOW, modes) != 0, errno == EINTR {}
    }
  }

  private func poll(for events: Int16, milliseconds: Int32) -> Int16 {
    var entry = pollfd(fd: descriptor, events: events, revents: 0)
    return Glibc.poll(&entry, 1, milliseconds) > 0 ? entry.revents : 0
  }

  /// Waits until the terminal takes bytes again; false when `interrupt` can be read first.
  private func waitForRoom(interrupt: Int32?) -> Bool {
    var entries = [
      pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: interrupt ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let ready = Glibc.poll(&entries, nfds_t(entries.count), -1)
    if ready < 0 { return errno == EINTR && interrupt == nil }
    return entries[1].revents == 0
  }
}

extension termios {
  /// Whether two sets of modes switch the same things.
  fileprivate func isSame(as other: termios) -> Bool {
    c_iflag == other.c_iflag && c_oflag == other.c_oflag && c_cflag == other.c_cflag
      && c_lflag == other.c_lflag
  }
}

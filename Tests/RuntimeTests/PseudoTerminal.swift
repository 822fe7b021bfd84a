import Glibc
import TerminalUI
import Testing

@testable import CursesTerminal

/// A pseudoterminal (pty(7)): a test holds the end at which a person would sit.
final class PseudoTerminal {
  /// The end of the person.
  private(set) var person: Int32
  /// The path of the end of the program.
  private let path: String
  /// A descriptor that keeps the program's end open and asks about its modes.
  private let keeper: Int32

  /// Opens one of a size.
  init(size: Size = Size(columns: 80, rows: 24)) throws {
    person = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN (ioctl_tty(2)), which Swift does not import: unlock the other end, and
    // ask for its number.
    var lock: Int32 = 0
    var number: Int32 = -1
    try #require(ioctl(person, 0x4004_5431, &lock) == 0)
    try #require(ioctl(person, 0x8004_5430, &number) == 0)
    path = "/dev/pts/\(number)"
    keeper = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(keeper >= 0)
    resize(size)
  }

  deinit {
    hangUp()
    close(keeper)
  }

  /// Opens the program's end as a device.
  func device() throws -> TerminalDevice {
    let descriptor = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    try #require(descriptor >= 0)
    return try TerminalDevice(descriptor: descriptor)
  }

  /// Sets the size that the terminal reports.
  func resize(_ size: Size) {
    var window = winsize()
    (window.ws_col, window.ws_row) = (UInt16(size.columns), UInt16(size.rows))
    _ = ioctl(keeper, UInt(TIOCSWINSZ), &window)
  }

  /// Whether the program's end hands over lines, and shows them: how shells leave it.
  var isCooked: Bool {
    var modes = termios()
    tcgetattr(keeper, &modes)
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted
  }

  /// Types bytes.
  func type(_ text: String) throws {
    let bytes = Array(text.utf8)
    try #require(write(person, bytes, bytes.count) == bytes.count)
  }

  /// What the program has written since the last call.
  func shown() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var entry = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
    while poll(&entry, 1, 0) > 0, entry.revents & Int16(POLLIN) != 0 {
      let count = read(person, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Goes away, as a closed window does.
  func hangUp() {
    guard person >= 0 else { return }
    close(person)
    person = -1
  }
}

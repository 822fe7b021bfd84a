import Glibc

/// Reads lines from a descriptor, as many as come, each of a bounded length.
final class LineReader {
  /// The most bytes that a line keeps; what is beyond them is dropped.
  static let longestLine = 65536

  private let descriptor: CInt
  private var pending: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// A reader of an open descriptor, which it does not close.
  init(descriptor: CInt) {
    self.descriptor = descriptor
  }

  /// The next line without its end, invalid UTF-8 repaired; nil at the end of the input.
  func next() -> String? {
    var line: [UInt8] = []
    while let byte = nextByte() {
      if byte == 0x0A { return text(line) }
      if line.count < Self.longestLine { line.append(byte) }
    }
    return line.isEmpty ? nil : text(line)
  }

  private func text(_ line: [UInt8]) -> String {
    String(decoding: line.last == 0x0D ? line.dropLast() : line[...], as: UTF8.self)
  }

  private func nextByte() -> UInt8? {
    if position == pending.count { fill() }
    guard position < pending.count else { return nil }
    position += 1
    return pending[position - 1]
  }

  private func fill() {
    guard !isAtEnd else { return }
    position = 0
    pending = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      var received = read(descriptor, buffer.baseAddress, buffer.count)
      while received < 0, errno == EINTR {
        received = read(descriptor, buffer.baseAddress, buffer.count)
      }
      count = max(0, received)
    }
    isAtEnd = pending.isEmpty
  }
}

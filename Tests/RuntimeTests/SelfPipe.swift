import Glibc
import Testing

/// A pipe that stands for the one on which signals arrive.
final class SelfPipe {
  /// The end to poll.
  let readEnd: Int32
  private let writeEnd: Int32

  /// Opens it, with nothing in it.
  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Makes it readable, as a signal does.
  func raise() {
    _ = write(writeEnd, [1] as [UInt8], 1)
  }
}

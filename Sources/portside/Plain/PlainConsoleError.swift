import Glibc

/// Standard output that cannot be written, for example because a disk is full.
struct PlainConsoleError: Error, CustomStringConvertible {
  /// The error number of write(2).
  let code: CInt

  var description: String {
    "The output could not be written: \(String(cString: strerror(code)))."
  }
}

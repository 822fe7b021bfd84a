import Glibc

/// Who the calling thread is for the kernel when it opens a socket; only root may change that.
///
/// The thread alone: other tests that run meanwhile stay who they are.
enum UserOfThread {
  /// Makes the thread another user's.
  static func become(_ user: UInt32) throws {
    // The C library has it, but no header that Swift can see.
    guard let symbol = dlsym(nil, "setfsuid") else { throw LiveSocket.Nobody() }
    let setfsuid = unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
    _ = setfsuid(user)
  }
}

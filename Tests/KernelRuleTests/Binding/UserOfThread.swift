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

  /// Makes the thread another user's in every way, without any of root's capabilities; it must end
  /// after its work.
  ///
  /// The C library's setresuid() changes all threads, the kernel's own call the calling one alone.
  static func loseEverything(as user: UInt32 = 65534) throws {
    #if arch(x86_64)
    let setresuid = 117
    #else
    let setresuid = 147
    #endif
    guard let symbol = dlsym(nil, "syscall") else { throw LiveSocket.Nobody() }
    let call = unsafeBitCast(
      symbol, to: (@convention(c) (Int, UInt32, UInt32, UInt32) -> Int).self)
    guard call(setresuid, user, user, user) == 0 else { throw LiveSocket.Nobody() }
  }
}

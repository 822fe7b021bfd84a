import Foundation
import Glibc
import Sockets
import Synchronization
import SystemPackage

/// Work done as a user without privileges, by a thread of its own: the others stay who they are.
final class UnprivilegedThread<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)

  /// Starts the work as the user whom most systems call nobody.
  init(_ work: @escaping @Sendable () throws -> Value) {
    Thread.detachNewThread { [self] in
      // The C library has it, but no header that Swift can see. It is about the calling thread
      // alone, and takes root's right to pass over the permissions of files with it.
      if let symbol = dlsym(nil, "setfsuid") {
        let setfsuid = unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
        _ = setfsuid(65_534)
      }
      let value = Result { try work() }
      result.withLock { $0 = value }
    }
  }

  /// What came of it.
  func value() throws -> Value {
    let found = eventually { result.withLock { $0 } }
    guard let found else { throw SocketError("wait", number: .timedOut) }
    return try found.get()
  }
}

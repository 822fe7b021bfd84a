import Glibc
import Synchronization

/// Keeps other programs from setting the same record aside at the same time.
///
/// It locks the folder itself (flock(2)), so it leaves no file behind, and a program that dies drops
/// it.
final class FolderLock: Sendable {
  private let folder: String
  private let descriptor = Mutex<CInt>(-1)

  /// A lock of a folder that is not taken yet.
  init(folder: String) {
    self.folder = folder
  }

  /// Takes the lock; waits for another program as long as a write does.
  ///
  /// Where the file system has no such locks, nothing is locked.
  ///
  /// - Throws: ``ProgressError`` where another program does not give it back.
  func take(for path: String) throws(ProgressError) {
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if opened < 0 { return }
    descriptor.withLock { $0 = opened }
    let deadline = ContinuousClock.now + .seconds(ProgressDatabase.busySeconds)
    while flock(opened, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      guard ContinuousClock.now < deadline else {
        drop()
        throw ProgressError(path: path, reason: .busy(seconds: ProgressDatabase.busySeconds))
      }
      ProgressDatabase.waitForTheOther()
    }
  }

  /// Gives the lock back.
  func drop() {
    descriptor.withLock { descriptor in
      if descriptor >= 0 { close(descriptor) }
      descriptor = -1
    }
  }
}

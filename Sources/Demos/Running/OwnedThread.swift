import Glibc
import Synchronization

/// A thread of its own for work that waits, outside Swift's shared pool.
///
/// It takes no signals: those are for the thread that owns the terminal.
final class OwnedThread: Sendable {
  /// The thread that is still to be joined; locked while somebody waits for it.
  private let thread = Mutex<pthread_t?>(nil)
  /// The same thread, as it knows itself; never locked for long.
  private let identity = Identity()

  private final class Identity: Sendable {
    private let thread = Mutex<pthread_t?>(nil)

    func set() { thread.withLock { $0 = pthread_self() } }

    var isCurrent: Bool {
      thread.withLock { thread in
        thread.map { pthread_equal($0, pthread_self()) != 0 } ?? false
      }
    }
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  /// Starts a body; false where the system has no thread to give.
  func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var every = sigset_t()
    var before = sigset_t()
    sigfillset(&every)
    // A new thread inherits the mask of the one that makes it.
    pthread_sigmask(SIG_SETMASK, &every, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let handed = Unmanaged.passRetained(
      Body { [identity] in
        identity.set()
        body()
      })
    var made = pthread_t()
    let result = pthread_create(
      &made, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, handed.toOpaque())
    guard result == 0 else {
      handed.release()
      return false
    }
    thread.withLock { [made] in $0 = made }
    return true
  }

  /// Waits until the body has returned; at once where it was never started or has been waited for.
  ///
  /// Called on the thread itself it does nothing: it would wait for ever.
  func join() {
    if identity.isCurrent { return }
    thread.withLock { thread in
      guard let running = thread else { return }
      pthread_join(running, nil)
      thread = nil
    }
  }

  deinit {
    thread.withLock { thread in
      if let running = thread { pthread_detach(running) }
    }
  }
}

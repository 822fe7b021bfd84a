import Dispatch
import Foundation
import Synchronization

/// One thread that does pieces of work in the order in which they are handed over.
///
/// A thread of its own and not a dispatch queue: once a queue has used its pool of threads, dispatch
/// wakes up every second to look after them, and an idle tutor is to sleep.
final class SerialWorker: Sendable {
  private enum Order {
    case work(@Sendable () -> Void)
    case end
  }

  private let orders = Mutex<[Order]>([])
  private let arrivals = DispatchSemaphore(value: 0)

  /// Starts the thread; it sleeps until there is something to do.
  init(name: String) {
    let thread = Thread { [self] in run() }
    thread.name = name
    thread.start()
  }

  /// Hands over a piece of work and returns at once.
  func async(_ work: @escaping @Sendable () -> Void) {
    add(.work(work))
  }

  /// Waits until everything handed over before is done.
  func wait() {
    let isDone = DispatchSemaphore(value: 0)
    async { isDone.signal() }
    isDone.wait()
  }

  /// Ends the thread after what was handed over before; nothing may be handed over any more.
  func finish() {
    wait()
    add(.end)
  }

  private func add(_ order: Order) {
    orders.withLock { $0.append(order) }
    arrivals.signal()
  }

  private func run() {
    while true {
      arrivals.wait()
      switch orders.withLock({ $0.removeFirst() }) {
      case .work(let work): work()
      case .end: return
      }
    }
  }
}

public import Sockets
import Synchronization
public import Tutor

/// Where results of effects wait for the main thread: a queue that any thread may fill.
public final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])
  private let waker: Waker

  /// A mailbox that wakes the poller to which the waker belongs.
  public init(waker: Waker) {
    self.waker = waker
  }

  /// Adds a message and wakes the main thread.
  public func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    waker.wake()
  }

  /// Takes all messages, the oldest first.
  func take() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}

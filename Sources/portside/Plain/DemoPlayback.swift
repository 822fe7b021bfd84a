import Demos
import PortKnowledge
import Sockets
import Synchronization

/// Runs a demo to its end, event by event on the caller's thread.
///
/// The demo works on a thread of its own; its events wait here until the teller has told the one
/// before, which may last as long as somebody reads.
struct DemoPlayback {
  private let prepare: (@escaping @Sendable (DemoEvent) -> Void) -> any RunningDemo

  /// A playback of what is made ready with a report for its events.
  init(_ prepare: @escaping (@escaping @Sendable (DemoEvent) -> Void) -> any RunningDemo) {
    self.prepare = prepare
  }

  /// The events that are not told yet.
  private final class Mailbox: Sendable {
    private let events = Mutex<[DemoEvent]>([])
    private let waker: Waker

    init(_ waker: Waker) {
      self.waker = waker
    }

    func put(_ event: DemoEvent) {
      events.withLock { $0.append(event) }
      waker.wake()
    }

    func takeAll() -> [DemoEvent] {
      events.withLock { events in
        defer { events = [] }
        return events
      }
    }
  }

  /// Runs the demo; how it ended.
  ///
  /// Ctrl-C and the other signals that end a program first close what the demo has opened.
  func run(telling teller: some DemoTeller) throws -> DemoEnd {
    var teller = teller
    let poller = try Poller()
    let mailbox = Mailbox(poller.waker)
    let runner = prepare { mailbox.put($0) }
    let signals = EndingSignals {
      runner.stop()
      runner.waitUntilEnded()
    }
    defer { signals.release() }
    runner.start()
    while true {
      for event in mailbox.takeAll() {
        switch teller.tell(event) {
        case .nothing: break
        case .proceed: runner.proceed()
        case .answer(let answer): runner.answer(answer)
        case .stop: runner.stop()
        }
        if case .demoEnded(let end) = event {
          runner.waitUntilEnded()
          return end
        }
      }
      _ = try poller.wait()
    }
  }
}

import PortKnowledge
import Practice

/// Tells a demo as another teller does, and keeps the TCP states that the learner sees for the first
/// time.
struct SightingTeller: DemoTeller {
  private var inner: any DemoTeller
  private let keep: (TCPState) -> Void
  private var seen: Set<TCPState>
  /// What is recorded was not seen here.
  private var isLive = true

  /// A teller over another one.
  ///
  /// - Parameters:
  ///   - inner: Who tells the events.
  ///   - seen: The states that were seen before.
  ///   - keep: What keeps a state that was not.
  init(_ inner: any DemoTeller, seen: Set<TCPState>, keep: @escaping (TCPState) -> Void) {
    self.inner = inner
    self.seen = seen
    self.keep = keep
  }

  mutating func tell(_ event: DemoEvent) -> DemoReply {
    switch event {
    case .recordingBegan: isLive = false
    case .tableRead(let reading) where isLive:
      for state in reading.tcpStates.subtracting(seen) {
        seen.insert(state)
        keep(state)
      }
    default: break
    }
    return inner.tell(event)
  }
}

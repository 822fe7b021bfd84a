import PortKnowledge

/// Keeps every event beside another teller, for a recording.
struct RecordingTeller: DemoTeller {
  private var teller: any DemoTeller
  private let keep: (DemoEvent) -> Void

  /// A teller whose events are handed to `keep` too.
  init(_ teller: any DemoTeller, keep: @escaping (DemoEvent) -> Void) {
    self.teller = teller
    self.keep = keep
  }

  mutating func tell(_ event: DemoEvent) -> DemoReply {
    keep(event)
    return teller.tell(event)
  }
}

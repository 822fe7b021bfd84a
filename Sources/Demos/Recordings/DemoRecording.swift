public import PortKnowledge

/// Everything that a demo told in one run, with where it was made.
public struct DemoRecording: Hashable, Sendable {
  /// Which demo it was.
  public var summary: DemoSummary
  /// Where and when it was made.
  public var note: RecordingNote
  /// What was told, in order; predictions are recorded as if nobody had made any.
  public var events: [DemoEvent]

  /// A recording of a run.
  public init(of summary: DemoSummary, note: RecordingNote, events: [DemoEvent] = []) {
    self.summary = summary
    self.note = note
    self.events = events
  }

  /// How the run ended; nil where the recording has no end.
  public var end: DemoEnd? {
    if case .demoEnded(let end) = events.last { end } else { nil }
  }
}

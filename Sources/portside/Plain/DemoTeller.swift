import PortKnowledge

/// Tells a demo's events to somebody and hands back what they say.
protocol DemoTeller {
  /// Tells an event; what the demo is to be told in turn.
  mutating func tell(_ event: DemoEvent) -> DemoReply
}

/// What a demo is told after an event.
enum DemoReply: Hashable {
  /// Nothing: it does not wait.
  case nothing
  /// To go on with the next step.
  case proceed
  /// A prediction, or nil to look without one.
  case answer(Answer?)
  /// To end here.
  case stop
}

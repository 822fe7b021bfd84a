public import PortKnowledge

/// A demo: what a list shows of it, and its steps.
public struct Demo: Sendable {
  /// Name, title, purpose and length.
  public let summary: DemoSummary
  let steps: [DemoStep]

  init(id: String, title: String, teaches: String, steps: [DemoStep]) {
    summary = DemoSummary(id: id, title: title, teaches: teaches, stepCount: steps.count)
    self.steps = steps
  }
}

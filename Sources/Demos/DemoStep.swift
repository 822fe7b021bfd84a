import PortKnowledge

/// A step of a demo: what to look at, what is done, and perhaps what to predict before.
struct DemoStep: Sendable {
  /// The title, a few words.
  var title: String
  /// One to three sentences, told before the work; they may name ports that are known by then.
  var narration: @Sendable (DemoStage) -> String
  /// What is asked before the work.
  var prediction: Prediction?
  /// The work itself, which also reads the kernel's table.
  var work: @Sendable (DemoStage) throws -> Void
  /// Sentences about what was seen, said last.
  var remarks: @Sendable (DemoStage) throws -> [String]

  /// A step from its title to its remarks.
  init(
    _ title: String,
    narration: @escaping @Sendable (DemoStage) -> String,
    prediction: Prediction? = nil,
    work: @escaping @Sendable (DemoStage) throws -> Void,
    remarks: @escaping @Sendable (DemoStage) throws -> [String] = { _ in [] }
  ) {
    self.title = title
    self.narration = narration
    self.prediction = prediction
    self.work = work
    self.remarks = remarks
  }
}

import PortKnowledge

/// What one step of a demo has shown: folded from its events.
struct DemoStage: Hashable, Sendable {
  var index: Int
  var title: String
  var narration: String
  var calls: [CallRecord] = []
  var table: TableReading?
  var picture: DemoPicture?
  var outcomes: [PredictionOutcome] = []
  var remarks: [String] = []
  var isDone = false

  /// Adds what an event shows; false for an event that belongs to no step.
  mutating func add(_ event: DemoEvent) -> Bool {
    switch event {
    case .callMade(let call): calls.append(call)
    case .tableRead(let reading): table = reading
    case .pictureDrawn(let picture): self.picture = picture
    case .predictionSettled(let outcome): outcomes.append(outcome)
    case .remark(let sentence): remarks.append(sentence)
    case .stepEnded: isDone = true
    case .stepBegan, .questionAsked, .demoEnded: return false
    }
    return true
  }
}

import PortKnowledge

/// What one step of a demo has shown: folded from its events.
struct DemoStage: Hashable, Sendable {
  var index: Int
  var title: String
  var narration: String
  var calls: [CallRecord] = []
  var table: TableReading?
  var picture: DemoPicture?
  var figure: [MarkedText] = []
  var outcomes: [PredictionOutcome] = []
  var remarks: [String] = []
  var isDone = false

  /// A step at its beginning: the table and the picture stand as the step before left them.
  init(index: Int, title: String, narration: String, after previous: DemoStage?) {
    self.index = index
    self.title = title
    self.narration = narration
    picture = previous?.picture
    table = previous?.table.map { reading in
      let lines = reading.lines.filter { $0.change != .removed }.map {
        TableReading.Line(row: $0.row, change: .same, role: $0.role)
      }
      return TableReading(lines: lines, source: reading.source)
    }
  }

  /// How long one reads what the step shows: some time to look, and more for more words.
  var readingMilliseconds: Int {
    let texts = [narration] + outcomes.map { $0.measured + $0.explanation } + remarks
    let characters = texts.reduce(0) { $0 + $1.count }
    return min(20_000, 3000 + characters * 40)
  }

  /// Adds what an event shows; false for an event that belongs to no step.
  mutating func add(_ event: DemoEvent) -> Bool {
    switch event {
    case .callMade(let call): calls.append(call)
    case .tableRead(let reading): table = reading
    case .pictureDrawn(let picture): self.picture = picture
    case .figureDrawn(let lines): figure = lines
    case .predictionSettled(let outcome): outcomes.append(outcome)
    case .remark(let sentence): remarks.append(sentence)
    case .stepEnded: isDone = true
    case .recordingBegan, .stepBegan, .questionAsked, .demoEnded: return false
    }
    return true
  }
}

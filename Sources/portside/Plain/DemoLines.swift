import PortKnowledge
import TerminalUI

/// Tells a demo as lines: no drawing, no moving about, nothing that a screen reader cannot read.
struct DemoLines: DemoTeller {
  private enum Part {
    case other
    case calls
  }

  private let summary: DemoSummary
  private let console: PlainConsole
  private let waits: Bool
  private let asks: Bool
  private let onPrediction: (PlainAnswer) -> Void
  private let clock = ContinuousClock()
  /// The prediction that was made, until the kernel settles whether it is right.
  private var pending: PlainAnswer?
  private var part = Part.other
  /// Whether what is told happened earlier.
  private var isRecording = false

  /// A teller on a console.
  ///
  /// - Parameters:
  ///   - summary: The demo.
  ///   - console: Where it is told.
  ///   - waits: Whether somebody presses Enter between the steps.
  ///   - asks: Whether predictions are read.
  ///   - onPrediction: Takes each prediction once the kernel has shown whether it is right. There
  ///     is none where the learner looks without predicting.
  init(
    _ summary: DemoSummary, on console: PlainConsole, waits: Bool, asks: Bool,
    onPrediction: @escaping (PlainAnswer) -> Void = { _ in }
  ) {
    self.summary = summary
    self.console = console
    self.waits = waits
    self.asks = asks
    self.onPrediction = onPrediction
    console.say(DisplayText(summary.title))
    console.say(DisplayText(summary.teaches))
  }

  mutating func tell(_ event: DemoEvent) -> DemoReply {
    // Nobody reads any more: the demo need not go on.
    guard console.isOpen else { return .stop }
    let before = part
    part = .other
    switch event {
    case .recordingBegan(let note):
      console.say()
      console.say(DisplayText(note.sentence))
      isRecording = true
    case .stepBegan(let index, let title, let narration):
      console.say()
      console.say(DisplayText("Step \(index + 1) of \(summary.stepCount): \(title)"))
      console.say(DisplayText(narration))
    case .questionAsked(let question):
      return .answer(predict(question))
    case .callMade(let call):
      part = .calls
      if before != .calls { heading("Calls made:") }
      say(call)
    case .tableRead(let reading):
      heading("The kernel's table, from \(reading.source):")
      for line in DemoTableLines(reading).lines { console.line(line) }
    case .pictureDrawn:
      // The rows say the same.
      part = before
    case .figureDrawn(let lines):
      if !lines.isEmpty { console.say() }
      for line in lines { console.line(DisplayText("  " + line.text)) }
    case .predictionSettled(let outcome):
      say(outcome)
      settle(outcome)
    case .remark(let text):
      console.say()
      console.say(DisplayText(text))
    case .stepEnded(let index):
      return endStep(index)
    case .demoEnded(let end):
      say(end)
    }
    return .nothing
  }

  private func heading(_ text: String) {
    console.say()
    console.say(DisplayText(text))
  }

  private func say(_ call: CallRecord) {
    let actor = call.actor.isEmpty ? "" : "\(call.actor): "
    console.line(DisplayText("  \(actor)\(call)  [\(call.microseconds) µs]"))
  }

  // Predictions.

  /// Asks for a prediction and holds it until the kernel has its say.
  private mutating func predict(_ question: Question) -> Answer? {
    let start = clock.now
    let answer = ask(question)
    pending = answer.map {
      PlainAnswer(
        question: question, verdict: question.verdict(on: $0),
        durationMilliseconds: Int(start.duration(to: clock.now) / .milliseconds(1)),
        usedHint: false)
    }
    return answer
  }

  /// Hands on the prediction with the kernel's verdict: the question only knows what the rules say.
  private mutating func settle(_ outcome: PredictionOutcome) {
    defer { pending = nil }
    guard var prediction = pending, prediction.question.id == outcome.questionID,
      let isCorrect = outcome.isCorrect
    else { return }
    prediction.verdict.isCorrect = isCorrect
    onPrediction(prediction)
  }

  private func ask(_ question: Question) -> Answer? {
    console.say()
    console.say(DisplayText("Predict: \(question.prompt)"))
    PlainQuiz(console).listAnswers(to: question)
    guard asks else { return nil }
    guard case .chooseOne(let options) = question.kind else { return askInParts(question) }
    let count = options.count
    let prompt = DisplayText("Type a number from 1 to \(count), or Enter to look without one:")
    while let typed = console.ask(prompt) {
      let text = typed.filter { !$0.isWhitespace }
      if text.isEmpty { return nil }
      if let number = Int(text), (1...count).contains(number) { return .choice(number - 1) }
      console.say("That is none of the numbers.")
    }
    return nil
  }

  /// Reads a prediction that is more than one number.
  private func askInParts(_ question: Question) -> Answer? {
    let request = PlainAnswerReader.request(for: question)
    while let typed = console.ask(DisplayText("Type \(request), or Enter to look without one:")) {
      if typed.allSatisfy(\.isWhitespace) { return nil }
      switch PlainAnswerReader(question).read(typed) {
      case .answer(let answer): return answer
      case .skip, .quit: return nil
      case .hint: console.say("There are no hints here.")
      case .unclear(let advice): console.say(DisplayText(advice))
      }
    }
    return nil
  }

  private func say(_ outcome: PredictionOutcome) {
    console.say()
    if let given = outcome.given { console.say(DisplayText("You predicted: \(given)")) }
    console.say(DisplayText("The kernel shows: \(outcome.measured)"))
    if let isCorrect = outcome.isCorrect { console.say(isCorrect ? "Right." : "Not right.") }
    console.say(DisplayText(outcome.explanation))
  }

  // The ends.

  private func endStep(_ index: Int) -> DemoReply {
    guard index < summary.stepCount - 1 else { return .nothing }
    guard waits else { return .proceed }
    console.say()
    let typed = console.ask("Press Enter for the next step, or type q to leave:")
    let leaves = typed.map { ["q", "quit"].contains($0.lowercased()) } ?? true
    return leaves ? .stop : .proceed
  }

  private func say(_ end: DemoEnd) {
    console.say()
    switch end {
    case .completed where isRecording: console.say("The recording is over.")
    case .left where isRecording: console.say("The recording ends here.")
    case .completed: console.say("The demo is over. Everything that it opened is closed.")
    case .left: console.say("Left. Everything that the demo opened is closed.")
    case .failed(let reason):
      console.complain(DisplayText("The demo could not go on. \(reason)"))
    }
  }
}

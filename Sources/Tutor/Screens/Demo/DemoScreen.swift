import PortKnowledge
import Practice
import TerminalUI

/// A live demo: what it tells, step by step, and the way back through what was shown.
struct DemoScreen: ScreenModel {
  /// What the screen shows of a step: everything that fits, or one part with all the room.
  enum Pane: Int, CaseIterable {
    case story
    case picture
    case calls
    case table
  }

  let demo: DemoSummary
  /// Which start of a demo the events belong to.
  private(set) var run: Int
  private(set) var stages: [DemoStage] = []
  /// The step that is shown: the newest one, or an earlier one that is looked at again.
  private(set) var shown = 0
  /// The prediction that the demo waits for.
  private(set) var question: QuestionState?
  private(set) var end: DemoEnd?
  private(set) var pane = Pane.story
  private(set) var scroll = ScrollPosition()
  /// Where the recording was made that is played; nil for a live demo.
  private(set) var recording: RecordingNote?
  /// Whether it goes on by itself.
  private(set) var isPlaying = false
  /// How many reminders were asked for, so that only the newest counts.
  private var reminders = 0
  /// The TCP states that this screen has already asked to be kept.
  private var sighted: Set<TCPState> = []
  /// Whether it is a recording that was asked for.
  private let isRecording: Bool
  /// Whether a step's work is under way.
  private var isWorking = true
  /// The prediction that was made, until the kernel settles whether it is right.
  private var pending: AnswerRecord?

  /// A demo that is to be started by ``opening``.
  init(_ demo: DemoSummary, isRecording: Bool = false, in context: Context) {
    self.demo = demo
    self.isRecording = isRecording
    run = Int(truncatingIfNeeded: context.moment.milliseconds)
  }

  /// What starts it.
  var opening: [Effect] {
    [isRecording ? .startRecording(run: run) : .startDemo(id: demo.id, run: run)]
  }

  let name = ScreenName.demo

  var keyContext: KeyContext {
    if question != nil, isNewest { return .prediction }
    guard end == nil else { return .demoDone }
    return isWorking && isNewest ? .demoWorking : .demo
  }

  /// The step that is shown.
  var stage: DemoStage? { stages.indices.contains(shown) ? stages[shown] : nil }

  /// Whether the step has anything to draw.
  private var hasPicture: Bool { stage?.picture.map { !$0.isEmpty } ?? false }

  /// Whether the newest step is shown.
  var isNewest: Bool { shown >= stages.count - 1 }

  func path(in context: Context) -> [DisplayText] { ["Demos", DisplayText(demo.title)] }

  func fact(in context: Context) -> DisplayText {
    guard !stages.isEmpty else { return "starting" }
    let step: DisplayText = "step \(shown + 1) of \(demo.stepCount)"
    let kind: DisplayText = recording == nil ? "" : "recorded, "
    if !isNewest { return kind + "looking back, " + step }
    return kind + (isPlaying ? "playing, " : "") + step
  }

  func closing() -> [Effect] { end == nil ? [.stopDemo] : [] }

  mutating func receive(_ message: Message, in context: Context) -> [Reaction] {
    if case .reminded(let reminder) = message {
      let isDue = reminder == Reminder(run: run, number: reminders) && isPlaying
      return isDue && isNewest ? proceed() : []
    }
    guard case .demoReported(let run, let event) = message, run == self.run else { return [] }
    switch event {
    case .recordingBegan(let note):
      recording = note
    case .stepBegan(let index, let title, let narration):
      // Someone who looks back stays there: only the newest step moves on by itself.
      let follows = isNewest
      stages.append(
        DemoStage(index: index, title: title, narration: narration, after: stages.last))
      isWorking = true
      if follows { show(stages.count - 1) }
    case .questionAsked(let question):
      self.question = QuestionState(question, askedAt: context.moment.milliseconds)
      isWorking = false
    case .predictionSettled(let outcome):
      if !stages.isEmpty { _ = stages[stages.count - 1].add(event) }
      return record(outcome)
    case .tableRead(let reading):
      if !stages.isEmpty { _ = stages[stages.count - 1].add(event) }
      return sight(reading, in: context)
    case .demoEnded(let end):
      self.end = end
      question = nil
      isWorking = false
      isPlaying = false
    case .stepEnded:
      if !stages.isEmpty { _ = stages[stages.count - 1].add(event) }
      isWorking = false
      return [reminder()].compactMap { $0 }
    default:
      if !stages.isEmpty { _ = stages[stages.count - 1].add(event) }
    }
    return []
  }

  /// Keeps the TCP states that the learner sees for the first time; what is recorded does not count.
  private mutating func sight(_ reading: TableReading, in context: Context) -> [Reaction] {
    guard recording == nil else { return [] }
    let fresh = reading.tcpStates.subtracting(context.progress.statesSeen).subtracting(sighted)
    sighted.formUnion(fresh)
    return fresh.sorted { $0.rawValue < $1.rawValue }.map { state in
      let sighting = SightingRecord(
        state: state, seenAt: context.moment.milliseconds, zoneOffset: context.moment.zoneOffset)
      return .effect(.sight(sighting))
    }
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    switch action {
    case .back: return [.close]
    case .switchPane:
      pane = Pane(rawValue: (pane.rawValue + 1) % Pane.allCases.count) ?? .story
      if pane == .picture, !hasPicture { pane = .calls }
      scroll = ScrollPosition()
    case .restart: return restart(in: context)
    case .previous:
      isPlaying = false
      show(shown - 1)
    case .play:
      isPlaying.toggle()
      // Whoever looked back goes on from the present.
      show(stages.count - 1)
      return [isWorking || question != nil ? nil : reminder()].compactMap { $0 }
    case .proceed: return proceed()
    case .skip where question != nil: return predict(nil)
    default:
      if question != nil, isNewest { return predict(with: action, in: context) }
      _ = scroll.handle(action, of: document(columns: context.columns), rows: context.rows)
    }
    return []
  }

  /// Asks to be reminded when the newest step has been read, where the demo plays by itself.
  private mutating func reminder() -> Reaction? {
    guard isPlaying, end == nil, let stage = stages.last else { return nil }
    reminders += 1
    return .effect(
      .remind(
        Reminder(run: run, number: reminders), afterMilliseconds: stage.readingMilliseconds))
  }

  private mutating func proceed() -> [Reaction] {
    guard isNewest else {
      show(shown + 1)
      return []
    }
    guard end == nil, !isWorking, question == nil else { return [] }
    isWorking = true
    return [.effect(.proceedDemo)]
  }

  private mutating func predict(with action: Action, in context: Context) -> [Reaction] {
    guard let answer = question?.handle(action), let state = question else { return [] }
    pending = context.record(
      of: state.question.verdict(on: answer), to: state, kind: .prediction)
    return predict(answer)
  }

  /// Keeps a prediction with the kernel's own verdict on it.
  private mutating func record(_ outcome: PredictionOutcome) -> [Reaction] {
    guard var record = pending, let isCorrect = outcome.isCorrect,
      record.itemID == outcome.questionID
    else { return [] }
    pending = nil
    record.isCorrect = isCorrect
    return [.effect(.record(record))]
  }

  private mutating func predict(_ answer: Answer?) -> [Reaction] {
    question = nil
    isWorking = true
    return [.effect(.answerDemo(answer))]
  }

  private mutating func show(_ index: Int) {
    guard stages.indices.contains(index) else { return }
    shown = index
    scroll = ScrollPosition()
  }

  private mutating func restart(in context: Context) -> [Reaction] {
    let stop: [Reaction] = end == nil ? [.effect(.stopDemo)] : []
    let next = run &+ 1
    self = DemoScreen(demo, isRecording: isRecording, in: context)
    run = next
    return stop + opening.map { .effect($0) }
  }
}

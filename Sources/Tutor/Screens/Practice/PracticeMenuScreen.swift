import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// The choice of what to practise, and how hard: first the topic, then the kind of exercise.
struct PracticeMenuScreen: ScreenModel {
  /// The topic whose kinds are listed; nil for the list of topics.
  let topic: ExerciseTopic?
  private var position = ListPosition()
  private var level: ExerciseLevel

  /// The list of topics, or of a topic's kinds.
  init(topic: ExerciseTopic? = nil, level: ExerciseLevel = .easy) {
    self.topic = topic
    self.level = level
  }

  /// A line of the list.
  private enum Choice {
    /// Exercises of these families; of all where there are none.
    case round(title: String, summary: String, families: [String])
    /// A topic to be opened.
    case topic(ExerciseTopic)
    /// A quiz, whose questions are chosen first.
    case quiz
    /// Everything of a topic once.
    case cram(ExerciseTopic)
    /// The decks of ports.
    case decks
    /// The myths.
    case myths
  }

  let name = ScreenName.practice
  let keyContext = KeyContext.practiceMenu

  func path(in context: Context) -> [DisplayText] {
    topic.map { ["Practice", DisplayText($0.title)] } ?? ["Portside", "Practice"]
  }

  func fact(in context: Context) -> DisplayText { "level \(level.rawValue) of 3" }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    switch action {
    case .back: return [.close]
    case .changeLevel:
      level = ExerciseLevel(rawValue: level.rawValue % ExerciseLevel.allCases.count + 1) ?? .easy
      return []
    default: break
    }
    let capacity = EntryList.capacity(entries(in: context), in: context)
    guard position.handle(action, count: choices.count, rows: capacity) else { return [] }
    switch choices[position.selected] {
    case .topic(let topic):
      return [.open(PracticeMenuScreen(topic: topic, level: level))]
    case .quiz: return [.open(QuizMenuScreen(level: level))]
    case .cram(let topic):
      var plan = QuizPlan()
      plan.topics = [topic]
      plan.level = level
      return QuizScreen.opened(plan, isCram: true, in: context)
    case .decks: return [.open(DecksScreen())]
    case .myths: return [.open(MythsScreen())]
    case .round(_, _, let families):
      return [
        .open(PracticeRoundScreen(families: families, seed: nil, level: level, in: context))
      ]
    }
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    EntryList.draw(entries(in: context), position: position, into: &frame, area: area)
  }

  private var choices: [Choice] {
    guard let topic else {
      let everything = Choice.round(
        title: "Everything", summary: "all kinds of exercises, taking turns", families: [])
      return [everything, .quiz, .decks] + ExerciseTopic.allCases.map(Choice.topic) + [.myths]
    }
    let families = ExerciseCatalog.families(for: topic)
    let all = Choice.round(
      title: "All of these", summary: "the kinds below, taking turns", families: families.map(\.id))
    return [all]
      + families.map { .round(title: $0.title, summary: $0.summary, families: [$0.id]) }
      + [.cram(topic)]
  }

  private func entries(in context: Context) -> [EntryList.Entry] {
    choices.map { choice in
      switch choice {
      case .round(let title, let summary, let families):
        let isKernels =
          families.count == 1
          && families.allSatisfy { ExerciseCatalog.family(named: $0)?.asksKernel == true }
        return EntryList.Entry(
          title: DisplayText(title), sentence: DisplayText(summary),
          fact: isKernels ? "the kernel decides" : "")
      case .quiz:
        return EntryList.Entry(
          title: "Quiz", sentence: "a score at the end, with a time limit or without", fact: "")
      case .cram:
        return EntryList.Entry(
          title: "Cram", sentence: "everything of this topic once, the wrong ones again", fact: "")
      case .decks:
        return EntryList.Entry(
          title: "Ports by heart",
          sentence: "decks of ports that belong together, with memory aids",
          fact: "\(context.catalog.bank.decks.count) decks")
      case .myths:
        return EntryList.Entry(
          title: "Myths", sentence: "claims that many believe, and the demo that settles each",
          fact: "\(context.catalog.bank.myths.count) claims")
      case .topic(let topic):
        return EntryList.Entry(
          title: DisplayText(topic.title),
          sentence: DisplayText(topic.summary),
          fact: Self.fact(on: topic, in: context))
      }
    }
  }

  private static func fact(on topic: ExerciseTopic, in context: Context) -> DisplayText {
    guard let tally = context.progress.topics[topic.rawValue] else { return "" }
    return "\(Gauge.percent(tally.correct, of: tally.total)) % right"
  }
}

import PortKnowledge
import Practice
import TerminalUI

/// The choice of what to practise, and how hard.
struct PracticeMenuScreen: ScreenModel {
  private var position = ListPosition()
  private var level = ExerciseLevel.easy

  /// Something that can be practised.
  struct Choice {
    var title: String
    var summary: String
    var families: [String]
    var topic: ExerciseTopic?
  }

  /// Everything, then each topic, then each family.
  static let choices: [Choice] =
    [Choice(title: "Everything", summary: "all kinds of exercises, taking turns", families: [])]
    + ExerciseCatalog.families.map {
      Choice(title: $0.title, summary: $0.summary, families: [$0.id], topic: $0.topic)
    }

  let name = ScreenName.practice
  let keyContext = KeyContext.practiceMenu

  func path(in context: Context) -> [DisplayText] { ["Portside", "Practice"] }

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
    guard position.handle(action, count: Self.choices.count, rows: capacity) else { return [] }
    return [
      .open(
        PracticeRoundScreen(
          families: Self.choices[position.selected].families, seed: nil, level: level, in: context))
    ]
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    EntryList.draw(entries(in: context), position: position, into: &frame, area: area)
  }

  private func entries(in context: Context) -> [EntryList.Entry] {
    Self.choices.map { choice in
      let tally = choice.topic.flatMap { context.progress.topics[$0.rawValue] }
      let fact: DisplayText =
        if let tally, let topic = choice.topic {
          "\(topic.title): \(Gauge.percent(tally.correct, of: tally.total)) % right"
        } else {
          ""
        }
      return EntryList.Entry(
        title: DisplayText(choice.title), sentence: DisplayText(choice.summary), fact: fact)
    }
  }
}

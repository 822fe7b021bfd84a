import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// The choices before a quiz: what it is about, how much of it, and in how much time.
struct QuizMenuScreen: ScreenModel {
  /// A line of the menu.
  enum Row: CaseIterable {
    case subject
    case tier
    case level
    case count
    case time
    case telling
  }

  /// What a quiz can be about.
  enum Subject: Hashable {
    case everything
    case topic(ExerciseTopic)
    case lessons
    case deck(PortDeck)
  }

  static let counts = [10, 20, 50]
  /// The choices of ports, in the order of the menu; nil for the usual mixture.
  static let tiers: [Set<Service.Tier>?] = [
    nil, [.core], [.interview], [.extended], [.core, .interview], Set(Service.Tier.allCases),
  ]

  var position = ListPosition()
  /// The place in the list of subjects, of tiers, of counts.
  var subject = 0
  var tier = 0
  var count = 1
  var level: ExerciseLevel
  var isTimed = false
  var isToldAtOnce = false

  /// The choices, with a level to begin with.
  init(level: ExerciseLevel = .easy) {
    self.level = level
  }

  let name = ScreenName.quiz
  let keyContext = KeyContext.quizMenu

  var row: Row { Row.allCases[position.selected] }

  func path(in context: Context) -> [DisplayText] { ["Practice", "Quiz"] }

  func fact(in context: Context) -> DisplayText {
    let plan = plan(in: context)
    let questions = "\(plan.count) questions"
    guard let limit = plan.limitMilliseconds else { return DisplayText(questions) }
    return DisplayText("\(questions) in \(limit / 60_000) minutes")
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    switch action {
    case .back: return [.close]
    case .confirm: return QuizScreen.opened(plan(in: context), in: context)
    case .right: change(by: 1, in: context)
    case .left: change(by: -1, in: context)
    case .choose(let index):
      let wasHere = position.selected == index
      _ = position.handle(action, count: Row.allCases.count, rows: Row.allCases.count)
      if wasHere { change(by: 1, in: context) }
    default:
      _ = position.handle(action, count: Row.allCases.count, rows: Row.allCases.count)
    }
    return []
  }

  private mutating func change(by step: Int, in context: Context) {
    func turned(_ value: Int, _ count: Int) -> Int { (value + step + count) % count }
    switch row {
    case .subject: subject = turned(place(in: context), subjects(in: context).count)
    case .tier: if asksTiers(in: context) { tier = turned(tier, Self.tiers.count) }
    case .level:
      let levels = ExerciseLevel.allCases
      level = levels[turned(level.rawValue - 1, levels.count)]
    case .count: count = turned(count, Self.counts.count)
    case .time: isTimed.toggle()
    case .telling: isToldAtOnce.toggle()
    }
  }

  // MARK: What was chosen

  /// Everything a quiz can be about; lessons only once one is done.
  func subjects(in context: Context) -> [Subject] {
    let lessons: [Subject] = lessonQuestions(in: context).isEmpty ? [] : [.lessons]
    return [.everything] + ExerciseTopic.allCases.map(Subject.topic) + lessons
      + context.catalog.bank.decks.map(Subject.deck)
  }

  /// The place of the subject: the lessons may have changed since it was chosen.
  private func place(in context: Context) -> Int {
    min(subject, subjects(in: context).count - 1)
  }

  func chosen(in context: Context) -> Subject { subjects(in: context)[place(in: context)] }

  func asksTiers(in context: Context) -> Bool {
    switch chosen(in: context) {
    case .everything, .topic(.ports): true
    case .topic, .lessons, .deck: false
    }
  }

  private func lessonQuestions(in context: Context) -> [Question] {
    context.catalog.lessons.filter { context.progress.lessonsDone.contains($0.id) }
      .flatMap(\.questions)
  }

  /// The quiz as chosen.
  func plan(in context: Context) -> QuizPlan {
    var plan = QuizPlan()
    switch chosen(in: context) {
    case .everything: break
    case .topic(let topic): plan.topics = [topic]
    case .lessons: plan.lessonQuestions = lessonQuestions(in: context)
    case .deck(let deck): plan.decks = [deck.drill]
    }
    if asksTiers(in: context) { plan.tiers = Self.tiers[tier] }
    plan.level = level
    plan.count = Self.counts[count]
    plan.isToldAtOnce = isToldAtOnce
    if isTimed {
      plan.limitMilliseconds = Int64(plan.count * QuizPlan.secondsPerQuestion) * 1000
    }
    return plan
  }
}

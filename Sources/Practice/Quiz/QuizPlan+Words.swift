public import PortKnowledge

extension QuizPlan {
  /// What it is about, for a heading: the title of the one thing chosen, or how many there are.
  public var title: String {
    let lessons = lessonQuestions.isEmpty ? [] : ["Lessons"]
    let titles =
      topics.map(\.title) + families.compactMap { ExerciseCatalog.family(named: $0)?.title }
      + decks.map(\.title) + lessons
    switch titles.count {
    case 0: return "Everything"
    case 1: return titles[0]
    default: return "\(titles.count) topics"
    }
  }

  /// What was chosen, as the arguments of a command, each with a space before it.
  private var arguments: String {
    var words = topics.map(\.rawValue) + families + decks.map(\.id)
    if !lessonQuestions.isEmpty { words.append("lessons") }
    for tier in Service.Tier.allCases where tiers?.contains(tier) == true {
      words += ["--tier", tier.rawValue]
    }
    return (words + ["--level", level.name]).map { " " + $0 }.joined()
  }

  /// The command that gives the same quiz again.
  public var command: String {
    "portside quiz\(arguments) --count \(count)"
      + (limitMilliseconds.map { " --minutes \($0 / 60_000)" } ?? "")
      + (isToldAtOnce ? " --at-once" : "") + " --seed \(seed)"
  }

  /// The command that crams the same again.
  public var cramCommand: String { "portside practice --cram\(arguments) --seed \(seed)" }
}

extension ExerciseLevel {
  /// The level in a word, as on the command line.
  public var name: String {
    switch self {
    case .easy: "easy"
    case .medium: "medium"
    case .hard: "hard"
    }
  }
}

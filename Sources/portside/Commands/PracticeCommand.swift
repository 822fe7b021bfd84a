import ArgumentParser
import Curriculum
import PortKnowledge
import Practice
import TerminalUI
import Tutor

/// `portside practice`: exercises that are made from a seed.
struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Practise with exercises that never run out.",
    discussion: """
      Without a topic you get exercises of every kind. After each answer you are told why it is \
      right, and why the others are wrong. Every session has a seed: with the same seed, topics, \
      level and count you get the same questions again.

      With --cram you go through everything of what you name once, in order: each port in both \
      directions, one exercise of each kind. What was wrong is asked again until it is right, and \
      then you are told that you are through. This does not change when your reviews are due.

      Topics: \(Self.topicList). A deck of ports is a topic too; "portside decks" lists them.
      Kinds of exercises: \(Self.familyList).

      Examples:
        portside practice
        portside practice ports --count 20
        portside practice deck-mail --level medium
        portside practice bind-pair --verify
        portside practice --cram deck-mail
        portside practice --cram ports --tier core
        portside practice same-connection --level hard --seed 7
        printf '1\\n2\\n' | portside practice tuples --count 2 --seed 1 --plain
      """)

  @Argument(
    help: ArgumentHelp("What to practise: topics, decks or kinds of exercises.", valueName: "topic")
  )
  var topics: [String] = []

  @Option(
    name: [.short, .long],
    help: "Ask this many questions, 1 to 1000, as lines; otherwise there are 10.")
  var count: Int?

  @Option(name: [.short, .long], help: "The seed of an earlier session, to have it again.")
  var seed: UInt64?

  @Option(name: [.short, .long], help: "How hard the exercises are: easy, medium or hard.")
  var level: LevelName = .easy

  @Flag(help: "Ask and answer as lines, also on a terminal.")
  var plain = false

  @Flag(help: "Ask as lines, and let the kernel decide each exercise after your answer.")
  var verify = false

  @Flag(help: "Go through everything of these topics once, before an exam; not with --count.")
  var cram = false

  @Option(
    help: """
      With --cram, take ports of this tier for the topic ports: core, interview or extended; may be \
      given more than once.
      """)
  var tier: [TierName] = []

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if !tier.isEmpty, !cram { throw ValidationError("--tier goes with --cram.") }
    if cram {
      if count != nil { throw ValidationError("--cram asks everything once; leave out --count.") }
      if verify { throw ValidationError("--cram and --verify do not go together.") }
      _ = try cramPlan()
      return
    }
    if let count, !(1...1000).contains(count) {
      throw ValidationError("There can be 1 to 1000 questions, not \(count).")
    }
    _ = try families()
  }

  func run() throws {
    if cram { return try runCram() }
    let families = try families()
    if plain || verify || count != nil || !PlainConsole.isOnTerminal {
      try askAsLines(families)
    } else {
      let start = StartPoint.practice(
        families: families.map(\.id), seed: seed, level: level.level)
      try TutorSession(start: start, settings: common.settings).run()
    }
  }

  private func askAsLines(_ families: [any ExerciseFamily]) throws {
    let console = PlainConsole()
    // Six digits are enough to be different every time and few enough to be typed again.
    let seed = seed ?? UInt64.random(in: 1...999_999)
    let count = count ?? 10
    let session = PracticeSession(families: families, level: level.level, seed: seed, count: count)
    let keeper = ProgressKeeper(folder: common.folders.data)
    if let notice = keeper.notice { console.complain(DisplayText(notice)) }
    let questions = count == 1 ? "1 question" : "\(count) questions"
    console.say(DisplayText("Practice, \(level.rawValue) level, seed \(seed): \(questions)."))
    let kernel: (Question) -> ExperimentReport? = { verify ? Self.report(on: $0) : nil }
    PlainQuiz(console).run(session, kernel: kernel) { answer in
      let record = answer.record(kind: .exercise, at: LearnerClock.system.now())
      if let failure = keeper.record(record) { console.complain(DisplayText(failure)) }
    }
    console.say("The same questions again:")
    // Never broken, so that it can be copied.
    console.line(DisplayText("  " + command(seed: seed, count: count)))
    try console.finish()
  }

  // MARK: Cram

  private func cramPlan() throws -> QuizPlan {
    var plan = QuizPlan()
    plan.level = level.level
    plan.seed = seed ?? UInt64.random(in: 1...999_999)
    plan.isToldAtOnce = true
    try QuizChoice(topics: topics, tiers: tier).fill(&plan, with: common)
    return plan
  }

  private func runCram() throws {
    let plan = try cramPlan()
    if !plain, PlainConsole.isOnTerminal {
      return try TutorSession(start: .cram(plan), settings: common.settings).run()
    }
    let console = PlainConsole()
    let keeper = ProgressKeeper(folder: common.folders.data)
    if let notice = keeper.notice { console.complain(DisplayText(notice)) }
    let questions = plan.everything()
    let number = questions.count == 1 ? "1 question" : "\(questions.count) questions"
    console.say(DisplayText("Cram, \(level.rawValue) level: \(number), each once."))
    let lines = QuizLines(quiz: PlainQuiz(console), manner: .cram, clock: .system) { answer, _ in
      if let failure = keeper.record(answer) { console.complain(DisplayText(failure)) }
    }
    _ = lines.run(
      QuizSession(
        questions: questions, isToldAtOnce: true, at: LearnerClock.system.now().milliseconds))
    try console.finish()
  }

  /// What the kernel makes of an exercise; nil where its family is not one for the kernel.
  private static func report(on question: Question) -> ExperimentReport? {
    guard let id = ExerciseID(question.id),
      ExerciseCatalog.family(named: id.family)?.asksKernel == true
    else { return nil }
    return KernelQuestions.report(on: id)
  }

  /// The command that asks the same questions again.
  private func command(seed: UInt64, count: Int) -> String {
    let names = topics.isEmpty ? "" : " " + topics.joined(separator: " ")
    return "portside practice\(names) --level \(level.rawValue) --count \(count) --seed \(seed)"
  }

  /// The families that the arguments name, each once, all of them without an argument.
  private func families() throws -> [any ExerciseFamily] {
    guard !topics.isEmpty else { return ExerciseCatalog.families }
    var names: Set<String> = []
    var drills: [PortDrillFamily] = []
    for name in topics {
      if let topic = ExerciseTopic(rawValue: name) {
        names.formUnion(ExerciseCatalog.families(for: topic).map(\.id))
      } else if let family = ExerciseCatalog.family(named: name) {
        names.insert(family.id)
      } else if let deck = try LessonsFolder(common).library().bank.deck(name) {
        if !drills.contains(where: { $0.id == deck.id }) { drills.append(deck.drill) }
      } else {
        let shown = DisplayText(name).truncated(to: 40)
        throw ValidationError(
          "There is no topic called '\(shown)'. "
            + "There are the topics \(Self.topicList), the decks that \"portside decks\" lists, and "
            + "the exercises \(Self.familyList).")
      }
    }
    return drills + ExerciseCatalog.families.filter { names.contains($0.id) }
  }

  private static let topicList = ExerciseTopic.allCases.map(\.rawValue).joined(separator: ", ")
  private static let familyList = ExerciseCatalog.families.map(\.id).joined(separator: ", ")
}

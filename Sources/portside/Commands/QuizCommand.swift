import ArgumentParser
import Curriculum
import Exchange
import PortKnowledge
import Practice
import TerminalUI
import Tutor

/// `portside quiz`: a number of questions, perhaps within a time, with a score at the end.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Take a quiz: a score at the end, the wrong ones again after it.",
    discussion: """
      The questions come from every topic, or from those you name, and there are no hints. You are \
      judged at the end, or at once with --at-once. First counts how much was right, then how fast. \
      What was wrong or skipped is asked again until it is right; that changes neither the score \
      nor your record. An answer once given cannot be taken back. With --minutes the quiz ends when \
      the time is over, and an answer that comes later does not count; while an explanation is \
      read, the clock stands.

      Topics: \(QuizChoice.topicList). The topic ports asks ports of the tiers core and \
      interview and exercises about ports, or with --tier only the ports of that tier; the other \
      topics ask exercises, and lessons asks the questions of the lessons that you have done. A deck of \
      ports ("portside decks") or one kind of exercise can be named too.

      Examples:
        portside quiz
        portside quiz --count 10 --minutes 5
        portside quiz ports --tier core --level medium
        portside quiz tuples states --at-once
        portside quiz deck-mail --seed 7
        portside quiz --count 10 --results anna.csv
      """)

  @Argument(
    help: ArgumentHelp(
      "What to be asked: topics, decks or kinds of exercises.", valueName: "topic"))
  var topics: [String] = []

  @Option(
    name: [.short, .long], help: "Ask this many questions, 1 to 200; otherwise there are 20.")
  var count = 20

  @Option(name: [.short, .long], help: "End after so many minutes, 1 to 1440.")
  var minutes: Int?

  @Option(
    help: "Ask ports of this tier: core, interview or extended; may be given more than once.")
  var tier: [TierName] = []

  @Option(name: [.short, .long], help: "How hard the questions are: easy, medium or hard.")
  var level: LevelName = .easy

  @Option(name: [.short, .long], help: "The seed of an earlier quiz, to have it again.")
  var seed: UInt64?

  @Flag(help: "Be told after each answer whether it is right.")
  var atOnce = false

  @Flag(help: "Ask and answer as lines, also on a terminal.")
  var plain = false

  @Option(
    help: ArgumentHelp(
      "Ask as lines, and write a row for each answer to this file, as CSV for a teacher.",
      valueName: "file"))
  var results: String?

  @Flag(help: "Replace the file of --results if it is there already.")
  var force = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard QuizPlan.counts.contains(count) else {
      throw ValidationError("A quiz can have 1 to 200 questions, not \(count).")
    }
    if let minutes, !(1...QuizPlan.longestMinutes).contains(minutes) {
      throw ValidationError("A quiz can take 1 to 1440 minutes, not \(minutes).")
    }
    _ = try plan()
  }

  func run() throws {
    let plan = try plan()
    if !plain, results == nil, PlainConsole.isOnTerminal {
      return try TutorSession(start: .quiz(plan), settings: common.settings).run()
    }
    try askAsLines(plan)
  }

  private func plan() throws -> QuizPlan {
    var plan = QuizPlan()
    plan.count = count
    plan.level = level.level
    plan.limitMilliseconds = minutes.map { Int64($0) * 60_000 }
    plan.isToldAtOnce = atOnce
    // Six digits are enough to be different every time and few enough to be typed again.
    plan.seed = seed ?? UInt64.random(in: 1...999_999)
    try QuizChoice(topics: topics, tiers: tier).fill(&plan, with: common)
    return plan
  }

  private func askAsLines(_ plan: QuizPlan) throws {
    // Before anything is asked, so that no answer is given for nothing.
    let output = try results.map { path in
      try CommandFailure.telling { try OutputFile(path, force: force) }
    }
    var entries: [LogEntry] = []
    let console = PlainConsole()
    let keeper = ProgressKeeper(folder: common.folders.data)
    if let notice = keeper.notice { console.complain(DisplayText(notice)) }
    let questions = plan.questions()
    let number = questions.count == 1 ? "1 question" : "\(questions.count) questions"
    let time = minutes.map { $0 == 1 ? " in 1 minute" : " in \($0) minutes" } ?? ""
    console.say(
      DisplayText("Quiz, \(level.rawValue) level, seed \(plan.seed): \(number)\(time)."))
    if questions.count < count {
      console.say(DisplayText("There are no more different ones in what you chose."))
    }
    let start = LearnerClock.system.now().milliseconds
    let lines = QuizLines(quiz: PlainQuiz(console), manner: .quiz, clock: .system) {
      answer, position in
      let place = QuizPlaceRecord(
        quizStartedAt: start, position: position + 1, count: questions.count,
        itemID: answer.itemID, answeredAt: answer.answeredAt)
      entries += [.answer(answer), .quizPlace(place)]
      if let failure = keeper.record(answer, at: place) { console.complain(DisplayText(failure)) }
    }
    _ = lines.run(
      QuizSession(
        questions: questions, limitMilliseconds: plan.limitMilliseconds,
        isToldAtOnce: plan.isToldAtOnce, at: start))
    if let output {
      let made = QuizQuestions(try LessonsFolder(common).library())
      let table = QuizResultTable.csv(QuizResultTable.rows(of: entries, question: made.question))
      try CommandFailure.telling {
        try output.write(Array(table.utf8))
        try output.finish()
      }
    }
    console.say()
    console.say("The same quiz again:")
    // Never broken, so that it can be copied.
    console.line(DisplayText("  " + plan.command))
    try console.finish()
  }
}

import ArgumentParser
import Curriculum
import PortKnowledge
import Practice
import TerminalUI
import Tutor

/// `portside review`: what is due today, asked as lines.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review what you are about to forget.",
    discussion: """
      Each port of the tiers core and interview in both directions, each question of a lesson that you have done, each kind of \
      exercise at each level and each question of an interview is a card. After an answer Portside \
      counts when you would forget it (FSRS-6) and asks again just before. A wrong answer counts as \
      Again, a right one with a hint as Hard, a right one as Good, and as Easy only if you say so. \
      What is due comes first, the weakest of it at the beginning, then what a date to be ready for \
      asks for ("portside goal"), and then new cards.

      Examples:
        portside review                     what is due, and up to 10 new cards
        portside review --new 0             only what is due
        portside review --count 20          at most 20 reviews
        portside review --due               how much is due today and on the next days

      With --batch FILE the answers come from a file, one a line: the card's id, a tab, and the \
      answer as it would be typed, or 1 to 4 for an interview's question. With --ack-fd FD one line \
      is written to that descriptor for each answer once it is stored: its row in the log, the \
      card's id and the grade.
      """)

  @Option(name: [.short, .long], help: "Stop after so many reviews, 1 to 1000.")
  var count: Int?

  @Option(
    name: .customLong("new"),
    help: "Meet at most so many new cards, 0 to 1000; 10, or more where the goal asks for it.")
  var newLimit: Int?

  @Flag(help: "Ask and answer as lines, also on a terminal.")
  var plain = false

  @Flag(help: "Only tell how much is due today and in the next days.")
  var due = false

  @Option(help: ArgumentHelp("Take the answers from this file.", valueName: "file"))
  var batch: String?

  @Option(
    name: .customLong("ack-fd"),
    help: ArgumentHelp(
      "Write a line to this descriptor for each answer that is stored; with --batch.",
      valueName: "descriptor"))
  var acknowledgements: Int32?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let count, !(1...1000).contains(count) {
      throw ValidationError("There can be 1 to 1000 reviews, not \(count).")
    }
    if let newLimit, !(0...1000).contains(newLimit) {
      throw ValidationError("There can be 0 to 1000 new cards, not \(newLimit).")
    }
    if acknowledgements != nil, batch == nil {
      throw ValidationError("--ack-fd goes with --batch.")
    }
  }

  func run() throws {
    if !plain, !due, batch == nil, PlainConsole.isOnTerminal {
      let start = StartPoint.review(newLimit: newLimit, limit: count ?? .max)
      return try TutorSession(start: start, settings: common.settings).run()
    }
    let console = PlainConsole()
    let keeper = ProgressKeeper(folder: common.folders.data)
    let library = try LessonsFolder(common).library()
    let snapshot = try keeper.snapshot()
    let shelf = StudyShelf(library, lessonsDone: snapshot.lessonsDone)
    let memory = try keeper.memory()
    let today = LearnerClock.system.now().studyDay
    let goal = snapshot.goalDay.flatMap { day in
      day > today
        ? StudyGoal(of: shelf.cards, memory: memory, today: today, readyDay: day) : nil
    }
    let session = ReviewSession(
      shelf: shelf, bank: library.bank, keeper: keeper,
      queue: ReviewQueue(
        cards: shelf.cards, replay: memory, newLimit: newLimit ?? max(10, goal?.newToday ?? 0),
        extra: goal?.placedToday ?? []))
    if batch != nil, let reason = keeper.reason {
      throw CommandFailure("no answer of the file can be kept: \(reason)")
    }
    // Damage may only be met when everything is read.
    if let notice = keeper.notice { console.complain(DisplayText(notice)) }
    if due {
      session.tellForecast(on: console)
    } else if let batch {
      try ReviewBatch(path: batch, acknowledgements: acknowledgements).run(session)
    } else {
      session.ask(count ?? 1000, on: console)
    }
    try console.finish()
  }
}

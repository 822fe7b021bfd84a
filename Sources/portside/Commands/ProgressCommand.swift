import ArgumentParser
import Curriculum
import Practice
import TerminalUI
import Tutor

/// `portside progress`: what the learner has done so far.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Show what you have done so far.",
    discussion: """
      Examples:
        portside progress          what you know, what is due, how well you answer
        portside progress --json   the same as data, for your own tools
        portside progress reset    begin anew; a backup is kept
        portside goal 2030-06-01   be ready by a date

      The JSON has lessonsDone; answers, topics and families with correct, total and percentage; \
      daysStudied and daysInARow; calendar, the days studied in the last 12 weeks with date, \
      answers and correct; recentMistakes (ids); confusions with right, given and count; \
      statesSeen and statesLeft; and memory with cards, newCards, due, recall (the mean chance to \
      recall a card you have met, 0 to 1; left out before the first review), forecast (cards due \
      on each of the next 14 days, today's first) and goal, as portside goal --json tells it.
      """,
    subcommands: [ProgressResetCommand.self])

  @Flag(help: "Write the numbers as JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let keeper = ProgressKeeper(folder: common.folders.data)
    if !keeper.hasRecord, let reason = keeper.reason {
      throw CommandFailure("there is no progress to show: \(reason)")
    }
    let now = LearnerClock.system.now()
    let snapshot = try keeper.snapshot()
    let library = try LessonsFolder(common).library()
    let learner = LearnerReport(
      snapshot, memory: try keeper.memory(), library: library, seconds: now.milliseconds / 1000,
      today: now.studyDay)
    let report = ProgressReport(
      snapshot, today: now.studyDay, memory: ProgressReport.Memory(learner), learner: learner)
    let console = PlainConsole()
    if let notice = keeper.notice { console.complain(DisplayText(notice)) }
    if json { return try CommandOutput().json(report) }
    ProgressLines(learner, totals: report.lines).tell(on: console)
    try console.finish()
  }
}

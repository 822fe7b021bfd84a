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
        portside progress          what you know today, what is due, answers by topic and kind
        portside progress --json   the same as data, for your own tools
        portside progress reset    begin anew; a backup is kept
        portside goal 2027-03-15   be ready by a date
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
      snapshot, memory: try keeper.memory(),
      shelf: StudyShelf(library, lessonsDone: snapshot.lessonsDone), lessons: library.lessons,
      seconds: now.milliseconds / 1000, today: now.studyDay)
    let report = ProgressReport(
      snapshot, today: now.studyDay, memory: ProgressReport.Memory(learner))
    let output = CommandOutput()
    if let notice = keeper.notice { PlainConsole().complain(DisplayText(notice)) }
    if json { return try output.json(report) }
    for line in report.lines { try output.line(DisplayText(line)) }
    let console = PlainConsole()
    console.say()
    for sentence in learner.sentences { console.say(DisplayText(sentence)) }
    try console.finish()
  }
}

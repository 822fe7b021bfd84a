import ArgumentParser
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
        portside progress          lessons, right answers by topic, days studied
        portside progress --json   the same as data, for your own tools
        portside progress reset    begin anew; what there was stays in a file of its own
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
    let today = StudyDay.number(milliseconds: now.milliseconds, zoneOffset: now.zoneOffset)
    let report = ProgressReport(try keeper.snapshot(), today: today)
    let output = CommandOutput()
    if let notice = keeper.notice { PlainConsole().complain(DisplayText(notice)) }
    if json {
      try output.json(report)
    } else {
      for line in report.lines { try output.line(DisplayText(line)) }
    }
  }
}

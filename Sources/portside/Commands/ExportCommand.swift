import ArgumentParser
import Exchange
import Progress
import TerminalUI

/// `portside export`: writes what was learnt, or what there is to learn, for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write your log to a file, for another machine or another program.",
    discussion: """
      The file holds every row of your log as JSON lines; portside import brings it in again. It \
      is readable by you alone. A file of this name is only replaced with --force.

      Examples:
        portside export log.jsonl
        portside export log.jsonl --force
        portside export -                     to standard output
      """)

  @Argument(help: "The file to write, or - for standard output.")
  var file: String

  @Flag(help: "Replace the file if it is there already.")
  var force = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if file.isEmpty { throw ValidationError("There is no name of a file.") }
  }

  func run() throws {
    let export = LogExport(store: try ProgressStore.open(common.folders))
    if file == "-" { return try export.write(to: CommandOutput()) }
    let rows = try export.write(to: file, force: force)
    let console = PlainConsole()
    console.say(
      DisplayText(
        "\(GroupedNumber.text(rows)) \(rows == 1 ? "row" : "rows") written to \(file)."))
    try console.finish()
  }
}

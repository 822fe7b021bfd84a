import ArgumentParser
import Exchange
import Progress
import TerminalUI

/// `portside import`: brings the rows of an exported log in.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in what portside export wrote, for example on another machine.",
    discussion: """
      Rows that are here already are known by their content and not added again, so nothing \
      happens where the same file is brought in twice. The file is checked from its first line to \
      its last before anything is added.

      Examples:
        portside import log.jsonl
        portside import log.jsonl --data FOLDER   into the record in another folder
      """)

  @Argument(help: "A file that portside export wrote.")
  var file: String

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if file.isEmpty { throw ValidationError("There is no name of a file.") }
  }

  func run() throws {
    let counts = try CommandFailure.telling {
      let entries = try LogFile.read(file)
      return try ProgressStore.open(common.folders, isToAdd: true).merge(entries)
    }
    let console = PlainConsole()
    console.say(DisplayText(Self.summary(added: counts.added, known: counts.known)))
    try console.finish()
  }

  /// What came of an import, in one sentence.
  static func summary(added: Int, known: Int) -> String {
    let rows = "\(GroupedNumber.text(added)) \(added == 1 ? "row" : "rows") added"
    let others = "\(GroupedNumber.text(known)) \(known == 1 ? "was" : "were") known already"
    return "\(rows), \(others)."
  }
}

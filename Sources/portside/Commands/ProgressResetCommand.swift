import ArgumentParser
import Progress
import TerminalUI

/// `portside progress reset`: begins anew, and keeps what there was in a file of its own.
struct ProgressResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Begin anew, and keep what there was in a file of its own.",
    discussion: """
      It says what goes and asks first. The record is not deleted: it stays beside the new one, under \
      a name with today's date. To have it back while no Portside runs, move progress.sqlite away, \
      with progress.sqlite-wal and progress.sqlite-shm if they are there, and give the old one the \
      name progress.sqlite.

      Examples:
        portside progress reset         says what goes, and asks
        portside progress reset --yes   for scripts: does not ask
      """)

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let folder = common.folders.data else {
      throw CommandFailure("no folder is known for the record; choose one with --data.")
    }
    let opened: ProgressStore?
    do throws(ProgressError) {
      opened = try ProgressStore.openIfPresent(folder: folder)
    } catch {
      throw CommandFailure(error.description)
    }
    guard let store = opened else {
      return try CommandOutput().line(DisplayText("There is no record in \(folder) yet."))
    }
    if case .readOnly(let error) = store.opening { throw CommandFailure(error.description) }
    let counts = try store.counts()
    if counts == ProgressCounts() {
      return try CommandOutput().line("There is nothing in the record yet.")
    }
    guard try isWanted(counts, path: store.path) else {
      return try CommandOutput().line("Nothing was changed.")
    }
    let backup: String
    do throws(ProgressError) {
      backup = try store.beginAnew()
    } catch {
      throw CommandFailure(error.description)
    }
    try CommandOutput().line(DisplayText("A new record has begun; the old one is \(backup)."))
  }

  private func isWanted(_ counts: ProgressCounts, path: String) throws -> Bool {
    if yes { return true }
    guard PlainConsole.isOnTerminal else {
      throw CommandFailure(
        "\(counts) would go, and there is no terminal to ask on; add --yes to do it all the same.")
    }
    let console = PlainConsole()
    console.say(DisplayText("This takes \(counts) out of your record, \(path)."))
    console.say("They stay in a file of their own beside it.")
    let typed = console.ask("Type yes to begin anew, anything else to leave it as it is:")
    return typed?.lowercased() == "yes"
  }
}

import ArgumentParser
import Foundation

/// The options every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep your progress in this folder.",
      discussion: "Without it: the variable PORTSIDE_DATA, then portside in the XDG data folder.",
      valueName: "folder"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "Read the lessons from this folder.",
      discussion: "Without it: the variable PORTSIDE_LESSONS, then the lessons that came along.",
      valueName: "folder"))
  var lessons: String?

  @Flag(name: .customLong("no-color"), help: "Use no colours; the variable NO_COLOR does the same.")
  var noColor = false

  func validate() throws {
    if data?.isEmpty == true { throw ValidationError("--data needs the name of a folder.") }
    if lessons?.isEmpty == true { throw ValidationError("--lessons needs the name of a folder.") }
  }

  /// Where the program keeps what, for these options in this process's environment.
  var folders: Folders {
    Folders(environment: ProcessInfo.processInfo.environment, dataOption: data)
  }

  /// Whether colours are off: by the option, or by `NO_COLOR` with any value but an empty one.
  var colorIsOff: Bool {
    noColor || ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty == false
  }
}

import ArgumentParser

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

  /// The same without the parser, with this process's environment.
  var settings: Settings {
    Settings(data: data, lessons: lessons, noColor: noColor)
  }

  /// Where the program keeps what, for these options in this process's environment.
  var folders: Folders { settings.folders }
}

import ArgumentParser
import TerminalUI
import Tutor

/// The command line's root: without a command it opens the tutor.
@main
struct Portside: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "portside",
    abstract: "Learn network ports and sockets on your own kernel.",
    discussion: """
      Without a command the tutor opens. Each command can tell everything as lines too, and has a \
      help of its own.

      Examples:
        portside
        portside --screen ports
        portside learn 1
        portside demo tabs --plain
        portside ports 443
        portside sockets listen
      """,
    version: version,
    subcommands: [
      LearnCommand.self, PracticeCommand.self, QuizCommand.self, ReviewCommand.self,
      InterviewCommand.self,
      ExercisesCommand.self, DemoCommand.self, PortsCommand.self, DecksCommand.self,
      MythsCommand.self,
      SocketsCommand.self, ProgressCommand.self, GoalCommand.self, LessonsCommand.self,
      CrowdWorkerCommand.self,
    ])

  @Option(
    help: ArgumentHelp(
      "Open on this screen: \(ScreenName.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"),
    transform: Self.screen)
  var screen: ScreenName?

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var noMouse = false

  @OptionGroup var common: CommonOptions

  /// Runs the command that the arguments name.
  ///
  /// Like the standard `main`, but what is said about wrong arguments repeats them, so it is made
  /// safe to show first.
  static func main() {
    do {
      // Without arguments there is nothing to parse, and the first screen comes sooner.
      guard CommandLine.arguments.count > 1 else {
        return try TutorSession(start: .screen(.home), settings: Settings(), isWished: false).run()
      }
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      // Help and the version are the program's own words, and go to standard output.
      guard !code.isSuccess else { Self.exit(withError: error) }
      let console = PlainConsole()
      for line in fullMessage(for: error).split(separator: "\n") {
        console.complain(DisplayText(line))
      }
      Self.exit(withError: code)
    }
  }

  func run() throws {
    try TutorSession(
      start: .screen(screen ?? .home), settings: common.settings, isMouseOn: !noMouse,
      isWished: screen != nil
    ).run()
  }

  private static func screen(_ text: String) throws -> ScreenName {
    guard let name = ScreenName(rawValue: text) else {
      let names = ScreenName.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no screen called that; the screens are \(names).")
    }
    return name
  }
}

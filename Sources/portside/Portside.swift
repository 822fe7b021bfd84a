import ArgumentParser
import Tutor

/// The command line's root: without a command it opens the tutor.
@main
struct Portside: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "portside",
    abstract: "Learn network ports and sockets on your own kernel.",
    version: version,
    subcommands: [DemoCommand.self, PracticeCommand.self, ProgressCommand.self])

  @Option(
    help: ArgumentHelp(
      "Open on this screen: \(ScreenName.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"),
    transform: Self.screen)
  var screen = ScreenName.home

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var noMouse = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try TutorSession(start: .screen(screen), options: common, isMouseOn: !noMouse).run()
  }

  private static func screen(_ text: String) throws -> ScreenName {
    guard let name = ScreenName(rawValue: text) else {
      let names = ScreenName.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no screen called that; the screens are \(names).")
    }
    return name
  }
}

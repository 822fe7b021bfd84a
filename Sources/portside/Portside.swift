import ArgumentParser

/// The command line's root.
@main
struct Portside: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portside", subcommands: [ProgressCommand.self])
}

import ArgumentParser
import Curriculum
import TerminalUI

/// `portside myths`: claims that are widespread and wrong.
struct MythsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "myths",
    abstract:
      "See what many believe of ports and sockets, what is true, and the demo that settles it.",
    discussion: """
      Examples:
        portside myths
        portside myths udp            those that have these letters in them
        portside myths --json         id, topic, claim, truth, believed, demo and sources of each
        portside demo myths           judge ten of them, and let the kernel decide
      """)

  @Argument(help: "Letters that the claim or the truth must have.")
  var words: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let myths = try LessonsFolder(common).library().bank.myths.filter { myth in
      let text = "\(myth.topic) \(myth.claim) \(myth.truth)".lowercased()
      return words.allSatisfy { text.contains($0.lowercased()) }
    }
    if json { return try CommandOutput().json(myths.map(MythEntry.init)) }
    let console = PlainConsole()
    if myths.isEmpty { console.say("No myth has these letters.") }
    for myth in myths {
      console.say(DisplayText("“\(myth.claim)”"))
      console.say(DisplayText("True is: \(myth.truth)"), indent: 2)
      console.say(DisplayText("Why people believe it: \(myth.belief)"), indent: 2)
      console.line(DisplayText("  See it: portside demo \(myth.demo)"))
      console.say()
    }
    try console.finish()
  }
}

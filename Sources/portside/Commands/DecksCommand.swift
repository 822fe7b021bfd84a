import ArgumentParser
import Curriculum
import PortKnowledge
import TerminalUI

/// `portside decks`: the ports to know by heart, by group.
struct DecksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decks",
    abstract: "See the ports to know by heart, in groups, with memory aids.",
    discussion: """
      Examples:
        portside decks                every deck with its number of ports
        portside decks deck-mail      its ports and what helps to remember them
        portside decks --json         id, title, about, ports and mnemonics of each
        portside practice deck-mail   drill them
      """)

  @Argument(help: "A deck's id; without it all are listed.")
  var deck: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let decks = try LessonsFolder(common).library().bank.decks
    let chosen = decks.filter { deck == nil || $0.id == deck }
    guard deck == nil || !chosen.isEmpty else {
      throw ValidationError(
        "There is no deck called '\(DisplayText(deck ?? "").truncated(to: 40))'; the decks are "
          + decks.map(\.id).joined(separator: ", ") + ".")
    }
    if json {
      return try CommandOutput().json(chosen.map(DeckEntry.init))
    }
    let console = PlainConsole()
    for deck in chosen {
      console.line(
        DisplayText("\(deck.id)  \(deck.title), \(deck.services.count) ports"))
      if self.deck != nil { tell(deck, on: console) }
    }
    try console.finish()
  }

  private func tell(_ deck: PortDeck, on console: PlainConsole) {
    console.say()
    console.say(DisplayText(deck.about))
    console.say()
    let width = deck.services.map(\.portAndTransports.count).max() ?? 0
    for service in deck.services {
      let port = DisplayText(service.portAndTransports).padded(to: width).string
      console.say(DisplayText(service.commonName), label: DisplayText(port + "  "))
    }
    console.say()
    for mnemonic in deck.mnemonics {
      let ports = mnemonic.services.map(\.port.description).joined(separator: ", ")
      console.say(DisplayText("\(ports): \(mnemonic.text)"), label: "- ")
    }
  }
}

import ArgumentParser
import PortKnowledge
import TerminalUI

/// `portside ports`: the port table.
struct PortsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ports",
    abstract: "Look up a port, a service or a range.",
    discussion: """
      Give a number, a range, or words; without any you get the whole table. Several words must \
      all be found. "habit" instead of a name means that IANA has not registered the port for \
      this use.

      Examples:
        portside ports 443
        portside ports 53/udp
        portside ports 8000-9000
        portside ports dns over tls
        portside ports --json mail

      With --json you get an object. Its keys: query; port, for a single number, with number, \
      range (system, user or dynamic), privilegedOnLinux, ephemeralOnLinux; services, a list with \
      port, transports, tier (core, interview or extended), name, ianaName (null for a habit), \
      registryNames, aliases, groups, purpose, secureTwin, confusion, and matched: what the query \
      matched.

      The exit code is 0 where something is found, 1 where nothing is, and 64 for what cannot be \
      a port.
      """)

  // Unrecognised ones too, so that "-1" gets an answer like any other number that is no port.
  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("A port, a range such as 8000-9000, or words.", valueName: "query"))
  var query: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    for word in query where word.hasPrefix("-") && !Self.isSignedNumber(word) {
      throw ValidationError("Unknown option '\(DisplayText(word).truncated(to: 40))'")
    }
  }

  func run() throws {
    let console = PlainConsole()
    let text = query.joined(separator: " ")
    let parsed: PortQuery
    do {
      parsed = try PortQuery(text)
    } catch {
      console.complain(DisplayText(error.sentence))
      throw ExitCode.validationFailure
    }
    let matches = ServiceTable.search(parsed)
    let isFound =
      json
      ? try printJSON(text, parsed, matches, on: console)
      : show(text, parsed, matches, on: console)
    try console.finish()
    if !isFound { throw ExitCode.failure }
  }

  private static func isSignedNumber(_ word: String) -> Bool {
    word.dropFirst().utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }

  // MARK: Output

  /// Prints lines; false where nothing was found.
  private func show(
    _ text: String, _ query: PortQuery, _ matches: [ServiceMatch], on console: PlainConsole
  ) -> Bool {
    let listing = PortListing(console)
    if case .port(let port, _) = query {
      return show(port, text, matches, with: listing, on: console)
    }
    switch matches.count {
    case 0:
      let shown = DisplayText(text).truncated(to: 60)
      console.complain(DisplayText("No service fits \"\(shown)\"; try fewer or other words."))
    case 1:
      listing.showDetails(of: matches[0].service)
      listing.showFacts(of: matches[0].service.port)
    default:
      listing.showTable(matches.map(\.service))
    }
    return !matches.isEmpty
  }

  private func show(
    _ port: PortNumber, _ text: String, _ matches: [ServiceMatch], with listing: PortListing,
    on console: PlainConsole
  ) -> Bool {
    let exact = matches.filter { $0.reason == .exactNumber }
    for match in exact {
      listing.showDetails(of: match.service)
      if exact.count > 1 { console.say() }
    }
    if exact.isEmpty {
      console.complain(DisplayText("No service is listed on \(DisplayText(text))."))
    }
    listing.showFacts(of: port)
    let mentions = matches.filter { $0.reason == .wordInText }
    if !mentions.isEmpty {
      console.say()
      console.say(DisplayText("Services that have to do with \(port):"))
      listing.showTable(mentions.map(\.service))
    }
    return !exact.isEmpty
  }

  private func printJSON(
    _ text: String, _ query: PortQuery, _ matches: [ServiceMatch], on console: PlainConsole
  ) throws -> Bool {
    var facts: PortReport.Facts?
    var isFound = !matches.isEmpty
    if case .port(let port, _) = query {
      facts = PortReport.Facts(port)
      isFound = matches.contains { $0.reason == .exactNumber }
    }
    let report = PortReport(query: text, port: facts, services: matches.map(PortReport.Row.init))
    for line in try CommandOutput.json(report).split(separator: "\n") {
      console.line(DisplayText(line))
    }
    return isFound
  }
}

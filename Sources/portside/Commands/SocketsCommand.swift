import ArgumentParser
import Glibc
import PortKnowledge
import TerminalUI
import Tutor

/// `portside sockets`: what is open on this machine now.
struct SocketsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sockets",
    abstract: "See which sockets are open here, and what each one means.",
    discussion: """
      On a terminal the list opens in the tutor, alive, with a sentence for the chosen row and the \
      same row in ss, lsof, netstat and /proc. As lines you get a table, or with --watch each \
      change as it comes, until Ctrl-C.

      Words are a filter; all of them must hold:
      \(Self.forms)

      Examples:
        portside sockets
        portside sockets listen '!lo'
        portside sockets port:443 estab --plain
        portside sockets --json | jq '.sockets[] | select(.state == "LISTEN") | .sentence'
        portside sockets --watch tcp

      With --json you get an object: source, isComplete, hiddenProcesses (of other users), and \
      sockets, a list with protocol, family, state, local and remote (address and port; remote is \
      null without a peer), receiveQueue, sendQueue, inode, userID, processes (pid, name, \
      descriptor), service (of the port, null for none) and sentence. With --watch each line is \
      an object with change (added, changed, removed) and socket.

      The exit code is 0 where the table was read, 1 where it could not be, and 64 for a filter \
      that cannot be read.
      """)

  // Unrecognised ones too, so that a term may begin with a minus sign.
  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("A filter, for example: listen port:443 process:nginx", valueName: "filter"))
  var filter: [String] = []

  @Flag(help: "Print lines, also on a terminal.")
  var plain = false

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Go on and print each change.")
  var watch = false

  @Flag(name: .customLong("own"), help: "Show only this program's sockets, as for a class.")
  var isOwnOnly = false

  @Option(
    help: ArgumentHelp(
      "Sort by: \(SocketOrder.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "order"),
    transform: Self.order)
  var sort: SocketOrder = .state

  @OptionGroup var common: CommonOptions

  private static let forms = SocketQuery.forms
    .map { "  \(DisplayText($0.term).padded(to: 26))  \($0.meaning)" }.joined(separator: "\n")

  private static func order(_ text: String) throws -> SocketOrder {
    guard let order = SocketOrder(rawValue: text) else {
      let names = SocketOrder.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no such order; the orders are \(names).")
    }
    return order
  }

  func validate() throws {
    for word in filter where word.hasPrefix("--") {
      throw ValidationError("Unknown option '\(DisplayText(word).truncated(to: 40))'")
    }
    do throws(SocketQueryError) {
      _ = try SocketQuery(text)
    } catch {
      throw ValidationError("The filter cannot be read: \(DisplayText(error.description))")
    }
  }

  private var text: String { filter.joined(separator: " ") }

  func run() throws {
    guard plain || json || watch || !PlainConsole.isOnTerminal else {
      return try TutorSession(
        start: .sockets(text, isOwnOnly: isOwnOnly), settings: common.settings
      ).run()
    }
    // Whoever reads may leave first; the console then sees EPIPE.
    signal(SIGPIPE, SIG_IGN)
    let console = json ? PlainConsole(isUTF8: true) : PlainConsole()
    let listing = SocketListing(
      query: try SocketQuery(text), order: sort, isOwnOnly: isOwnOnly, isJSON: json,
      console: console)
    if watch {
      try listing.watch()
    } else {
      try listing.show()
    }
    try console.finish()
  }
}

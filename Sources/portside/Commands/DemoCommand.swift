import ArgumentParser
import Demos
import Glibc
import PortKnowledge
import Practice
import TerminalUI
import Tutor

/// `portside demo`: experiments on this machine's own kernel.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Watch real sockets: predict, run, compare.",
    discussion: """
      Without a name you get the list of demos. A demo opens real sockets on this machine's \
      loopback addresses, shows every call as it is made and the kernel's table after it, and \
      closes everything again. Some steps ask you to predict first.

      In the table + marks a new row, − one that is gone, ~ one that changed, and ▲ the fields in \
      which the rows differ.

      On a terminal it opens in the tutor. As lines each step waits for Enter where somebody can \
      press it; otherwise the demo runs straight through, and predictions are read from standard \
      input, one number a line. Predictions are kept like answers, with what the kernel showed; \
      an empty line is none.

      Demos: \(Self.names).

      Examples:
        portside demo
        portside demo tabs
        printf '4\\n1\\n' | portside demo tabs --plain
        portside demo crowd --clients 5000
        portside demo same-port --json | jq 'select(.event == "callMade")'
      """)

  @Argument(help: "The demo's name; without one, the list of demos.")
  var name: String?

  @Flag(help: "Tell the demo as lines, also on a terminal.")
  var plain = false

  @Flag(help: "Tell the demo as one JSON object a line; it neither waits nor asks.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "With crowd: make so many connections, 1 to \(CrowdLimits.most), and prove them distinct.",
      valueName: "count"))
  var clients: Int?

  @OptionGroup var common: CommonOptions

  private static let names = DemoCatalog.all.map(\.id).joined(separator: ", ")

  func validate() throws {
    if let clients {
      guard name == "crowd" else { throw ValidationError("--clients belongs to the demo crowd.") }
      guard (1...CrowdLimits.most).contains(clients) else {
        throw ValidationError(
          "A crowd can have 1 to \(CrowdLimits.most) clients, not \(clients).")
      }
      return
    }
    guard let name, DemoCatalog.demo(named: name) == nil else { return }
    let shown = DisplayText(name).truncated(to: 40).string
    throw ValidationError("There is no demo called '\(shown)'. There are: \(Self.names).")
  }

  func run() throws {
    // JSON is UTF-8 whatever the locale says (RFC 8259 §8.1).
    let console = json ? PlainConsole(isUTF8: true) : PlainConsole()
    if let clients {
      signal(SIGPIPE, SIG_IGN)
      try CrowdLines(console: console).run(clients: clients)
      return try console.finish()
    }
    guard let name, let demo = DemoCatalog.demo(named: name) else {
      list(on: console)
      return try console.finish()
    }
    guard plain || json || !PlainConsole.isOnTerminal else {
      return try TutorSession(start: .demo(name), settings: common.settings).run()
    }
    // Whoever reads may leave first. The console then sees EPIPE, and the demo still closes what
    // it opened.
    signal(SIGPIPE, SIG_IGN)
    let end = try DemoPlayback(demo).run(telling: teller(of: demo.summary, on: console))
    try console.finish()
    // The teller has said why.
    if case .failed = end { throw ExitCode.failure }
  }

  private func teller(of summary: DemoSummary, on console: PlainConsole) -> any DemoTeller {
    if json { return DemoJSONLines(console) }
    let hasKeyboard = isatty(STDIN_FILENO) == 1
    // With a keyboard but no screen, for example in `| less`, a question could not be seen.
    guard !hasKeyboard || console.isInteractive else {
      return DemoLines(summary, on: console, waits: false, asks: false)
    }
    let keeper = ProgressKeeper(folder: common.folders.data)
    if let notice = keeper.notice { console.complain(DisplayText(notice)) }
    return DemoLines(summary, on: console, waits: hasKeyboard, asks: true) { prediction in
      let record = prediction.record(kind: .prediction, at: LearnerClock.system.now())
      if let failure = keeper.record(record) { console.complain(DisplayText(failure)) }
    }
  }

  private func list(on console: PlainConsole) {
    for summary in DemoCatalog.all {
      guard !json else {
        console.line(DemoJSON.line(of: summary))
        continue
      }
      console.line(DisplayText("\(summary.id)  \(summary.title), \(summary.stepCount) steps"))
      console.say(DisplayText(summary.teaches), indent: 4)
    }
  }
}

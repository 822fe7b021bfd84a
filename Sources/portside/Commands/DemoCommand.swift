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

      Where this machine refuses sockets, a recording is played that came along, and says so. \
      With --record a run is written to a file that --replay plays anywhere.

      Demos: \(Self.names).

      Examples:
        portside demo
        portside demo tabs
        printf '4\\n1\\n' | portside demo tabs --plain
        portside demo crowd --clients 5000
        portside demo same-port --json | jq 'select(.event == "callMade")'
        portside demo tabs --record tabs.jsonl
        portside demo --replay tabs.jsonl
      """)

  @Argument(help: "The demo's name; without one, the list of demos.")
  var name: String?

  @Flag(help: "Tell the demo as lines, also on a terminal.")
  var plain = false

  @Flag(help: "Tell the demo as one JSON object a line; it neither waits nor asks.")
  var json = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With crowd: make so many connections, 1 to \(CrowdLimits.most), and prove them distinct.",
      valueName: "count"))
  var clients: Int?

  @Option(
    help: ArgumentHelp(
      "Tell the demo as lines and write what happened to this new file.", valueName: "file"))
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Play a recording instead of a live demo; it opens no socket.", valueName: "file"))
  var replay: String?

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
    if replay != nil, name != nil || record != nil {
      throw ValidationError("--replay plays a file, so it takes no demo's name and no --record.")
    }
    guard let name else {
      if record != nil { throw ValidationError("--record needs the name of a demo.") }
      return
    }
    guard DemoCatalog.demo(named: name) == nil else { return }
    let shown = DisplayText(name).truncated(to: 40).string
    let nearest = NearestName.of(name, among: DemoCatalog.all.map(\.id))
    throw ValidationError(
      nearest.map { "There is no demo called '\(shown)'. Did you mean '\($0)'?" }
        ?? "There is no demo called '\(shown)'. There are: \(Self.names).")
  }

  func run() throws {
    // JSON is UTF-8 whatever the locale says (RFC 8259 §8.1).
    let console = json ? PlainConsole(isUTF8: true) : PlainConsole()
    if let clients {
      signal(SIGPIPE, SIG_IGN)
      try CrowdLines(console: console).run(clients: clients)
      return try console.finish()
    }
    if let replay { return try play(try RecordingFile.read(replay), on: console) }
    guard let name, let demo = DemoCatalog.demo(named: name) else {
      list(on: console)
      return try console.finish()
    }
    if let record { return try self.record(demo, to: record, on: console) }
    guard plain || json || !PlainConsole.isOnTerminal else {
      return try TutorSession(start: .demo(name), settings: common.settings).run()
    }
    try tell(demo.summary, on: console, teller: teller(of: demo.summary, on: console)) {
      DemoStart.running(demo, report: $0)
    }
  }

  private func play(_ recording: DemoRecording, on console: PlainConsole) throws {
    guard plain || json || !PlainConsole.isOnTerminal else {
      return try TutorSession(
        start: .recording(recording.summary), settings: common.settings, recording: recording
      ).run()
    }
    try tell(
      recording.summary, on: console, teller: teller(of: recording.summary, on: console)
    ) { DemoReplay(recording, report: $0) }
  }

  /// Runs a demo live and writes down what it told; nothing is written where it was left.
  private func record(_ demo: Demo, to path: String, on console: PlainConsole) throws {
    try RecordingFile.checkIsFree(path)
    var recording = DemoRecording(of: demo.summary, note: RecordingOrigin.now)
    let inner = teller(of: demo.summary, on: console)
    let outcome = Result {
      try tell(
        demo.summary, on: console,
        teller: RecordingTeller(inner) { event in
          var event = event
          if case .predictionSettled(let outcome) = event {
            event = .predictionSettled(outcome.settled(for: nil))
          }
          recording.events.append(event)
        }
      ) { DemoRunner(demo, report: $0) }
    }
    if case .completed = recording.end {
      try RecordingFile.write(recording, to: path)
      console.complain(DisplayText("The recording is in \(path)."))
    } else {
      console.complain("The demo did not come to its end, so nothing was recorded.")
    }
    try outcome.get()
  }

  private func tell(
    _ summary: DemoSummary, on console: PlainConsole, teller: some DemoTeller,
    prepare: @escaping (@escaping @Sendable (DemoEvent) -> Void) -> any RunningDemo
  ) throws {
    // Whoever reads may leave first. The console then sees EPIPE, and the demo still closes what
    // it opened.
    signal(SIGPIPE, SIG_IGN)
    let end = try DemoPlayback(prepare).run(telling: teller)
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
    let lines = DemoLines(summary, on: console, waits: hasKeyboard, asks: true) { prediction in
      let record = prediction.record(kind: .prediction, at: LearnerClock.system.now())
      if let failure = keeper.record(record) { console.complain(DisplayText(failure)) }
    }
    let seen = (try? keeper.snapshot())?.statesSeen ?? []
    return SightingTeller(lines, seen: seen) { state in
      let now = LearnerClock.system.now()
      let sighting = SightingRecord(
        state: state, seenAt: now.milliseconds, zoneOffset: now.zoneOffset)
      if let failure = keeper.sight(sighting) { console.complain(DisplayText(failure)) }
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

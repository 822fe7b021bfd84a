import Foundation
import TestSupport
import Testing

/// The tutor in a terminal, started from a shell that afterwards tells how it was left.
struct TutorInTerminal {
  let terminal: TmuxSession
  /// The folder of the learner's record.
  let data: String
  /// The folder of crash reports.
  let state: String
  /// Holds the process id of the program that the shell started.
  let processFile: String

  /// The repository's lessons.
  static let lessons = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Lessons").path

  /// Runs a test with the tutor in a terminal of a size.
  ///
  /// - Parameters:
  ///   - arguments: words for the command line, for example `learn 5`.
  ///   - columns: the terminal's width.
  ///   - rows: the terminal's height.
  ///   - term: the terminal's type, if it is to be another than the real one.
  ///   - environment: variables besides the pinned ones.
  ///   - body: the test.
  /// - Throws: what the test throws, or what keeps the terminal from starting.
  static func run(
    _ arguments: String = "", columns: Int = 80, rows: Int = 24,
    term: String? = nil, environment: [String: String] = [:],
    _ body: (TutorInTerminal) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let program = try ProgramUnderTest.path
      let data = folder.file("data")
      let state = folder.file("state")
      let processFile = folder.file("process")
      let variables = environment.merging([
        "PORTSIDE_DATA": data, "PORTSIDE_LESSONS": lessons, "XDG_STATE_HOME": state,
      ]) { $1 }
      let type = term.map { "TERM=\($0) " } ?? ""
      // The inner shell writes its id and becomes the program, so the id is the program's.
      let line = """
        sh -c 'echo $$ > "\(processFile)"; \(type)exec "\(program)" \(arguments)'; echo "[exit $?]"; \
        tmux display -p "alt=#{alternate_on} mouse=#{mouse_any_flag} cursor=#{cursor_flag}"; stty -a
        """
      try await TmuxSession.run(line, columns: columns, rows: rows, environment: variables) {
        terminal in
        try await body(
          TutorInTerminal(
            terminal: terminal, data: data, state: state + "/portside", processFile: processFile))
      }
    }
  }

  /// Waits for the end, checks that the terminal is as it was found and that the shell saw a
  /// status, and returns the last screen.
  @discardableResult
  func expectLeft(
    status: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let screen = try await terminal.wait(until: "the shell tells of the terminal") {
      $0.contains("[exit ") && $0.contains("alt=") && $0.contains("-echoprt")
    }
    #expect(screen.contains("[exit \(status)]"), "\(screen)", sourceLocation: sourceLocation)
    #expect(
      screen.contains("alt=0 mouse=0 cursor=1"), "\(screen)", sourceLocation: sourceLocation)
    let words = Set(screen.split(whereSeparator: { " ;\n".contains($0) }).map(String.init))
    for mode in ["icanon", "isig", "echo", "icrnl", "opost", "onlcr"] {
      #expect(
        words.contains(mode), "\(mode) is off in:\n\(screen)", sourceLocation: sourceLocation)
    }
    return screen
  }

  /// What `portside progress --json` tells of the record.
  func progress() async throws -> [String: Any] {
    var environment = Command.pinned
    environment["PORTSIDE_DATA"] = data
    let outcome = try await Command(
      try ProgramUnderTest.path, ["progress", "--json"], environment: environment
    ).run()
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(object as? [String: Any], "\(outcome)")
  }

  /// Right and all answers in the record.
  func answers() async throws -> (correct: Int, total: Int) {
    let answers = try await progress()["answers"] as? [String: Any]
    return (answers?["correct"] as? Int ?? -1, answers?["total"] as? Int ?? -1)
  }

  /// The process id of the program that the shell started.
  func processID() async throws -> Int32 {
    var id: Int32?
    _ = try await eventually { () async throws -> Bool in
      let text = try? String(contentsOfFile: processFile, encoding: .utf8)
      id = text.flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
      return id != nil
    }
    return try #require(id)
  }

  /// The process id of the program's only child: the one that draws.
  func childID() async throws -> Int32 {
    let parent = try await processID()
    var id: Int32?
    _ = try await eventually { () async throws -> Bool in
      let path = "/proc/\(parent)/task/\(parent)/children"
      let text = try? String(contentsOfFile: path, encoding: .utf8)
      id = text.flatMap { Int32($0.split(separator: " ").first ?? "") }
      return id != nil
    }
    return try #require(id)
  }
}

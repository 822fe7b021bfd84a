import Foundation

/// A program in a real terminal: a private tmux server with one pane.
///
/// The server, its socket and the program's home folder live in a temporary folder, and the
/// environment is the same on every machine. To see what a program leaves behind, run a shell line
/// such as `portside; echo "[exit $?]"; stty -a`.
public struct TmuxSession: Sendable {
  /// Waiting was in vain; the last screen is part of the message.
  public struct Failure: Error, CustomStringConvertible {
    /// What was waited for, and the last screen.
    public let description: String
  }

  /// The server's name, short because the path of a socket holds at most 107 bytes; the folder
  /// tells it from every other.
  private let server = "t"
  private let folder: TemporaryFolder
  private let environment: [String: String]

  /// Whether tmux is installed.
  public static let isAvailable = program != nil

  private static let program = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { $0 + "/tmux" }.first(where: FileManager.default.isExecutableFile)

  /// Runs a test with a shell line in a terminal of a size; ends the server whatever happens.
  ///
  /// - Parameters:
  ///   - line: A line for `sh`.
  ///   - columns: The terminal's width.
  ///   - rows: The terminal's height.
  ///   - environment: Variables on top of the pinned ones.
  ///   - body: The test; it is given the session.
  /// - Returns: What the test returns.
  /// - Throws: What the test throws, and ``Failure`` where tmux does not start.
  @discardableResult
  public static func run<Value>(
    _ line: String, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    _ body: (TmuxSession) async throws -> Value
  ) async throws -> Value {
    try await withTemporaryFolder { folder in
      let session = TmuxSession(in: folder, environment: environment)
      do {
        try await session.start(line, columns: columns, rows: rows)
        let value = try await body(session)
        await session.end()
        return value
      } catch {
        await session.end()
        throw error
      }
    }
  }

  private init(in folder: TemporaryFolder, environment: [String: String]) {
    self.folder = folder
    let home = [
      "HOME": folder.file("home"), "XDG_DATA_HOME": folder.file("home/data"),
      "XDG_STATE_HOME": folder.file("home/state"), "TMUX_TMPDIR": folder.path, "SHELL": "/bin/sh",
      "TERM": "tmux-256color",
    ]
    self.environment = Command.pinned.merging(home) { $1 }.merging(environment) { $1 }
  }

  /// Starts the server with the line, and something after it that keeps the terminal open: tmux may
  /// drop the last words of a pane that ends.
  private func start(_ line: String, columns: Int, rows: Int) async throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("home"), withIntermediateDirectories: false)
    let settings = """
      set -g default-terminal \(environment["TERM"] ?? "tmux-256color")
      set -g escape-time 0
      set -g history-limit 0
      set -g remain-on-exit on
      set -g status off
      """
    try folder.write(settings, to: "tmux.conf")
    try await tmux([
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", folder.file("home"),
      line + "\nexec cat > /dev/null",
    ])
  }

  private func end() async {
    _ = try? await tmux(["kill-server"])
  }

  /// Presses keys, by the names tmux has for them: `Down`, `Enter`, `C-c`, `q`.
  public func press(_ keys: String...) async throws {
    try await tmux(["send-keys", "--"] + keys)
  }

  /// Types a text, character by character.
  public func type(_ text: String) async throws {
    try await tmux(["send-keys", "-l", "--", text])
  }

  /// Gives the terminal another size.
  public func resize(columns: Int, rows: Int) async throws {
    try await tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The screen as text, one line for each row, without the spaces at their ends.
  public func screen() async throws -> String {
    try await tmux(["capture-pane", "-p"])
  }

  /// The screen as text with the escape codes for its colours.
  public func colouredScreen() async throws -> String {
    try await tmux(["capture-pane", "-p", "-e"])
  }

  /// Waits until a text is on the screen.
  ///
  /// - Returns: The screen.
  /// - Throws: ``Failure`` once the time is up.
  @discardableResult
  public func wait(for text: String, deadline: Duration = .seconds(90)) async throws -> String {
    try await wait(until: "“\(text)” is on the screen", deadline: deadline) { $0.contains(text) }
  }

  /// Waits until the screen fulfils a condition.
  ///
  /// - Parameters:
  ///   - what: What is waited for, in words, for the message of a failure.
  ///   - deadline: How long at most.
  ///   - condition: Decides about the screen's text.
  /// - Returns: The screen.
  /// - Throws: ``Failure`` once the time is up.
  @discardableResult
  public func wait(
    until what: String, deadline: Duration = .seconds(90), _ condition: (String) -> Bool
  ) async throws -> String {
    var last = ""
    let held = try await eventually(deadline: deadline) {
      last = try await screen()
      return condition(last)
    }
    guard held else {
      throw Failure(description: "Waited \(deadline) in vain until \(what). Last screen:\n\(last)")
    }
    return last
  }

  /// Runs a tmux command on this server.
  @discardableResult
  private func tmux(_ arguments: [String]) async throws -> String {
    guard let program = Self.program else { throw Failure(description: "tmux is not installed") }
    let command = Command(
      program, ["-u", "-L", server, "-f", folder.file("tmux.conf")] + arguments,
      environment: environment)
    let outcome = try await command.run()
    guard outcome.status == 0 else {
      throw Failure(
        description: "tmux \(arguments.joined(separator: " ")) failed: \(outcome.errors)")
    }
    return outcome.output
  }
}

import Foundation
import Glibc

/// Runs a program to its end and gives back what it said.
public struct Command: Sendable {
  /// What a program left behind.
  public struct Outcome: Hashable, Sendable {
    /// The exit status, or the signal's number where one ended it.
    public var status: Int32
    /// Whether a signal ended it.
    public var wasKilled: Bool
    /// Standard output.
    public var output: String
    /// Standard error.
    public var errors: String
  }

  /// The program's path.
  public var program: String
  /// Its arguments.
  public var arguments: [String]
  /// Its whole environment; nothing is inherited.
  public var environment: [String: String]

  /// A program with its arguments and its whole environment.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = pinned
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
  }

  /// An environment that is the same on every machine but for the search path.
  public static let pinned = [
    "LC_ALL": "C.UTF-8", "TZ": "UTC",
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
  ]

  /// Runs it with a text on its standard input.
  public func run(input: String = "") async throws -> Outcome {
    try await onOwnThread { try runBlocking(input: input) }
  }

  /// Runs it on this thread; its output goes to files, so no pipe can fill up.
  ///
  /// Foundation's `Process` is of no use here: on Linux it waits until every descriptor that the
  /// program inherited is closed, which a server that stays behind, such as tmux's, never does.
  private func runBlocking(input: String) throws -> Outcome {
    try withTemporaryFolder { folder in
      let status = try spawn(
        input: try folder.write(input, to: "input"), output: try folder.write("", to: "output"),
        errors: try folder.write("", to: "errors"))
      let signal = status & 0x7F
      return Outcome(
        status: signal == 0 ? (status >> 8) & 0xFF : signal, wasKilled: signal != 0,
        output: try String(contentsOfFile: folder.file("output"), encoding: .utf8),
        errors: try String(contentsOfFile: folder.file("errors"), encoding: .utf8))
    }
  }

  /// Starts it with three files as its standard descriptors and waits for its end.
  ///
  /// - Returns: The status as `waitpid` gives it.
  private func spawn(input: String, output: String, errors: String) throws -> CInt {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_APPEND, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_APPEND, 0)

    var process: pid_t = 0
    let code = Self.withPointers(to: [program] + arguments) { arguments in
      Self.withPointers(to: environment.map { "\($0)=\($1)" }) { environment in
        posix_spawn(&process, program, &actions, nil, arguments, environment)
      }
    }
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ECHILD) }
    }
    return status
  }

  /// Hands out C strings as a list that ends with a null pointer.
  private static func withPointers<Value>(
    to strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let pointers = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }
}

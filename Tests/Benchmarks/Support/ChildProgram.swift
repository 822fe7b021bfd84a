import Glibc

/// Another program, started beside this one, with a pipe to its input and one from its output.
public struct ChildProgram: ~Copyable {
  /// A program that could not be started.
  public struct NotStarted: Error {
    /// Its path or name.
    public var program: String
    /// The error number of posix_spawn(3).
    public var number: Int32
  }

  /// What a program says of itself when it has ended.
  public struct End {
    /// What it returned; nil where a signal ended it.
    public var code: Int32?
    /// The most memory it ever had at once, in KiB.
    public var peakKibibytes: Int
  }

  private let process: pid_t
  private let input: Int32
  private let output: Int32

  /// Starts a program, found as the shell finds it.
  ///
  /// What it writes goes to `/dev/null` where `isQuiet`.
  public init(_ words: [String], isQuiet: Bool = false) throws {
    var toChild: [Int32] = [-1, -1]
    var fromChild: [Int32] = [-1, -1]
    guard let program = words.first, pipe(&toChild) == 0, pipe(&fromChild) == 0 else {
      throw NotStarted(program: words.first ?? "", number: errno)
    }
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    if isQuiet {
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    } else {
      posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var started: pid_t = 0
    let number = posix_spawnp(&started, program, &actions, nil, arguments, environ)
    close(toChild[0])
    close(fromChild[1])
    guard number == 0 else {
      close(toChild[1])
      close(fromChild[0])
      throw NotStarted(program: program, number: number)
    }
    process = started
    input = toChild[1]
    output = fromChild[0]
  }

  /// The next line that it writes; what came until the end of its output where that has none.
  public func line() -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while read(output, &byte, 1) == 1, byte != 0x0A { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Closes its input and waits until it has ended.
  @discardableResult
  public consuming func end() -> End {
    close(input)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    close(output)
    return End(
      code: status & 0x7F == 0 ? status >> 8 & 0xFF : nil, peakKibibytes: usage.ru_maxrss)
  }

  /// Runs a program to its end with its output thrown away.
  public static func run(_ words: [String]) throws {
    let child = try ChildProgram(words, isQuiet: true)
    child.end()
  }
}

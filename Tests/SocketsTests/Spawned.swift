import Glibc

/// Programs started by posix_spawn(3).
enum Spawned {
  /// A program that could not be started.
  struct NotStarted: Error {
    var number: Int32
  }

  /// Starts a program, found as the shell finds it; the caller waits for it.
  static func start(
    _ words: [String], _ actions: UnsafePointer<posix_spawn_file_actions_t>? = nil
  ) throws -> pid_t {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let number = posix_spawnp(&process, words[0], actions, nil, arguments, environ)
    guard number == 0 else { throw NotStarted(number: number) }
    return process
  }
}

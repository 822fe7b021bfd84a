import CNcurses
import Glibc

/// Starts this executable once more.
enum ChildProcess {
  /// Starts it with the same arguments and a variable that names its guard.
  ///
  /// - Parameter standardError: The descriptor that becomes the child's standard error.
  /// - Returns: the child's process number, or nil where none could be started.
  static func spawn(standardError: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, standardError, STDERR_FILENO)
    if let mask = portside_guard_mask()?.assumingMemoryBound(to: sigset_t.self) {
      posix_spawnattr_setsigmask(&attributes, mask)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    }
    let added = [
      "\(TerminalGuard.variable)=\(getpid())", "SWIFT_BACKTRACE=\(TerminalGuard.backtrace)",
    ]
    var environment = inherited(without: added.map(name)) + added.map { strdup($0) }
    environment.append(nil)
    defer { for entry in environment.suffix(added.count + 1) { free(entry) } }
    var child: pid_t = 0
    for path in [executablePath, "/proc/self/exe"] {
      let code = posix_spawn(
        &child, path, &actions, &attributes, CommandLine.unsafeArgv, environment)
      if code == 0 { return child }
    }
    return nil
  }

  /// The entries of this process's environment, except some, as they are: they need not be UTF-8.
  private static func inherited(without names: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var entries: [UnsafeMutablePointer<CChar>?] = []
    guard var next = portside_environment() else { return [] }
    while let entry = next.pointee {
      if !names.contains(name(of: String(cString: entry))) { entries.append(entry) }
      next += 1
    }
    return entries
  }

  private static func name(of entry: String) -> String {
    String(entry.prefix { $0 != "=" })
  }

  /// The executable by its own name, so that tools which list processes show it.
  private static var executablePath: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

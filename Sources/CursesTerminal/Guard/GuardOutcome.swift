/// What a process is to do after ``TerminalGuard/run(stateFolder:version:)``.
public enum GuardOutcome: Hashable, Sendable {
  /// Show the screen: a parent watches over this process.
  case child
  /// End with this exit code: the child has ended, and the terminal is as it was found.
  case ended(code: Int32)
  /// Show the screen, or say why not: there is no terminal, or no child could be started.
  case unguarded
}

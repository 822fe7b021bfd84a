import CLinux
import CNcurses
import Glibc
import TerminalUI

/// A small parent that gives the terminal back whatever ends the process that shows the screen.
///
/// No process can answer `kill -9`, and a Swift program that traps cannot be trusted to clean up
/// after itself. So the screen is shown by a child: the same executable with the same arguments.
/// The parent does nothing but wait, pass on signals, and, when the child has ended and left the
/// terminal half-way, put it right and say what happened.
public enum TerminalGuard {
  /// The variable by which a child knows its parent: the parent's process number.
  static let variable = "PORTSIDE_GUARDED"

  /// What Swift's runtime is to do when a child traps.
  ///
  /// By default it would ask questions on a terminal that is not in a state to answer any. Where the
  /// machine has no `swift-backtrace`, which Swift's tool chain brings along, there is only the
  /// message of the trap, and no warning. The outermost frames are left out: to find them after a
  /// recursion without end took a second and more.
  static let backtrace =
    "enable=yes,interactive=no,color=no,output-to=stderr,threads=crashed,registers=none,"
    + "images=none,limit=32,top=0,warnings=suppressed"

  /// Decides what this process is, and where it is the parent, sees the child through to its end.
  ///
  /// Where the child was ended by a signal, the parent ends by the same one and does not return, so
  /// that the shell sees what happened.
  ///
  /// - Parameters:
  ///   - stateFolder: Where reports of crashes go; made when there is one to write.
  ///   - version: Portside's version, for a report.
  /// - Returns: what this process is to do now.
  public static func run(stateFolder: String, version: String) -> GuardOutcome {
    let parent = getppid()
    if isChild(value: getenv(variable).map { String(cString: $0) }, parent: parent) {
      becomeChild(of: parent)
      return .child
    }
    guard let device = try? TerminalDevice.open(), let output = HeldOutput() else {
      return .unguarded
    }
    device.waitForForeground()
    portside_guard_begin()
    guard let child = ChildProcess.spawn(standardError: output.descriptor) else {
      portside_guard_end()
      return .unguarded
    }
    portside_guard_watch(child)
    let status = watch(child, on: device)
    portside_guard_end()
    if !device.isAsFound { device.rescue() }
    var lines = output.lines
    if status.isCrash, case .killed(let signal) = status {
      let report = CrashReport(
        version: version, signal: signal, term: getenv("TERM").map { String(cString: $0) } ?? "",
        size: device.size, output: lines, process: child, time: localTime())
      lines.append(CrashReport.line(signal: signal, path: report.write(into: stateFolder)))
    }
    GuardOutput.write(lines, device: device)
    return finish(status)
  }

  /// Whether the variable says that the parent of this process is its guard.
  static func isChild(value: String?, parent: pid_t) -> Bool {
    value.flatMap { pid_t($0) } == parent
  }

  private static func becomeChild(of parent: pid_t) {
    // Programs that this process starts are nobody's screen.
    unsetenv(variable)
    unsetenv("SWIFT_BACKTRACE")
    portside_faults_catch()
    _ = portside_prctl_pdeathsig(SIGHUP)
    // If the parent ended just before, nobody would send that signal any more.
    if getppid() != parent { kill(getpid(), SIGHUP) }
  }

  /// Waits for the child's end, and stops and continues with it.
  private static func watch(_ child: pid_t, on device: TerminalDevice) -> ChildStatus {
    while true {
      var raw: Int32 = 0
      guard portside_guard_wait(child, &raw) == 0 else { return .exited(code: 1) }
      let status = ChildStatus(raw)
      guard case .stopped(let signal) = status else { return status }
      // A child that was stopped by surprise has left its screen where it was.
      if !device.isAsFound { device.rescue() }
      portside_guard_stop(signal)
      kill(child, SIGCONT)
    }
  }

  private static func finish(_ status: ChildStatus) -> GuardOutcome {
    switch status {
    case .exited(let code), .stopped(let code): return .ended(code: code)
    case .killed(let signal):
      portside_die_by(signal)
      // Not reached, except where the signal cannot end a process; the shell's own convention.
      return .ended(code: 128 + signal)
    }
  }

  private static func localTime() -> tm {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return local
  }
}

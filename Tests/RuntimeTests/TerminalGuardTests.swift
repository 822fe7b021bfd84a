import Glibc
import TerminalUI
import TestSupport
import Testing

@testable import CursesTerminal

@Suite("The terminal's guard")
struct TerminalGuardTests {
  @Test("Only the process that its parent names is the child")
  func decision() {
    #expect(TerminalGuard.isChild(value: "4711", parent: 4711))
    #expect(!TerminalGuard.isChild(value: "4711", parent: 1))
    #expect(!TerminalGuard.isChild(value: nil, parent: 4711))
    #expect(!TerminalGuard.isChild(value: "", parent: 0))
    #expect(!TerminalGuard.isChild(value: "4711 ", parent: 4711))
  }

  @Test("A status says how the child ended")
  func status() {
    #expect(ChildStatus(0) == .exited(code: 0))
    #expect(ChildStatus(3 << 8) == .exited(code: 3))
    #expect(ChildStatus(SIGTERM) == .killed(signal: SIGTERM))
    #expect(ChildStatus(SIGSEGV | 0x80) == .killed(signal: SIGSEGV))
    #expect(ChildStatus(SIGTSTP << 8 | 0x7F) == .stopped(signal: SIGTSTP))
  }

  @Test("A crash is a fault or kill -9, not a request to end")
  func crash() {
    for signal in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGKILL] {
      #expect(ChildStatus(signal).isCrash)
    }
    for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGPIPE] {
      #expect(!ChildStatus(signal).isCrash)
    }
    #expect(!ChildStatus(1 << 8).isCrash)
    #expect(!ChildStatus(SIGKILL << 8 | 0x7F).isCrash)
  }

  private func report(output: [DisplayText] = []) -> CrashReport {
    var time = tm()
    (time.tm_year, time.tm_mon, time.tm_mday) = (126, 0, 9)
    (time.tm_hour, time.tm_min, time.tm_sec) = (7, 5, 59)
    return CrashReport(
      version: "1.2.3", signal: SIGILL, term: "xterm\u{1B}[31m",
      size: Size(columns: 80, rows: 24), output: output, process: 4711, time: time)
  }

  @Test("A report says what is known and nothing that a terminal would act on")
  func reportText() {
    let report = report(output: ["Fatal error: \u{1B}]0;x\u{07}"])
    #expect(report.fileName == "crash-20260109-070559-4711.log")
    for part in ["1.2.3", "SIGILL", "xterm␛[31m, 80×24", "Fatal error: ␛]0;x␇"] {
      #expect(report.text.contains(part))
    }
    #expect(!report.text.contains("\u{1B}"))
    #expect(self.report().text.contains("(nothing)"))
  }

  @Test("A report is written for its owner alone, into folders that need not be there")
  func reportFile() throws {
    try withTemporaryFolder { folder in
      let state = folder.file("state/portside")
      let path = try #require(report().write(into: state))
      #expect(path == state + "/crash-20260109-070559-4711.log")
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
      #expect(stat(state, &status) == 0 && status.st_mode & 0o777 == 0o700)
      #expect(Int(status.st_size) > 0)
      // What is there already, a link for example, is not written over.
      #expect(report().write(into: state) == nil)
    }
  }

  @Test("The line for the terminal says where the report is, or that there is none")
  func line() {
    #expect(
      CrashReport.line(signal: SIGILL, path: "/x\u{1B}").string
        == "portside crashed (SIGILL); the report is in /x␛. What you answered is kept.")
    #expect(
      CrashReport.line(signal: SIGSEGV, path: nil).string
        == "portside crashed (SIGSEGV); its report could not be written. What you answered is kept."
    )
  }

  @Test("What was written to standard error is kept in lines, and of much the end")
  func heldOutput() throws {
    let held = try #require(HeldOutput())
    #expect(held.lines.isEmpty)
    let text = Array("one\r\n\ntwo \u{1B}[2J\n\n".utf8)
    #expect(write(held.descriptor, text, text.count) == text.count)
    #expect(held.lines.map(\.string) == ["one", "", "two ␛[2J"])
    let much = [UInt8](repeating: 0x61, count: 2 * HeldOutput.limit) + Array("\nend".utf8)
    #expect(write(held.descriptor, much, much.count) == much.count)
    #expect(held.lines.last?.string == "end")
    #expect(held.lines.reduce(0) { $0 + $1.string.utf8.count } <= HeldOutput.limit)
  }

  @Test("The trace of a crash asks nothing and goes where it is held")
  func backtrace() {
    #expect(TerminalGuard.backtrace.contains("interactive=no"))
    #expect(TerminalGuard.backtrace.contains("output-to=stderr"))
  }
}

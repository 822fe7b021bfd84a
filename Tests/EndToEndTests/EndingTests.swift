import Foundation
import Glibc
import TestSupport
import Testing

/// Every way out leaves the terminal usable and the answers kept.
@Suite("The ways out", .enabled(if: TmuxSession.isAvailable, "tmux is missing"))
struct EndingTests {
  /// Answers one question, then does something to the program.
  private func afterAnAnswer(
    environment: [String: String] = [:], _ body: (TutorInTerminal) async throws -> Void
  ) async throws {
    try await TutorInTerminal.run("learn 5", environment: environment) { tutor in
      try await tutor.terminal.wait(for: "Many conversations, one port")
      try await tutor.terminal.press("Space", "Space")
      try await tutor.terminal.wait(for: "In which field do these two differ?")
      try await tutor.terminal.press("2")
      try await tutor.terminal.wait(for: "✓ Right.")
      // The answer is shown at once and stored a moment later.
      #expect(try await eventually { try await tutor.answers().total == 1 })
      try await body(tutor)
      #expect(try await tutor.answers() == (1, 1))
    }
  }

  @Test("A signal to the program that the shell started", arguments: [SIGTERM, SIGHUP, SIGINT])
  func signal(number: Int32) async throws {
    try await afterAnAnswer { tutor in
      kill(try await tutor.processID(), number)
      try await tutor.expectLeft(status: 128 + Int(number))
    }
  }

  @Test("A signal to the part that draws", arguments: [SIGTERM, SIGKILL, SIGSEGV, SIGABRT])
  func signalToChild(number: Int32) async throws {
    try await afterAnAnswer { tutor in
      kill(try await tutor.childID(), number)
      try await tutor.expectLeft(status: 128 + Int(number))
    }
  }

  @Test("kill -9 of the program that the shell started: the part that draws leaves by itself")
  func killedParent() async throws {
    let program = try ProgramUnderTest.path
    let environment = ["PORTSIDE_LESSONS": TutorInTerminal.lessons, "PS1": "ready> "]
    try await TmuxSession.run("exec sh", environment: environment) { terminal in
      try await terminal.wait(for: "ready>")
      try await terminal.type("sh -c 'echo $$ > id; exec \"\(program)\"'\n")
      try await terminal.wait(for: "Continue")
      try await terminal.press("C-z")
      try await terminal.wait(for: "Stopped")
      try await terminal.type("kill -9 $(cat id); kill -CONT $(cat id); fg\n")
      // The shell is back at once; the part that draws gives the terminal back a moment later.
      try await terminal.wait(until: "only the shell is left") { !$0.contains("Continue") }
      try await terminal.type("clear; tmux display -p 'alt=#{alternate_on}'; stty -a\n")
      let screen = try await terminal.wait(for: "-echoprt")
      #expect(screen.contains("alt=0"), "\(screen)")
      #expect(screen.contains(" icanon") && screen.contains(" echo "), "\(screen)")
    }
  }

  /// What a trap of Swift ends a program with.
  private static var trapSignal: Int32 {
    #if arch(arm64)
    SIGTRAP
    #else
    SIGILL
    #endif
  }

  @Test(
    "A forced trap leaves a report and one line",
    arguments: ["fatal", "overflow", "index", "nil", "abort"])
  func trap(kind: String) async throws {
    try await TutorInTerminal.run(environment: ["PORTSIDE_TEST_TRAP": "\(kind)@lessons"]) { tutor in
      try await tutor.terminal.wait(for: "Continue")
      try await tutor.terminal.press("Down", "Enter")
      let screen = try await tutor.terminal.wait(for: "[exit ")
      #expect(screen.contains("portside crashed"), "\(screen)")
      try await tutor.expectLeft(status: 128 + Int(kind == "abort" ? SIGABRT : Self.trapSignal))
      let reports = try FileManager.default.contentsOfDirectory(atPath: tutor.state)
      #expect(reports.count == 1 && reports[0].hasPrefix("crash-"), "\(reports)")
      let path = tutor.state + "/" + (reports.first ?? "")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }
}

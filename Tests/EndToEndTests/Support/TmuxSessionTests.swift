import TestSupport
import Testing

@Suite("A terminal for tests", .enabled(if: TmuxSession.isAvailable, "tmux is not installed"))
struct TmuxSessionTests {
  @Test("shows what a program writes, and takes keys")
  func echo() async throws {
    try await TmuxSession.run("read line; echo \"<$line>\"") { session in
      try await session.type("-l hällo; $HOME")
      try await session.press("Enter")
      try await session.wait(for: "<-l hällo; $HOME>")
    }
  }

  @Test("has the size and the environment it was given")
  func environment() async throws {
    let line = "stty size; echo \"$TERM $LC_ALL $EXTRA\"; read w; stty size"
    try await TmuxSession.run(line, columns: 60, rows: 17, environment: ["EXTRA": "more"]) {
      try await $0.wait(for: "17 60")
      try await $0.wait(for: "tmux-256color C.UTF-8 more")
      try await $0.resize(columns: 132, rows: 40)
      try await $0.press("Enter")
      try await $0.wait(for: "40 132")
    }
  }

  @Test("claims to be another terminal where a test wants it")
  func otherTerminal() async throws {
    try await TmuxSession.run("echo \"<$TERM>\"", environment: ["TERM": "dumb"]) {
      try await $0.wait(for: "<dumb>")
    }
  }

  @Test("keeps the screen of a program that has ended, and shows how")
  func exitStatus() async throws {
    try await TmuxSession.run("(exit 3); echo \"[exit $?]\"") { try await $0.wait(for: "[exit 3]") }
  }

  @Test("shows the last screen when waiting was in vain")
  func failure() async throws {
    let failure = await #expect(throws: TmuxSession.Failure.self) {
      try await TmuxSession.run("echo here; cat") { session in
        try await session.wait(for: "here")
        try await session.wait(for: "there", deadline: .milliseconds(50))
      }
    }
    #expect(failure?.description.contains("“there”") == true)
    #expect(failure?.description.contains("here\n") == true)
  }
}

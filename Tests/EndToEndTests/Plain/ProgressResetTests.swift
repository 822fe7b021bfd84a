import Foundation
import TestSupport
import Testing

@Suite("portside progress reset")
struct ProgressResetTests {
  @Test("begins anew, keeps what there was, and says where")
  func reset() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      try folder.write("port:22/tcp:number\t22\nport:80/tcp:number\t81\n", to: "answers")
      _ = try await program.run(["review", "--batch", folder.file("answers")])
      let refused = try await program.run(["progress", "reset"], input: "yes\n")
      #expect(refused.status == 1)
      #expect(
        refused.errors == "Error: 2 answers and 2 reviews would go, and there is no terminal to "
          + "ask on; add --yes to do it all the same.\n")
      #expect(try await program.progress().answers.total == 2)
      let told = try await program.run(["progress", "reset", "--yes"])
      #expect(told.status == 0 && told.errors.isEmpty, "\(told)")
      let start = "A new record has begun; the old one is \(folder.file("data"))"
      #expect(told.output.hasPrefix(start + "/progress-before-reset-2"), "\(told)")
      #expect(try await program.progress().answers.total == 0)
      // The old one is put in its place again, as the help says.
      let backup = told.output.dropFirst("A new record has begun; the old one is ".count).dropLast(
        2)
      try FileManager.default.removeItem(atPath: folder.file("data/progress.sqlite"))
      try FileManager.default.moveItem(
        atPath: String(backup), toPath: folder.file("data/progress.sqlite"))
      #expect(try await program.progress().answers.total == 2)
    }
  }

  @Test(
    "asks on a terminal, and takes nothing but yes for yes",
    .enabled(if: TmuxSession.isAvailable, "tmux is missing"))
  func asks() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      try folder.write("port:22/tcp:number\t22\n", to: "answers")
      _ = try await program.run(["review", "--batch", folder.file("answers")])
      let reset = "'\(try ProgramUnderTest.path)' progress reset --data '\(folder.file("data"))'"
      for (typed, told, left) in [
        ("y\n", "Nothing was changed.", 1), ("\n", "Nothing was changed.", 1),
        ("Yes\n", "A new record has begun", 0),
      ] {
        try await TmuxSession.run("\(reset); echo \"[exit $?]\"") { terminal in
          try await terminal.wait(for: "Type yes to begin anew")
          let asked = try await terminal.screen()
          #expect(asked.contains("This takes 1 answer and 1 review out of your record"), "\(asked)")
          try await terminal.type(typed)
          let screen = try await terminal.wait(for: "[exit 0]")
          #expect(screen.contains(told), "\(screen)")
        }
        #expect(try await program.progress().answers.total == left, "\(typed)")
      }
    }
  }

  @Test("takes the folder before or behind its name, and makes none")
  func folders() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      for arguments in [
        ["progress", "reset", "--data", folder.file("other")],
        ["progress", "--data", folder.file("other"), "reset"],
      ] {
        let told = try await program.run(arguments)
        #expect(told.status == 0)
        #expect(told.output == "There is no record in \(folder.file("other")) yet.\n", "\(told)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder.file("other")))
      let empty = try await program.run(["progress"])
      #expect(empty.status == 0)
      let told = try await program.run(["progress", "reset"])
      #expect(told.output == "There is nothing in the record yet.\n", "\(told)")
    }
  }
}

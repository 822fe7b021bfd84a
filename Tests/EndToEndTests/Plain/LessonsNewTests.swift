import Foundation
import TestSupport
import Testing

@Suite("portside lessons new")
struct LessonsNewTests {
  @Test("makes lessons that pass the check, numbered one after the other")
  func sound() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let own = folder.file("own")
      for (title, name) in [
        ("How DNS uses both", "01-how-dns-uses-both.md"), ("Ports & names?", "02-ports-names.md"),
      ] {
        let made = try await program.run(["lessons", "new", title, "--in", own])
        #expect(made.status == 0 && made.output == "\(own)/\(name)\n", "\(made)")
      }
      let check = try await program.run(["lessons", "check", own])
      #expect(check.status == 0 && check.output == "2 lessons, no faults\n", "\(check)")
      let list = try await program.run(["lessons", "--lessons", own])
      #expect(list.output.contains("How DNS uses both"), "\(list)")
    }
  }

  @Test("refuses a title that can name no file, and never overwrites")
  func refusals() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      for title in ["", "…", "a \"quoted\" one", "two\nlines", String(repeating: "x", count: 61)] {
        let outcome = try await program.run(["lessons", "new", title, "--in", folder.file("own")])
        #expect(outcome.status == 64 && outcome.output.isEmpty, "\(title): \(outcome)")
      }
      try folder.write("---\n", to: "own/99-last.md")
      let full = try await program.run(["lessons", "new", "More", "--in", folder.file("own")])
      #expect(full.status == 1 && full.errors.contains("no number left"), "\(full)")
      try folder.write("", to: "file")
      let none = try await program.run(["lessons", "new", "More", "--in", folder.file("file")])
      #expect(none.status == 1 && none.errors.contains("cannot be made"), "\(none)")
    }
  }

  @Test("The notes for teachers are written for one lesson and for all")
  func notes() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let own = folder.file("own")
      try await program.run(["lessons", "new", "One", "--in", own])
      let notes = try await program.run(["learn", "1", "--notes", "--lessons", own])
      #expect(notes.output.contains("10 minutes in a class"), "\(notes)")
      #expect(notes.output.contains("- What to ask the class"), "\(notes)")
      let all = try await program.run(["learn", "--notes"])
      #expect(all.output.contains("Lesson 1:") && all.output.contains("Lesson 5:"), "\(all)")
    }
  }
}

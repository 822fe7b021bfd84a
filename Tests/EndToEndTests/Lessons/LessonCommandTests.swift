import Foundation
import TestSupport
import Testing

@Suite("The lesson commands")
struct LessonCommandTests {
  private func run(_ arguments: String..., input: String = "") async throws -> Command.Outcome {
    try await Command(ProgramUnderTest.path, arguments).run(input: input)
  }

  @Test("the lessons that came along are found, listed and without fault")
  func shipped() async throws {
    let check = try await run("lessons", "check")
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    #expect(check.output.hasSuffix(" lessons, no faults\n"))
    let list = try await run("lessons")
    #expect(list.status == 0)
    #expect(list.output.contains("the-5-tuple"))
    #expect(try await run("lessons", "list").output == list.output)
    let json = try await run("lessons", "list", "--json")
    let entries = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [Any]
    #expect(entries?.count == list.output.split(separator: "\n").count)
  }

  @Test("faults are lines on standard output and exit status 2")
  func faults() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "portside-check-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "no front\u{1B}[2J matter\n".write(
      to: folder.appendingPathComponent("01-a.md"), atomically: true, encoding: .utf8)
    let check = try await run("lessons", "check", folder.path)
    #expect(check.status == 2)
    #expect(
      check.output
        == "\(folder.path)/01-a.md:1:9: A control character (U+001B) stands here; remove it.\n")
    #expect(check.errors.isEmpty)
    let json = try await run("lessons", "check", "--json", "--lessons", folder.path)
    #expect(json.status == 2)
    let report = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let fault = (report?["faults"] as? [[String: Any]])?.first
    #expect(fault?["line"] as? Int == 1)
    #expect(fault?["column"] as? Int == 9)
  }

  @Test("a folder or lesson that does not exist is one sentence, and the status says which")
  func missing() async throws {
    let check = try await run("lessons", "check", "/no/such")
    #expect(check.status == 1)
    #expect(check.output.isEmpty)
    #expect(
      check.errors
        == "Error: /no/such: There is no such folder; name the folder that holds the lessons.\n")
    let learn = try await run("learn", "99", "--plain")
    #expect(learn.status == 64)
    #expect(learn.output.isEmpty)
    #expect(learn.errors.split(separator: "\n").count == 1)
  }

  @Test("a lesson is read with its questions, and what is answered is kept")
  func learning() async throws {
    let data = FileManager.default.temporaryDirectory.appendingPathComponent(
      "portside-learn-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: data) }
    let answers = "2\n65535\n1\ns\n4\n"
    let learn = try await run(
      "learn", "one-machine-many-programs", "--plain", "--data", data.path, input: answers)
    #expect(learn.status == 0)
    #expect(learn.errors.isEmpty)
    #expect(learn.output.hasSuffix("\nLesson 1 is done: 3 of 4 questions right, 1 skipped.\n"))
    #expect(!learn.output.contains("\u{1B}"))
    let progress = try await run("progress", "--json", "--data", data.path)
    let report = try JSONSerialization.jsonObject(with: Data(progress.output.utf8))
    let kept = report as? [String: Any]
    #expect(kept?["lessonsDone"] as? [String] == ["one-machine-many-programs"])
    #expect((kept?["answers"] as? [String: Any])?["total"] as? Int == 4)
    #expect(kept?["recentMistakes"] as? [String] == ["l01-open-port"])
  }

  @Test("a lesson whose input ends says how far one came, and is not done")
  func endOfInput() async throws {
    let data = FileManager.default.temporaryDirectory.appendingPathComponent(
      "portside-learn-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: data) }
    let learn = try await run("learn", "5", "--plain", "--data", data.path, input: "2\n")
    #expect(learn.status == 0)
    #expect(learn.output.hasSuffix("\nStopped before the end: 1 of 1 question right.\n"))
    let progress = try await run("progress", "--json", "--data", data.path)
    let report = try JSONSerialization.jsonObject(with: Data(progress.output.utf8))
    #expect((report as? [String: Any])?["lessonsDone"] as? [String] == [])
  }
}

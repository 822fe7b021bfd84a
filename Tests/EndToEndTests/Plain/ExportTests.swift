import Exchange
import Foundation
import Practice
import Progress
import TestSupport
import Testing

@Suite("portside export and import")
struct ExportTests {
  /// A record with some rows of each kind.
  private func fill(_ folder: String) throws {
    let store = try ProgressStore.open(folder: folder)
    for number in 0..<40 {
      let moment = 1_700_000_000_000 + Int64(number) * 60_000
      let answer = AnswerRecord(
        itemID: "item-\(number)\u{1B}[2J", topic: "ports", kind: .lesson, isCorrect: true,
        given: "\u{202E}x\u{0}", durationMilliseconds: number, usedHint: false, answeredAt: moment,
        zoneOffset: 3_600)
      let review = ReviewRecord(
        cardID: "card-\(number % 7)", grade: .good, durationMilliseconds: 900, reviewedAt: moment,
        zoneOffset: 3_600, rolloverHour: 4)
      let row = try store.record(review, with: answer)
      if number == 9 { try store.withdrawReview(row: row) }
    }
    try store.record(GoalRecord(readyDay: 20_000, setAt: 1, zoneOffset: 0))
  }

  @Test("What one machine wrote another has, and a second time nothing happens")
  func roundTrip() async throws {
    try await withTemporaryFolder { folder in
      let first = PlainProgram(data: folder.file("first"))
      let second = PlainProgram(data: folder.file("second"))
      try fill(first.data)
      let written = try await first.run(["export", "log.jsonl"], in: folder.path)
      #expect(
        written.status == 0 && written.output == "82 rows written to log.jsonl.\n", "\(written)")
      let read = try await second.run(["import", "log.jsonl"], in: folder.path)
      #expect(read.status == 0, "\(read)")
      #expect(read.output == "82 rows added, 0 were known already.\n")
      let again = try await second.run(["import", "log.jsonl"], in: folder.path)
      #expect(again.output == "0 rows added, 82 were known already.\n")
      // The output is checked for control characters on the way.
      let shown = try await second.run(["export", "-"])
      #expect(
        shown.output == (try String(contentsOfFile: folder.file("log.jsonl"), encoding: .utf8)))
      #expect(try await first.progress().answers == second.progress().answers)
    }
  }

  @Test("Into a record of a newer program nothing can be brought, and what is left out is told")
  func newer() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(data: folder.file("first"))
      try fill(program.data)
      _ = try await program.run(["export", "log.jsonl"], in: folder.path)
      // SQLite keeps the number of the layout at byte 60, in big-endian order.
      let path = folder.file("first/progress.sqlite")
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
      try bytes.write(to: URL(fileURLWithPath: path))
      let read = try await program.run(["import", "log.jsonl"], in: folder.path)
      #expect(read.status == 1 && read.output.isEmpty, "\(read)")
      #expect(read.errors.contains("was written by a newer Portside (layout 99"), "\(read)")
      let again = try await program.run(["export", "-"], in: folder.path)
      #expect(again.status == 0, "\(again)")
      #expect(again.errors.hasPrefix("What only a newer Portside knows is left out: "), "\(again)")
      #expect(
        again.output == (try String(contentsOfFile: folder.file("log.jsonl"), encoding: .utf8)))
    }
  }

  @Test("A file that is there already stays, and is replaced with --force")
  func existing() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      try folder.write("mine", to: "log")
      let refused = try await program.run(["export", "log"], in: folder.path)
      #expect(refused.status == 1 && refused.output.isEmpty && refused.errorLines.count == 1)
      #expect(refused.errors.contains("log: the file exists already"))
      #expect(try String(contentsOfFile: folder.file("log"), encoding: .utf8) == "mine")
      let forced = try await program.run(["export", "log", "--force"], in: folder.path)
      #expect(forced.status == 0)
      #expect(try LogFile.read(folder.file("log")).isEmpty)
    }
  }

  @Test("Where nothing can be written one sentence says so, and nothing is left")
  func places() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      for path in ["/dev/full", "none/log", ".", "/proc/log"] {
        let outcome = try await program.run(["export", path], in: folder.path)
        #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.errorLines.count == 1 && outcome.errors.hasPrefix("Error: \(path): "))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["data"])
    }
  }

  @Test("A fault is told with its file and line, and nothing is added")
  func fault() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      try fill(folder.file("other"))
      let other = PlainProgram(data: folder.file("other"))
      try await other.run(["export", "log"], in: folder.path)
      let text = try String(contentsOfFile: folder.file("log"), encoding: .utf8)
      let lines = text.split(separator: "\n")
      try folder.write(lines.dropLast().joined(separator: "\n"), to: "cut")
      try folder.write(
        text.replacingOccurrences(of: #""grade":3"#, with: #""grade":7"#), to: "wrong")
      for (file, start) in [
        ("cut", "cut:83: the log is cut off here"), ("wrong", #"wrong:42: "grade" must be 1 to 4"#),
        ("none", "none: the file cannot be read"), (".", ".: this is no plain file"),
      ] {
        let outcome = try await program.run(["import", file], in: folder.path)
        #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.errorLines.count == 1 && outcome.errors.hasPrefix("Error: " + start))
      }
      #expect(try await program.progress().answers.total == 0)
    }
  }

  @Test(
    "Reviews, results of quizzes and cards are files of their own",
    arguments: [
      ("--reviews", "39 reviews written to out.\n", "card_id,review_time,review_rating,"),
      ("--quiz-results", "1 answer written to out.\n", "quiz_started,position,question_count,"),
      ("--anki-text", "", "#separator:tab\n#html:true\n#notetype:Basic\n"),
      ("--anki", "", "PK\u{3}\u{4}"),
    ] as [(String, String, String)])
  func contents(flag: String, output: String, start: String) async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      try fill(program.data)
      let store = try ProgressStore.open(folder: program.data)
      let answer = AnswerRecord(
        itemID: "port-service/1/7", topic: "ports", kind: .exercise, isCorrect: true, given: "2",
        durationMilliseconds: 5, usedHint: false, answeredAt: 9, zoneOffset: 0)
      try store.record(
        answer,
        at: QuizPlaceRecord(
          quizStartedAt: 1, position: 1, count: 1, itemID: answer.itemID, answeredAt: 9))
      let outcome = try await program.run(["export", flag, "out"], in: folder.path)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
      #expect(outcome.output == output || output.isEmpty, "\(outcome.output)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("out")))
      #expect(bytes.starts(with: Data(start.utf8)))
      if flag == "--quiz-results" {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("1970-01-01T00:00:00+00:00,1,1,port-service/1/7,ports,"))
        #expect(!text.contains("ports,,yes"), "the question can be made again: \(text)")
      }
      let again = try await program.run(["export", flag, "out"], in: folder.path)
      #expect(again.status == 1 && again.errors.hasPrefix("Error: out: the file exists already"))
    }
  }

  @Test(
    "Wrong usage is told as such",
    arguments: [
      ["export"], ["import"], ["export", ""], ["import", ""], ["import", "a", "b"],
      ["export", "--anki", "-"], ["export", "--reviews", "--anki", "a"],
    ])
  func usage(arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await PlainProgram(in: folder).run(arguments)
      #expect(outcome.status == 64 && outcome.output.isEmpty, "\(outcome)")
    }
  }
}

import Foundation
import TestSupport
import Testing

/// The built program without a terminal, as a pipe or a screen reader sees it.
///
/// Whatever it says is checked: not one character may move the cursor, hide text or turn it round.
struct PlainProgram {
  /// The folder of the learner's record; nobody has made it yet.
  let data: String
  /// The folder of the lessons.
  let lessons: String

  /// The program with its record in a folder for one test.
  init(in folder: TemporaryFolder, lessons: String = TutorInTerminal.lessons) {
    self.init(data: folder.file("data"), lessons: lessons)
  }

  /// The program with its record and its lessons in folders.
  init(data: String, lessons: String = TutorInTerminal.lessons) {
    self.data = data
    self.lessons = lessons
  }

  /// Runs it to its end and checks that what it said is safe to show; in a folder, where it may leave
  /// files of its own.
  @discardableResult
  func run(
    _ arguments: [String], input: String = "", in directory: String = "/",
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Command.Outcome {
    let folders = ["PORTSIDE_DATA": data, "PORTSIDE_LESSONS": lessons]
    let command = Command(
      "/usr/bin/env", ["-C", directory, try ProgramUnderTest.path] + arguments,
      environment: Command.pinned.merging(folders) { $1 })
    let outcome = try await command.run(input: input)
    #expect(!outcome.wasKilled, "\(outcome)", sourceLocation: sourceLocation)
    for text in [outcome.output, outcome.errors] {
      let unsafe = text.unicodeScalars.filter(Self.isUnsafe).map { String($0.value, radix: 16) }
      #expect(unsafe.isEmpty, "\(arguments) wrote it raw", sourceLocation: sourceLocation)
    }
    return outcome
  }

  /// Control characters but the line's end, and what is invisible or turns the direction of text.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// What `progress --json` tells of the record.
  func progress() async throws -> Kept {
    let outcome = try await run(["progress", "--json"])
    #expect(outcome.status == 0, "\(outcome)")
    return try JSONDecoder().decode(Kept.self, from: Data(outcome.output.utf8))
  }

  /// The numbers of `progress --json`.
  struct Kept: Decodable {
    /// Right ones out of all.
    struct Accuracy: Decodable, Equatable {
      var correct: Int
      var total: Int
    }

    var answers: Accuracy
    var topics: [String: Accuracy]
    var lessonsDone: [String]
    var recentMistakes: [String]
  }
}

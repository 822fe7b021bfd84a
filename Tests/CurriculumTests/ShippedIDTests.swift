import Curriculum
import Foundation
import PortKnowledge
import Testing

/// Answers are kept under these ids, so none may change or go away once it has shipped.
@Suite("The ids of lessons and their questions")
struct ShippedIDTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let list = folder.appendingPathComponent("shipped-ids.txt")
  private static let lessons = folder.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Lessons").path

  @Test("are those of the list, which only ever grows")
  func ids() throws {
    let library = try LessonLibrary(folder: Self.lessons)
    let present =
      library.lessons.flatMap { lesson in
        ["lesson \(lesson.id)"] + lesson.questions.map { "question \($0.id)" }
      } + library.bank.interview.map { "interview \($0.id)" }
      + library.bank.myths.map { "myth \($0.id)" } + library.bank.decks.map { "deck \($0.id)" }
    #expect(Set(present).count == present.count, "an id is used twice")
    let listed = try String(contentsOf: Self.list, encoding: .utf8).split(separator: "\n")
      .map(String.init)
    let gone = Set(listed).subtracting(present)
    #expect(gone.isEmpty, "changed or removed after they had shipped: \(gone.sorted())")
    let new = present.filter { !listed.contains($0) }
    if ProcessInfo.processInfo.environment["PORTSIDE_RECORD"] == "1", gone.isEmpty {
      try Data((listed + new).map { $0 + "\n" }.joined().utf8).write(to: Self.list)
    } else {
      #expect(new.isEmpty, "not listed yet; PORTSIDE_RECORD=1 adds them")
    }
  }
}

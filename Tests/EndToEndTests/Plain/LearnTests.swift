import Curriculum
import PortKnowledge
import TestSupport
import Testing

@Suite("portside learn --plain")
struct LearnTests {
  private func lesson(_ name: String) throws -> Lesson {
    let library = try LessonLibrary(folder: TutorInTerminal.lessons)
    return try #require(library.lesson(named: name))
  }

  @Test("learn 1 tells every section, asks every question, and counts what is answered")
  func answers() async throws {
    let lesson = try lesson("1")
    let questions = lesson.questions
    try #require(questions.count > 2)
    var lines = questions.map(\.rightLine)
    lines[0] = questions[0].wrongLine
    lines[1] = "s"
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let outcome = try await program.run(
        ["learn", "1", "--plain"], input: lines.map { $0 + "\n" }.joined())
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
      var rest = outcome.output[...]
      for (index, section) in lesson.sections.enumerated() {
        let heading = "\n\(index + 1) of \(lesson.sections.count): \(section.title)\n"
        let place = try #require(rest.firstRange(of: heading), "\(heading)")
        rest = rest[place.upperBound...]
      }
      let verdict = questions[0].verdictOnWrongLine
      #expect(outcome.output.contains("\nWrong. The right answer is \(verdict.right).\n"))
      for mistake in verdict.mistakes { #expect(outcome.output.contains(mistake.text)) }
      let (right, asked) = (questions.count - 2, questions.count - 1)
      #expect(
        outcome.lines.last
          == "Lesson 1 is done: \(right) of \(asked) questions right, 1 skipped.")
      let kept = try await program.progress()
      #expect(kept.answers == .init(correct: right, total: asked))
      #expect(kept.lessonsDone == [lesson.id])
      #expect(kept.recentMistakes == [questions[0].id])
    }
  }

  @Test("Without a lesson's name, the lessons are listed")
  func list() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let outcome = try await program.run(["learn", "--plain"])
      #expect(outcome.status == 0)
      let lessons = try await program.run(["lessons"])
      #expect(outcome.output == lessons.output)
    }
  }
}

import Curriculum
import Testing

@Suite("Notes for teachers in front matter")
struct TeacherNotesTests {
  private static let body = "\n## H\n\nText.\n"

  private func front(_ teacher: String) -> String {
    Sample.front.replacing("sources: [RFC 9293]\n", with: "sources: [RFC 9293]\n" + teacher)
      + Self.body
  }

  private func lesson(_ text: String) throws -> Lesson {
    try LessonReader().read(Array(text.utf8), file: "x.md")
  }

  @Test("are read with their minutes, and may be left out")
  func reading() throws {
    let text = front("teacher:\n  minutes: 12\n  notes:\n    - Ask first.\n    - Then show.\n")
    #expect(
      try lesson(text).teacher == TeacherNotes(minutes: 12, notes: ["Ask first.", "Then show."]))
    #expect(try lesson(front("")).teacher == nil)
  }

  @Test(
    "name what is missing or wrong",
    arguments: [
      ("teacher:\n  notes: [A]\n", "The \"teacher\" has no \"minutes\"; add it."),
      ("teacher:\n  minutes: 5\n", "The \"teacher\" has no \"notes\"; add it."),
      (
        "teacher:\n  minutes: 0\n  notes: [A]\n", "\"minutes\" must be a whole number from 1 to 120"
      ),
      ("teacher:\n  minutes: 5\n  notes: [A]\n  room: 3\n", "has an unknown field \"room\""),
      ("teacher: yes\n", "must be a set of fields"),
    ])
  func faults(teacher: String, expected: String) {
    let faults = Sample.faults(front(teacher))
    #expect(faults.contains { $0.contains(expected) }, "\(faults)")
  }
}

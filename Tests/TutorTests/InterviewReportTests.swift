import Curriculum
import Foundation
import PortKnowledge
import Practice
import Testing

@testable import Tutor

@Suite("The result of a mock interview")
struct InterviewReportTests {
  /// The lessons that came along.
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Lessons").path

  private func result(_ number: Int, held: Set<Int>?) -> InterviewSession.Result {
    let question = InterviewBank.question(number, of: 20)
    return InterviewSession.Result(
      item: InterviewItem(question),
      mark: held.map { RubricMark(held: $0, of: question.rubric.count) })
  }

  @Test("counts points by topic, and tells strengths from gaps")
  func topics() {
    let report = InterviewReport(
      [
        result(2, held: [0, 1, 2]), result(6, held: [0]), result(5, held: [0]),
        result(8, held: nil),
      ], guide: LessonGuide([]))
    #expect(report.answered == 3 && report.skipped == 1)
    #expect(report.topics.map(\.name) == ["states", "tuples"])
    #expect(report.topics.map(\.held) == [4, 1])
    #expect(report.topics.map(\.count) == [4, 3])
    #expect(report.strengths.map(\.name) == ["states"])
    #expect(report.weaknesses.map(\.name) == ["tuples"])
    #expect(report.gaps.map(\.item.id) == ["q-5"])
    #expect(report.gaps[0].missing == ["Point 1 of 5", "Point 2 of 5"])
    #expect(report.remedies.map(\.remedy.command) == ["portside practice bind-pair --verify"])
  }

  @Test("each remedy is named once, the one that closes most gaps first")
  func remedies() {
    let report = InterviewReport(
      [result(1, held: []), result(2, held: []), result(4, held: [])], guide: LessonGuide([]))
    #expect(
      report.remedies.map(\.remedy.command) == [
        "portside demo tabs", "portside practice bind-pair --verify",
      ])
    #expect(report.remedies.map(\.gaps) == [2, 1])
  }

  @Test("every question of the bank that came along leads to a lesson that teaches it")
  func lessonsOfTheBank() throws {
    let library = try LessonLibrary(folder: Self.folder)
    let guide = LessonGuide(library.lessons)
    #expect(library.bank.interview.count > 90)
    for question in library.bank.interview {
      let lessons = guide.lessons(for: question)
      #expect((1...2).contains(lessons.count), "\(question.id)")
    }
    let known = [
      "iv-five-tuple": 5, "iv-what-is-a-port": 1, "iv-privileged-ports": 9, "iv-time-wait": 11,
      "iv-refused-timeout": 15, "iv-nat-tuple": 16, "iv-max-connections": 17,
    ]
    for (id, number) in known {
      let question = try #require(library.bank.question(id))
      #expect(guide.lessons(for: question).first?.number == number, "\(id)")
    }
  }
}

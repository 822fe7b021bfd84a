import PortKnowledge
import TerminalUI
import Testing

@testable import Tutor

@Suite("Every exercise on the smallest screen")
struct ExerciseFitTests {
  @Test(
    "has no line that is cut, asked and answered",
    arguments: ExerciseCatalog.families.map(\.id))
  func fit(name: String) throws {
    let family = try #require(ExerciseCatalog.family(named: name))
    let columns = ScreenFrame.content(of: Fixture.small).columns
    for level in ExerciseLevel.allCases {
      for seed in UInt64(0)..<40 {
        let question = family.question(seed: seed, level: level)
        var state = QuestionState(question, askedAt: 0)
        let asked = state.document(columns: columns)
        _ = state.settle(question.rightAnswer)
        for document in [asked, state.document(columns: columns)] {
          for line in document.lines where line.text.columns > columns {
            Issue.record("\(question.id): \(line.text.text)")
          }
        }
      }
    }
  }
}

import Curriculum
import PortKnowledge
import TerminalUI

/// Goes through a lesson as lines, with its questions asked where they stand.
struct LessonReading {
  /// What came of a lesson.
  struct Outcome: Hashable {
    /// How many questions were answered right.
    var right = 0
    /// How many were answered.
    var answered = 0
    /// How many were left out.
    var skipped = 0
    /// Whether the lesson was read to its end.
    var isFinished = false
  }

  /// How blocks become lines.
  let text: LessonText
  /// The demos that there are, for their titles.
  let demos: [DemoSummary]
  /// Writes a line.
  let write: (DisplayText) -> Void
  /// Asks a question, says what is right and why, and tells what came of it.
  let ask: (Question) -> LessonReply

  /// Writes and asks the whole lesson; ends early where the learner stops or the input ends.
  func run(_ lesson: Lesson) -> Outcome {
    var outcome = Outcome()
    let heading = "Lesson \(lesson.number): \(lesson.title), about \(lesson.minutes) minutes"
    for line in text.wrapped(heading) { write(line) }
    put(text.wrapped(lesson.question))
    for (index, section) in lesson.sections.enumerated() {
      put(text.wrapped("\(index + 1) of \(lesson.sections.count): \(section.title)"))
      for block in section.blocks {
        switch block {
        case .question(let question):
          switch ask(question) {
          case .answered(let isRight):
            outcome.answered += 1
            outcome.right += isRight ? 1 : 0
          case .skipped:
            outcome.skipped += 1
          case .ended:
            put([DisplayText("Stopped before the end\(Self.score(outcome)).")])
            return outcome
          }
        case .demo(let id):
          let title = demos.first { $0.id == id }?.title ?? id
          put([
            DisplayText("Demo: \(title). Run it with:"),
            DisplayText("    portside demo \(id) --plain"),
          ])
        case .exercise(let family, let level):
          let title = ExerciseCatalog.family(named: family)?.title ?? family
          put([
            DisplayText("Exercises: \(title). Do them with:"),
            DisplayText("    portside practice \(family) --level \(level.rawValue)"),
          ])
        default:
          put(text.lines(of: block))
        }
      }
    }
    outcome.isFinished = true
    putEnding(of: lesson, outcome)
    return outcome
  }

  /// Writes a block with an empty line above it; questions bring their own.
  private func put(_ lines: [DisplayText]) {
    write("")
    for line in lines { write(line) }
  }

  private func putEnding(of lesson: Lesson, _ outcome: Outcome) {
    func items(_ items: [String]) -> [DisplayText] {
      items.flatMap { text.wrapped($0, label: "- ") }
    }
    put(["In short"])
    put(items(lesson.summary))
    put(["In an interview"])
    put(text.wrapped(lesson.interview))
    put(["Sources"])
    put(items(lesson.sources))
    put([DisplayText("Lesson \(lesson.number) is done\(Self.score(outcome)).")])
  }

  /// The score as the end of a sentence; empty where nothing was asked.
  private static func score(_ outcome: Outcome) -> String {
    var parts: [String] = []
    if outcome.answered > 0 {
      let questions = outcome.answered == 1 ? "question" : "questions"
      parts.append("\(outcome.right) of \(outcome.answered) \(questions) right")
    }
    if outcome.skipped > 0 { parts.append("\(outcome.skipped) skipped") }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
  }
}

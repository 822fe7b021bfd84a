import Curriculum

@testable import Tutor

/// A made-up bank, large enough for long interviews, with follow-ups in every direction.
enum InterviewBank {
  static let topics = ["ports", "tuples", "states", "errors"]

  static func question(_ number: Int, of count: Int) -> InterviewQuestion {
    InterviewQuestion(
      id: "q-\(number)", level: InterviewQuestion.Level.allCases[number % 3],
      topic: topics[number % topics.count], question: "Question \(number)?",
      answer: "Answer \(number).", rubric: (0...(number % 3)).map { "Point \($0) of \(number)" },
      proof: number % 2 == 0 ? .demo("tabs") : .exercise("bind-pair"),
      followUps: [(number + 1) % count, (number * 7 + 3) % count, (number * 5) % count]
        .filter { $0 != number }.map { "q-\($0)" })
  }

  /// The question that every interview asks.
  static let onePort = InterviewQuestion(
    id: InterviewItem.onePortID, level: .basic, topic: "tuples",
    question: "How can one port serve thousands of clients at the same time?",
    answer: "One socket listens. Each client has a connected socket of its own; the 5-tuple keeps "
      + "the connections apart.",
    rubric: [
      "One listening socket and one connected socket per client",
      "The 5-tuple keeps the connections apart", "The server needs no further port",
      "The limits are memory and descriptors",
    ], proof: .demo("tabs"), followUps: ["q-0", "q-1", "q-2"])

  static func bank(of count: Int) -> LessonBank {
    var questions = (0..<count).map { question($0, of: count) }
    questions.insert(onePort, at: count / 2)
    return LessonBank(interview: questions)
  }
}

import PortKnowledge

/// A family whose questions say where they come from; it has so many different ones.
struct FakeFamily: ExerciseFamily {
  let id: String
  var variety: UInt64 = .max

  var title: String { id }
  var summary: String { "Used in tests." }
  var topic: ExerciseTopic { .ports }

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    let question = Question(
      id: "\(id):\(level.rawValue):\(seed)", topic: topic.rawValue,
      prompt: "\(id) asks \(seed % variety)",
      kind: .chooseOne([
        Question.Option("right", isRight: true, explanation: "It is."),
        Question.Option("wrong", isRight: false, explanation: "It is not."),
      ]),
      explanation: "The first is right.", hints: ["Not the second.", "Of two, the first."])
    return Exercise(question: question, data: [:])
  }

  /// The right answer to each of its questions.
  static let right = Answer.choice(0)
  /// The wrong answer to each of its questions.
  static let wrong = Answer.choice(1)
}

extension Question {
  /// The family that a fake question names in its id.
  var familyName: String { String(id.prefix { $0 != ":" }) }
}

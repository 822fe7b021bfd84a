/// One fact about one number.
struct NumberFactExercise {
  private let number: PortClassification
  private let fact: PortFact

  /// An exercise about a fact.
  init(_ number: PortClassification, _ fact: PortFact) {
    self.number = number
    self.fact = fact
  }

  /// The exercise under its id.
  func exercise(_ id: String) -> Exercise {
    let right = fact.value(of: number)
    let figure = PortScale(fact, number).lines
    let options = fact.values.map { value in
      Question.Option(
        fact.option(value), isRight: value == right,
        explanation: fact.explanation(of: value, for: number), figure: figure)
    }
    let (last, first) = number.nearestBorder(fact)
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue, prompt: fact.prompt(number.number),
      kind: .chooseOne(options), explanation: fact.explanation(of: right, for: number),
      hints: [
        ClassifyPortFamily.idea, fact.rule(on: number.machine),
        "The border next to \(number.number) is the one between \(last) and \(first).",
      ])
    return Exercise(
      question: question,
      data: [
        "asked": .text(fact.rawValue), "machine": number.machine.caseValue,
        "numbers": [number.caseValue],
      ])
  }
}

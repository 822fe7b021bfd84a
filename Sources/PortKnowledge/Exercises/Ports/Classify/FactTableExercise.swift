/// All three facts about one number, or about two neighbours.
struct FactTableExercise {
  private let numbers: [PortClassification]

  /// An exercise about one or two numbers.
  init(_ numbers: [PortClassification]) {
    self.numbers = numbers
  }

  /// The exercise under its id.
  func exercise(_ id: String) -> Exercise {
    let machine = numbers[0].machine
    let rows = PortFact.allCases.map { fact in
      Question.Table.Row(fact.name, numbers.map { .blank(Self.choices(fact, $0)) })
    }
    let shown = numbers.map { String($0.number) }.joined(separator: " and ")
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "Fill in three facts about \(shown) on \(machine.inWords).", figure: machine.figure,
      kind: .fillTable(
        Question.Table(columns: numbers.map { String($0.number) }, rows: rows)),
      explanation: ClassifyPortFamily.rule,
      hints: [
        ClassifyPortFamily.idea,
        "System Ports end at 1023, User Ports at 49151. Here \(Self.privileged(machine)), and the "
          + "kernel chooses from \(machine.ephemeral.lowerBound) to "
          + "\(machine.ephemeral.upperBound).",
        "The borders nearest to \(numbers[0].number): \(Self.borders(numbers[0])).",
      ])
    return Exercise(
      question: question,
      data: [
        "asked": "all", "machine": machine.caseValue,
        "numbers": .list(numbers.map(\.caseValue)),
      ])
  }

  private static func choices(
    _ fact: PortFact, _ number: PortClassification
  ) -> [Question.Option] {
    let right = fact.value(of: number)
    return fact.values.map {
      Question.Option(
        PortFact.short($0), isRight: $0 == right,
        explanation: fact.explanation(of: $0, for: number),
        figure: PortScale(fact, number).lines)
    }
  }

  private static func privileged(_ machine: MachinePorts) -> String {
    machine.privileged == nil
      ? "no port is privileged" : "ports below \(machine.unprivilegedStart) are privileged"
  }

  private static func borders(_ number: PortClassification) -> String {
    PortFact.allCases.map { fact in
      let (last, first) = number.nearestBorder(fact)
      return "\(fact.title) \(last) | \(first)"
    }.joined(separator: ", ")
  }
}

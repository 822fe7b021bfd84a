/// Everything that is true of one number.
struct StatementsExercise {
  private let number: PortClassification

  /// An exercise about a number.
  init(_ number: PortClassification) {
    self.number = number
  }

  /// The exercise under its id.
  func exercise(_ id: String, from draw: inout ClassifyDraw) -> Exercise {
    let options = draw.shuffle(Self.statements).map(option)
    let count = options.count(where: \.isRight)
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "Tick everything that is true of \(number.number) on Linux with its defaults.",
      kind: .chooseSeveral(options), explanation: ClassifyPortFamily.rule,
      hints: [
        ClassifyPortFamily.idea,
        "System Ports end at 1023, User Ports at 49151. Below 1024 ports are privileged; the "
          + "kernel chooses from 32768 to 60999.",
        count == 1 ? "One of them is true." : "\(count) of them are true.",
      ])
    return Exercise(
      question: question,
      data: [
        "asked": "statements", "machine": number.machine.caseValue,
        "numbers": [number.caseValue],
      ])
  }

  private struct Statement {
    let text: String
    let fact: PortFact
    let value: PortFact.Value
  }

  private static let statements = [
    Statement(text: "one of IANA's System Ports", fact: .range, value: .range(.system)),
    Statement(text: "one of IANA's User Ports", fact: .range, value: .range(.user)),
    Statement(text: "one of IANA's Dynamic Ports", fact: .range, value: .range(.dynamic)),
    Statement(text: "bind() to it takes CAP_NET_BIND_SERVICE", fact: .privilege, value: .yes),
    Statement(text: "the kernel may choose it by itself", fact: .ephemeral, value: .yes),
    Statement(text: "no port has this number", fact: .range, value: .noPort),
  ]

  private func option(_ statement: Statement) -> Question.Option {
    Question.Option(
      statement.text, isRight: statement.fact.value(of: number) == statement.value,
      explanation: statement.fact.explanation(of: statement.value, for: number),
      figure: PortScale(statement.fact, number).lines)
  }
}

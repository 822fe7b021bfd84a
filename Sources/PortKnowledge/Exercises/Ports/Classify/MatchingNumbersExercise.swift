/// Which numbers have two facts at once, or one and not another.
struct MatchingNumbersExercise {
  /// What the numbers are to be.
  private enum Condition: String, CaseIterable {
    case userAndEphemeral
    case userAndNotEphemeral
    case dynamicAndNotEphemeral
    case systemAndUnprivileged
    case anybodyAndNotEphemeral
    case privileged
    case ephemeral

    func holds(for number: PortClassification) -> Bool {
      guard number.port != nil else { return false }
      return switch self {
      case .userAndEphemeral: number.range == .user && number.isEphemeral
      case .userAndNotEphemeral: number.range == .user && !number.isEphemeral
      case .dynamicAndNotEphemeral: number.range == .dynamic && !number.isEphemeral
      case .systemAndUnprivileged: number.range == .system && !number.isPrivileged
      case .anybodyAndNotEphemeral: !number.isPrivileged && !number.isEphemeral
      case .privileged: number.isPrivileged
      case .ephemeral: number.isEphemeral
      }
    }

    var text: String {
      switch self {
      case .userAndEphemeral: "is one of IANA's User Ports and yet may be chosen by the kernel"
      case .userAndNotEphemeral: "is one of IANA's User Ports and is not chosen by the kernel"
      case .dynamicAndNotEphemeral:
        "is one of IANA's Dynamic Ports and yet is not chosen by the kernel"
      case .systemAndUnprivileged: "is one of IANA's System Ports and yet open to anybody's bind()"
      case .anybodyAndNotEphemeral:
        "anybody may bind() to and the kernel never chooses by itself"
      case .privileged: "an ordinary user may not bind() to"
      case .ephemeral: "the kernel may choose for an outgoing connection"
      }
    }

    /// Whether it asks who may bind: then 0, which only asks for any port, is neither right nor wrong.
    var isUnclearForZero: Bool {
      self == .systemAndUnprivileged || self == .anybodyAndNotEphemeral
    }

    /// The facts that decide, in the order in which they are looked at.
    var facts: [PortFact] {
      switch self {
      case .userAndEphemeral, .userAndNotEphemeral, .dynamicAndNotEphemeral: [.range, .ephemeral]
      case .systemAndUnprivileged: [.range, .privilege]
      case .anybodyAndNotEphemeral: [.privilege, .ephemeral]
      case .privileged: [.privilege]
      case .ephemeral: [.ephemeral]
      }
    }

    /// Whether the value of one fact is what the condition asks for.
    func allows(_ value: PortFact.Value, of fact: PortFact) -> Bool {
      switch (self, fact) {
      case (.userAndEphemeral, .range), (.userAndNotEphemeral, .range): value == .range(.user)
      case (.dynamicAndNotEphemeral, .range): value == .range(.dynamic)
      case (.systemAndUnprivileged, .range): value == .range(.system)
      case (.userAndEphemeral, .ephemeral), (.ephemeral, .ephemeral): value == .yes
      case (_, .ephemeral): value == .no
      case (.privileged, .privilege): value == .yes
      case (_, .privilege): value == .no
      default: true
      }
    }
  }

  private let machine: MachinePorts
  private let condition: Condition
  private let numbers: [PortClassification]

  /// An exercise about five numbers on a machine, one to three of which are right.
  init(on machine: MachinePorts, from draw: inout ClassifyDraw) {
    self.machine = machine
    let seeded = draw.number(on: machine)
    let others = draw.numbers(on: machine).filter { ![0, seeded.number].contains($0.number) }
    let numbers = [seeded] + others
    // One fact alone is worth asking for only where the borders are not the usual ones.
    let conditions = Condition.allCases.filter {
      machine != .linuxDefaults || $0.facts.count > 1
    }
    let possible = conditions.filter { condition in
      let count = numbers.count(where: condition.holds)
      return count > 0 && numbers.count - count > 1
        && !(seeded.number == 0 && condition.isUnclearForZero)
    }
    let condition = draw.pick(possible, else: .userAndEphemeral)
    let right = numbers.filter(condition.holds)
    let wrong = numbers.filter { !condition.holds(for: $0) }
    let rightCount = min(right.count, draw.pick([1, 2, 2, 3], else: 2))
    self.condition = condition
    // The seed's own number is the first of its kind, so it is always among them.
    self.numbers = (right.prefix(rightCount) + wrong.prefix(5 - rightCount)).sorted {
      $0.number < $1.number
    }
  }

  /// The exercise under its id.
  func exercise(_ id: String) -> Exercise {
    let count = numbers.count(where: condition.holds)
    let question = Question(
      id: id, topic: ExerciseTopic.ports.rawValue,
      prompt: "On \(machine.inWords), tick every port that \(condition.text).",
      figure: machine.figure, kind: .chooseSeveral(numbers.map(option)),
      explanation: ClassifyPortFamily.rule,
      hints: [
        ClassifyPortFamily.idea,
        condition.facts.map { $0.rule(on: machine) }.joined(separator: " "),
        count == 1 ? "One of them is right." : "\(count) of them are right.",
      ])
    return Exercise(
      question: question,
      data: [
        "asked": "matching", "condition": .text(condition.rawValue),
        "machine": machine.caseValue, "numbers": .list(numbers.map(\.caseValue)),
      ])
  }

  private func option(_ number: PortClassification) -> Question.Option {
    // What decides is the first fact that is not as asked for; the last one where all are.
    let deciding = condition.facts.first { !condition.allows($0.value(of: number), of: $0) }
    let fact = deciding ?? condition.facts[condition.facts.count - 1]
    var explanation = fact.explanation(of: fact.value(of: number), for: number)
    if deciding == nil, condition.facts.first == .range, let range = number.range,
      !explanation.contains(range.name)
    {
      explanation = "It is one of the \(range.name). " + explanation
    }
    return Question.Option(
      String(number.number), isRight: condition.holds(for: number), explanation: explanation,
      figure: PortScale(fact, number).lines)
  }
}

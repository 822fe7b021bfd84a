/// The order of a server's and a client's calls, and what each of them returns.
struct CallOrderFamily: ExerciseFamily {
  let id = "call-order"
  let title = "Which call comes when"
  let summary = "Put the calls of servers and clients in order, and say what each one returns."
  let topic = ExerciseTopic.calls
  let asksKernel = true

  /// The ways to ask.
  private enum Form {
    case order
    case precedence
    case firstFailure
    case result
    case table
  }

  /// The forms of a level; those that occur more often are dealt more often.
  private static func forms(_ level: ExerciseLevel) -> [Form] {
    switch level {
    case .easy: [.order, .order, .firstFailure, .result, .result, .result]
    case .medium: [.order, .precedence, .firstFailure, .result, .result, .result, .table]
    case .hard: [.order, .precedence, .firstFailure, .result, .result, .result, .table, .table]
    }
  }

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    let id = ExerciseID(family: id, level: level, seed: seed)
    var draw = CaseDraw(seed: seed, level: level, salt: 0xCA11_0DE4)
    let forms = Self.forms(level)
    let salt = UInt64(level.rawValue) &* 0x51ED_2701_93C5_0F4B
    let form = forms[SeededDeck(count: forms.count, salt: salt).card(seed: seed)]
    switch form {
    case .order:
      let plan = Self.pick(Conversation.Plan.all(level), &draw)
      return OrderExercise(id, Conversation(plan, from: &draw)).exercise(from: &draw)
    case .precedence:
      let plans = Conversation.Plan.all(level).filter {
        $0.transport == .tcp && !$0.server.contains(.reuseAddress)
      }
      let conversation = Conversation(Self.pick(plans, &draw), from: &draw)
      return PrecedenceExercise(id, conversation, from: &draw).exercise()
    case .firstFailure:
      return FirstFailureExercise(id, from: &draw).exercise(from: &draw)
    case .result, .table:
      let themes = CallTheme.all(level)
      return CallResultExercise(
        id, theme: Self.pick(themes, &draw), isTable: form == .table, from: &draw
      ).exercise(from: &draw)
    }
  }

  private static func pick<Element>(_ elements: [Element], _ draw: inout CaseDraw) -> Element {
    elements[draw.number(in: 0...elements.count - 1)]
  }
}

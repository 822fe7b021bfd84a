import PortKnowledge

/// Finds what is wrong with a question that a machine made.
enum QuestionFault {
  /// The first fault in words, or nil.
  ///
  /// Grading every answer takes as long as everything else together, so it can be left out.
  static func first(in question: Question, isGrading: Bool) -> String? {
    textFault(question) ?? figureFault(question) ?? optionFault(question)
      ?? (isGrading ? gradingFault(question) : nil)
  }

  private static func textFault(_ question: Question) -> String? {
    let explanations = question.options.map(\.explanation)
    let sentences = [question.prompt, question.explanation] + question.hints + explanations
    for text in sentences {
      if text.isEmpty { return "an empty text" }
      if text.utf8.count > 230 { return "too long: \(text)" }
      if isUntidy(text) { return "untidy: \(text)" }
    }
    if question.hints.count != 3 { return "\(question.hints.count) hints" }
    if question.options.contains(where: { $0.text.isEmpty || $0.text.count > 56 }) {
      return "an option that is empty or too long"
    }
    return nil
  }

  /// Whether a text has two spaces or two full stops in a row, or an exclamation mark.
  private static func isUntidy(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x21 || byte == previous && (byte == 0x20 || byte == 0x2E) { return true }
      previous = byte
    }
    return false
  }

  private static func figureFault(_ question: Question) -> String? {
    for line in question.figure + question.options.flatMap(\.figure) {
      if line.text.count > 58 { return "too wide: \(line.text)" }
      if line.text.hasSuffix(" ") { return "spaces at the end of: \(line.text)|" }
    }
    return nil
  }

  private static func optionFault(_ question: Question) -> String? {
    let options = question.options
    if Set(options.map(\.text)).count != options.count { return "an option twice" }
    let right = options.count { $0.isRight }
    switch question.kind {
    case .chooseOne: return right == 1 ? nil : "\(right) right options"
    case .chooseSeveral: return right > 0 ? nil : "no right option"
    case .entry(let entry): return entry.accepted.isEmpty ? "nothing accepted" : nil
    case .putInOrder(let ordering): return orderingFault(ordering)
    case .fillTable(let table): return tableFault(table)
    }
  }

  private static func gradingFault(_ question: Question) -> String? {
    switch question.kind {
    case .chooseOne(let options):
      for index in options.indices
      where question.verdict(on: .choice(index)).isCorrect != options[index].isRight {
        return "option \(index) graded wrongly"
      }
    case .chooseSeveral(let options):
      let right = Set(options.indices.filter { options[$0].isRight })
      if !question.verdict(on: .choices(right)).isCorrect { return "all right ones refused" }
      if question.verdict(on: .choices([])).isCorrect { return "nothing ticked is accepted" }
    case .entry(let entry):
      for text in entry.accepted where !question.verdict(on: .text(text)).isCorrect {
        return "\(text) refused"
      }
      if entry.mistakes.contains(where: { $0.explanation.isEmpty }) { return "no explanation" }
      // Grading every mistake of every question would take minutes.
      if let text = entry.mistakes.first(where: { entry.accepted.contains($0.text) })?.text {
        return "\(text) both accepted and a mistake"
      }
    case .putInOrder(let ordering):
      if !question.verdict(on: .order(ordering.solution)).isCorrect { return "solution refused" }
      if question.verdict(on: .order(ordering.solution.reversed())).isCorrect {
        return "the reverse order is accepted"
      }
    case .fillTable(let table):
      let right = table.blanks.map(\.right)
      if !question.verdict(on: .cells(right)).isCorrect { return "solution refused" }
      for (index, blank) in table.blanks.enumerated() {
        for choice in blank.choices.indices where !blank.choices[choice].isRight {
          var cells = right
          cells[index] = choice
          let verdict = question.verdict(on: .cells(cells))
          if verdict.isCorrect || verdict.mistakes.count != 1 { return "a wrong cell accepted" }
        }
      }
    }
    return nil
  }

  private static func orderingFault(_ ordering: Question.Ordering) -> String? {
    if !(3...9).contains(ordering.items.count) { return "\(ordering.items.count) steps" }
    if Set(ordering.items).count != ordering.items.count { return "a step twice" }
    if ordering.items.contains(where: { $0.isEmpty || $0.count > 50 }) {
      return "a step that is empty or too long"
    }
    if ordering.rules.isEmpty { return "no rule" }
    for rule in ordering.rules {
      if rule.explanation.isEmpty { return "a rule without a reason" }
      if rule.explanation.utf8.count > 230 { return "too long: \(rule.explanation)" }
      if isUntidy(rule.explanation) { return "untidy: \(rule.explanation)" }
      if !ordering.items.indices.contains(rule.before)
        || !ordering.items.indices.contains(rule.after)
      {
        return "a rule about no step"
      }
    }
    if ordering.solution == Array(ordering.items.indices) { return "shown in the right order" }
    return ordering.isComplete(ordering.solution) ? nil : "an incomplete solution"
  }

  private static func tableFault(_ table: Question.Table) -> String? {
    if !(1...6).contains(table.blanks.count) { return "\(table.blanks.count) blanks" }
    if table.rows.contains(where: { $0.cells.count != table.columns.count }) {
      return "a row of another length"
    }
    if Set(table.blanks.map(\.name)).count != table.blanks.count { return "a blank's name twice" }
    for blank in table.blanks {
      if !(2...9).contains(blank.choices.count) { return "\(blank.choices.count) choices" }
      if blank.choices.count(where: \.isRight) != 1 { return "not one right choice" }
      if Set(blank.choices.map(\.text)).count != blank.choices.count { return "a choice twice" }
      for choice in blank.choices {
        if choice.text.isEmpty || choice.text.count > 24 { return "bad choice: \(choice.text)" }
        if choice.explanation.isEmpty { return "no explanation of \(choice.text)" }
        if choice.explanation.utf8.count > 230 { return "too long: \(choice.explanation)" }
        if isUntidy(choice.explanation) { return "untidy: \(choice.explanation)" }
      }
    }
    return nil
  }
}

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
    }
    return nil
  }
}

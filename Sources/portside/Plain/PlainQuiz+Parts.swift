import PortKnowledge
import TerminalUI

extension PlainQuiz {
  /// Lists what can be answered: options, the items of an order, or a table with its blanks.
  func listAnswers(to question: Question) {
    switch question.kind {
    case .chooseOne(let options), .chooseSeveral(let options): list(options.map(\.text))
    case .entry: break
    case .putInOrder(let ordering): list(ordering.items)
    case .fillTable(let table): show(table)
    }
  }

  private func list(_ texts: [String]) {
    for (number, text) in zip(1..., texts) {
      console.say(DisplayText(text), indent: 2, label: "\(number)  ")
    }
  }

  // MARK: A table

  /// Shows a table with numbered blanks, and what they can be filled with.
  private func show(_ table: Question.Table) {
    let measure = min(StyledLine.measure, console.columns ?? StyledLine.measure)
    let lines = PlainTableQuestion(table).lines(columns: measure - 4)
    for line in lines { console.say(line, indent: 4) }
    let blanks = table.blanks
    let choices = blanks.map { $0.choices.map(\.text) }
    console.say()
    if let first = choices.first, blanks.count > 1, choices.allSatisfy({ $0 == first }) {
      console.say("Each blank is one of:")
      list(first)
      return
    }
    for (number, blank) in zip(1..., blanks) {
      console.say(DisplayText("Choices for [\(number)], \(blank.name):"))
      list(blank.choices.map(\.text))
    }
  }

  // MARK: What is right

  /// Says what would have been right; an order also in words.
  func sayRight(_ verdict: Verdict, on question: Question) {
    guard case .putInOrder(let ordering) = question.kind else {
      console.say(DisplayText("Wrong. The right answer is \(verdict.right)."))
      return
    }
    console.say(
      ordering.hasOneSolution
        ? DisplayText("Wrong. The right answer is \(verdict.right).")
        : DisplayText("Wrong. A right order, and not the only one, is \(verdict.right)."))
    for line in question.solution { console.say(DisplayText(line), indent: 2) }
  }
}

import PortKnowledge
import TerminalUI

extension QuestionState {
  /// The items with their numbers and places; once answered, with what is right and wrong.
  func addItems(of ordering: Question.Ordering, to document: inout Document) {
    guard let input = self.ordering else { return }
    let faults = verdict == nil ? [:] : Self.faults(of: input.order, in: ordering)
    // The mark, the number and the place in brackets; the longest items just fit without margins.
    let longest = ordering.items.map { DisplayText($0).columns }.max() ?? 0
    let isTight = 10 + longest > document.measure
    let lead = isTight ? 8 : 9
    var here: Int?
    for (index, item) in ordering.items.enumerated() {
      let isHere = verdict == nil && index == input.cursor
      if isHere { here = document.lines.count }
      var line = StyledLine()
      if verdict == nil {
        line.append(isHere ? "▸ " : "  ", .accent)
      } else {
        let isRight = faults[index] == nil
        line.append(isRight ? "✓ " : "✗ ", Style(isRight ? .good : .bad, isBold: true))
      }
      line.append(DisplayText("\(index + 1)" + (isTight ? " " : "  ")), Style(.accent))
      line.append("[", isHere ? .text : .dim)
      line.append(input.place(of: index).map { "\($0)" } ?? " ", .strong)
      line.append("] ", isHere ? .text : .dim)
      line.append(DisplayText(item), isHere ? .strong : .text)
      if let fault = faults[index] { line.append("  \(fault.string)", Style(.bad)) }
      document.paragraph(
        line, indent: isTight ? 0 : 1, hanging: lead, action: verdict == nil ? .choose(index) : nil)
    }
    guard verdict == nil else { return }
    document.space()
    document.paragraph(Self.progress(of: input), hanging: 2)
    guard let here else { return }
    // Who has not begun reads from the top.
    if input.order.isEmpty { document.anchor = here } else { document.show(from: here) }
  }

  /// The order so far, and what to press next at its ends.
  private static func progress(of input: OrderInput) -> StyledLine {
    var line = StyledLine("Order so far: ", .dim)
    if input.order.isEmpty {
      line.append("press the number of what comes first.", .dim)
      return line
    }
    line.append(DisplayText(label(input.order)), .strong)
    if input.order.count == input.count { line.append("  Enter answers.", .dim) }
    return line
  }

  /// What is wrong with the places of items, for those that break a rule with another one.
  private static func faults(
    of order: [Int], in ordering: Question.Ordering
  ) -> [Int: DisplayText] {
    let broken = ordering.isComplete(order) ? ordering.broken(by: order) : []
    var faults: [Int: DisplayText] = [:]
    for rule in broken { faults[rule.before] = "too late" }
    for rule in broken { faults[rule.after] = "too early" }
    return faults
  }

  private static func label(_ order: [Int]) -> String {
    order.map { String($0 + 1) }.joined(separator: ", ")
  }

  /// Right or wrong, every broken rule, and a right order in words.
  func add(_ verdict: Verdict, on ordering: Question.Ordering, to document: inout Document) {
    let reason = StyledLine(DisplayText(verdict.explanation))
    if verdict.isCorrect, !isRevealed {
      document.paragraph(
        StyledLine("✓ Right.  ", Style(.good, isBold: true)) + reason, hanging: 2)
      return
    }
    for mistake in verdict.mistakes where !isRevealed {
      document.paragraph(
        StyledLine(DisplayText("✗ \(mistake.label).  "), Style(.bad, isBold: true))
          + StyledLine(DisplayText(mistake.text)), hanging: 2)
      document.figure(mistake.figure)
    }
    let heading =
      ordering.hasOneSolution
      ? "✓ The right order: \(verdict.right).  "
      : "✓ A right order, and not the only one: \(verdict.right).  "
    document.paragraph(
      StyledLine(DisplayText(heading), Style(.good, isBold: true)) + reason, hanging: 2)
    guard !isRevealed else { return }
    for line in question.solution {
      document.paragraph(StyledLine(DisplayText(line)), indent: 3, hanging: 3)
    }
  }
}

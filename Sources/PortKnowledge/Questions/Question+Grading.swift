extension Question {
  /// Grades an answer.
  ///
  /// An answer of the wrong kind, or an index that does not exist, is wrong.
  public func verdict(on answer: Answer) -> Verdict {
    switch kind {
    case .chooseOne(let options):
      var chosen: Set<Int> = []
      if case .choice(let index) = answer { chosen = [index] }
      return verdict(on: chosen, of: options, mustTickAll: false)
    case .chooseSeveral(let options):
      var chosen: Set<Int> = []
      if case .choices(let indices) = answer { chosen = indices }
      return verdict(on: chosen, of: options, mustTickAll: true)
    case .entry(let entry):
      var typed = ""
      if case .text(let text) = answer { typed = text }
      if case .filter(let rows) = entry.form { return verdict(onFilter: typed, for: entry, rows) }
      return verdict(on: typed, for: entry)
    case .putInOrder(let ordering):
      var order: [Int] = []
      if case .order(let given) = answer { order = given }
      return verdict(on: order, for: ordering)
    case .fillTable(let table):
      var cells: [Int] = []
      if case .cells(let given) = answer { cells = given }
      return verdict(on: cells, for: table.blanks)
    }
  }

  private func verdict(on order: [Int], for ordering: Ordering) -> Verdict {
    let isComplete = ordering.isComplete(order)
    let broken = isComplete ? ordering.broken(by: order) : []
    func label(_ order: [Int]) -> String {
      order.map { String($0 + 1) }.joined(separator: ", ")
    }
    return Verdict(
      isCorrect: isComplete && broken.isEmpty, given: label(order), right: label(ordering.solution),
      mistakes: broken.map { rule in
        Verdict.Remark(
          label: "\(rule.before + 1) must come before \(rule.after + 1)", text: rule.explanation)
      },
      explanation: explanation, others: [])
  }

  private func verdict(on cells: [Int], for blanks: [Table.Blank]) -> Verdict {
    func text(_ indices: [Int]) -> String {
      zip(blanks, indices).map { blank, index in
        blank.choices.indices.contains(index) ? blank.choices[index].text : "?"
      }.joined(separator: ", ")
    }
    let right = blanks.map(\.right)
    let mistakes = zip(blanks, cells).compactMap { blank, index -> Verdict.Remark? in
      guard blank.choices.indices.contains(index), !blank.choices[index].isRight else { return nil }
      let choice = blank.choices[index]
      return Verdict.Remark(
        label: "\(blank.name): \(choice.text)", text: choice.explanation, figure: choice.figure)
    }
    return Verdict(
      isCorrect: cells == right, given: text(cells), right: text(right), mistakes: mistakes,
      explanation: explanation, others: [])
  }

  private func verdict(
    on chosen: Set<Int>, of options: [Option], mustTickAll: Bool
  ) -> Verdict {
    let right = Set(options.indices.filter { options[$0].isRight })
    func remark(_ index: Int) -> Verdict.Remark {
      Verdict.Remark(
        label: String(index + 1), text: options[index].explanation, figure: options[index].figure)
    }
    func label(_ indices: Set<Int>) -> String {
      indices.isEmpty ? "none" : indices.sorted().map { String($0 + 1) }.joined(separator: ", ")
    }
    let valid = chosen.filter(options.indices.contains)
    let wronglyChosen = valid.subtracting(right)
    let wronglyLeft = mustTickAll ? right.subtracting(valid) : []
    let mistakes = wronglyChosen.union(wronglyLeft)
    return Verdict(
      isCorrect: !chosen.isEmpty == !right.isEmpty && chosen == right,
      given: label(valid), right: label(right),
      mistakes: mistakes.sorted().map(remark), explanation: explanation,
      others: options.indices.filter { !mistakes.contains($0) && !right.contains($0) }.map(remark))
  }

  private func verdict(on typed: String, for entry: Entry) -> Verdict {
    let isCorrect = entry.accepts(typed)
    let known = entry.mistake(for: typed)
    let mistakes =
      isCorrect ? [] : known.map { [Verdict.Remark(label: typed, text: $0.explanation)] } ?? []
    return Verdict(
      isCorrect: isCorrect, given: typed, right: entry.accepted.first ?? "", mistakes: mistakes,
      explanation: explanation, others: [])
  }
}

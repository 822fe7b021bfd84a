import PortKnowledge

/// A sheet of exercises as Markdown: the questions, and the answers on a page of their own.
struct Worksheet {
  /// What of it is written.
  enum Part: String, CaseIterable {
    case questions
    case answers
    case both
  }

  let sheet: ExerciseSheet

  /// The lines of a part.
  func lines(_ part: Part) -> [String] {
    switch part {
    case .questions: return questions
    case .answers: return answers
    case .both:
      // A printer begins a new page here; where it does not, there is at least a rule.
      return questions + ["", "<div style=\"page-break-before: always\"></div>", "", "---", ""]
        + answers
    }
  }

  private var title: String {
    let seeds = sheet.entries.map(\.seed)
    let span = [seeds.first, seeds.count > 1 ? seeds.last : nil].compactMap { $0 }.map(String.init)
    return "\(Self.escaped(sheet.family.title)) (level \(sheet.level.rawValue), "
      + "seed\(seeds.count > 1 ? "s" : "") \(span.joined(separator: " to ")))"
  }

  // MARK: Questions

  private var questions: [String] {
    var lines = ["# " + title, "", "Name: ______________________________"]
    for (number, entry) in zip(1..., sheet.entries) {
      let question = entry.exercise.question
      lines += ["", "## \(number)", "", Self.escaped(question.prompt)]
      lines += Self.block(question.figure)
      lines.append("")
      lines += Self.asking(question.kind)
    }
    return lines
  }

  private static func asking(_ kind: Question.Kind) -> [String] {
    switch kind {
    case .chooseOne(let options):
      zip(1..., options).map { "\($0). \(escaped($1.text))" }
    case .chooseSeveral(let options):
      ["Tick every right one.", ""] + zip(1..., options).map { "- [ ] \($0). \(escaped($1.text))" }
    case .entry:
      ["Answer: ____________________"]
    case .putInOrder(let ordering):
      ["Put in order.", ""] + zip(1..., ordering.items).map { "- [\u{2007}] \($0). \(escaped($1))" }
        + ["", "Order: ____________________"]
    case .fillTable(let table):
      rows(of: table) + [""]
        + zip(1..., table.blanks).map { number, blank in
          "- (\(number)) " + blank.choices.map { escaped($0.text) }.joined(separator: " / ")
        }
    }
  }

  private static func rows(of table: Question.Table) -> [String] {
    var number = 0
    let head = "| | " + table.columns.map(escaped).joined(separator: " | ") + " |"
    let rule = "|---|" + String(repeating: "---|", count: table.columns.count)
    return [head, rule]
      + table.rows.map { row in
        let cells = row.cells.map { cell -> String in
          if case .given(let text) = cell { return escaped(text) }
          number += 1
          return "(\(number)) ________"
        }
        return "| \(escaped(row.name)) | " + cells.joined(separator: " | ") + " |"
      }
  }

  // MARK: Answers

  private var answers: [String] {
    var lines = ["# Answers: " + title]
    for (number, entry) in zip(1..., sheet.entries) {
      let question = entry.exercise.question
      lines += ["", "## \(number)", ""]
      lines += Self.solution(question)
      lines += ["", Self.escaped(question.explanation)]
      let wrong = question.options.enumerated().filter { !$0.element.isRight }
      if !wrong.isEmpty { lines += ["", "Why not the others:", ""] }
      lines += wrong.map { "- \($0.offset + 1): \(Self.escaped($0.element.explanation))" }
      if let report = entry.report { lines += ["", Self.escaped(Self.sentence(on: report))] }
      lines += ["", "Made again by `\(question.id)`."]
    }
    return lines
  }

  private static func solution(_ question: Question) -> [String] {
    let numbers = question.options.indices.filter { question.options[$0].isRight }
    guard numbers.isEmpty else {
      return numbers.map { "**\($0 + 1). \(escaped(question.options[$0].text))**" }
    }
    return question.solution.map { "**\(escaped($0))**" }
  }

  /// What the kernel said, in one sentence.
  static func sentence(on report: ExperimentReport) -> String {
    if let obstacle = report.obstacle { return "The kernel could not be asked: \(obstacle)" }
    guard let first = report.disagreements.first else { return "The kernel agrees." }
    return "The kernel disagrees, and the kernel is right: \(first.call) gave \(first.kernel), "
      + "not \(first.model)."
  }

  // MARK: Markdown

  private static func block(_ figure: [MarkedText]) -> [String] {
    figure.isEmpty ? [] : ["", "```text"] + figure.map(\.text) + ["```"]
  }

  /// Text in which no character means anything to Markdown.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_{}[]<>#|~&".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

import PortKnowledge

/// Reads what was typed behind a question.
struct PlainAnswerReader {
  /// What a typed line means.
  enum Reading: Equatable {
    /// An answer to be graded.
    case answer(Answer)
    /// `h`: a hint is wanted.
    case hint
    /// `s`: the question is left out.
    case skip
    /// `q`: the quiz is over.
    case quit
    /// Nothing that fits the question, with what to type instead.
    case unclear(String)
  }

  private let question: Question
  /// The letters that may be typed instead of an answer, in words.
  private let letters: String

  /// A reader of answers to a question, where hints are given or not.
  init(_ question: Question, offersHints: Bool = true) {
    self.question = question
    letters = offersHints ? "h, s or q" : "s or q"
  }

  /// What stands in front of the place where one types.
  static func prompt(for question: Question, offersHints: Bool = true) -> String {
    "Type \(request(for: question)); \(offersHints ? "h hint, " : "")s skip, q quit:"
  }

  /// What is to be typed.
  static func request(for question: Question) -> String {
    switch question.kind {
    case .chooseOne: "a number"
    case .chooseSeveral: "numbers such as 1,3"
    case .entry(let entry): entry.isNumber ? "the number" : "the answer"
    case .putInOrder: "the numbers in order, such as 2,1,3"
    case .fillTable(let table):
      table.blanks.count == 1 ? "a number" : "one number for each blank, such as 2,1"
    }
  }

  /// What a line means.
  func read(_ line: String) -> Reading {
    let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !isAccepted(text) {
      switch text.lowercased() {
      case "h", "hint", "?": return .hint
      case "s", "skip": return .skip
      case "q", "quit": return .quit
      default: break
      }
    }
    switch question.kind {
    case .entry:
      return text.isEmpty ? .unclear("Type an answer, or s to skip.") : .answer(.text(text))
    case .chooseOne(let options):
      let numbers = numbers(in: text, upTo: options.count)
      guard let numbers, numbers.count == 1, let number = numbers.first else {
        return .unclear("Type one number from 1 to \(options.count), or \(letters).")
      }
      return .answer(.choice(number - 1))
    case .chooseSeveral(let options):
      if text == "0" || text.lowercased() == "none" { return .answer(.choices([])) }
      guard let numbers = numbers(in: text, upTo: options.count) else {
        return .unclear(
          "Type every right number from 1 to \(options.count), such as 1,3, or \(letters).")
      }
      return .answer(.choices(Set(numbers.map { $0 - 1 })))
    case .putInOrder(let ordering):
      return order(in: text, of: ordering)
    case .fillTable(let table):
      return cells(in: text, of: table.blanks)
    }
  }

  /// Every item's number once.
  private func order(in text: String, of ordering: Question.Ordering) -> Reading {
    let count = ordering.items.count
    guard let numbers = numbers(in: text, upTo: count) else {
      return .unclear("Type every number from 1 to \(count) once, in order, or \(letters).")
    }
    if let double = numbers.indices.first(where: { numbers[..<$0].contains(numbers[$0]) }) {
      return .unclear("\(numbers[double]) is there twice; type every number once, in order.")
    }
    guard numbers.count == count else {
      let missing = (1...max(count, 1)).filter { !numbers.contains($0) }.map { String($0) }
      return .unclear(
        "Type all \(count) numbers in order: \(missing.joined(separator: ", ")) "
          + "\(missing.count == 1 ? "is" : "are") missing.")
    }
    return .answer(.order(numbers.map { $0 - 1 }))
  }

  /// A choice for each blank.
  private func cells(in text: String, of blanks: [Question.Table.Blank]) -> Reading {
    guard let numbers = numbers(in: text, upTo: 9) else {
      return .unclear(
        blanks.count == 1
          ? "Type one number from 1 to \(blanks[0].choices.count), or \(letters)."
          : "Type one number for each of the \(blanks.count) blanks, such as 2,1, or \(letters).")
    }
    guard numbers.count == blanks.count else {
      let blankCount = blanks.count == 1 ? "There is 1 blank" : "There are \(blanks.count) blanks"
      return .unclear("\(blankCount), and you typed \(numbers.count): type one for each.")
    }
    for (index, number) in numbers.enumerated() where number > blanks[index].choices.count {
      return .unclear(
        "Blank \(index + 1) has the choices 1 to \(blanks[index].choices.count), and no \(number).")
    }
    return .answer(.cells(numbers.map { $0 - 1 }))
  }

  /// Whether the text is a right answer by itself, so that "s" may be one.
  private func isAccepted(_ text: String) -> Bool {
    guard case .entry = question.kind else { return false }
    return question.verdict(on: .text(text)).isCorrect
  }

  /// The numbers of a list such as `1,3` or `1 3`; nil where something else is in it.
  private func numbers(in text: String, upTo limit: Int) -> [Int]? {
    let parts = text.split { $0 == "," || $0 == " " }
    let numbers = parts.compactMap { Int($0) }.filter { (1...max(limit, 1)).contains($0) }
    return numbers.isEmpty || numbers.count != parts.count ? nil : numbers
  }
}

public import PortKnowledge

/// A question of a quiz that was made again.
public struct QuizQuestion: Hashable, Sendable {
  /// The question.
  public var question: Question
  /// Whether its options stand in the order in which they were shown.
  public var isExact: Bool

  /// A question, and whether it is as it was shown.
  public init(_ question: Question, isExact: Bool) {
    self.question = question
    self.isExact = isExact
  }

  /// What was asked, with its figure under it.
  var text: String {
    ([question.prompt] + question.figure.map(\.text)).joined(separator: "\n")
  }

  /// The right answer in words.
  var rightAnswer: String { question.solution.joined(separator: "; ") }

  /// An answer in words, from what the log keeps of it.
  func words(for given: String) -> String {
    let list: [String]
    switch question.kind {
    case .chooseOne(let options), .chooseSeveral(let options): list = options.map(\.text)
    case .putInOrder(let ordering): list = ordering.items
    case .entry, .fillTable: return given
    }
    // Where the options are mixed anew each time the log keeps the chosen text itself.
    guard isExact else { return list.contains(given) ? given : "" }
    guard given != "none" else { return "" }
    let numbers = given.split(separator: ",").map { Int($0.drop { $0 == " " }) }
    let words = numbers.compactMap { number in
      number.flatMap { list.indices.contains($0 - 1) ? list[$0 - 1] : nil }
    }
    return words.count == numbers.count ? words.joined(separator: "; ") : ""
  }
}

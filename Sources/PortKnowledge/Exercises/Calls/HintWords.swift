/// Sentences that hints of several families share.
enum HintWords {
  /// Rules out two wrong answers, or one where two would leave only the right one.
  static func excluding(_ wrong: [String]) -> String {
    switch wrong.count {
    case 0: "Only one answer fits the rule."
    case 1, 2: "It is not \(wrong[0])."
    default: "It is neither \(wrong[0]) nor \(wrong[1])."
    }
  }
}

extension InterviewPlan {
  /// The command that begins the same interview.
  public var command: String {
    var words = ["portside interview --minutes \(minutes)"]
    if level != .mixed { words.append("--level \(level.rawValue)") }
    words += topics.sorted().map { "--topic \($0)" }
    words.append("--seed \(seed)")
    return words.joined(separator: " ")
  }
}

extension InterviewReport {
  /// How many questions were answered and how many points they had, in a sentence.
  public var sentence: String {
    guard answered > 0 else { return "Nothing was answered." }
    let total = total
    let questions = answered == 1 ? "1 question" : "\(answered) questions"
    let left = skipped == 0 ? "" : ", \(skipped) skipped"
    return "\(questions) answered\(left): \(Self.points(total.held, of: total.count))."
  }
}

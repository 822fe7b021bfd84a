extension QuizResult {
  /// How much was right: "17 of 20 right, 85 %".
  public var accuracy: String { "\(right) of \(count) right, \(percent) %" }

  /// How fast the right answers were, in a sentence; nil where nothing was right.
  public var speed: String? {
    medianMilliseconds.map { "Median time of a right answer: \(Self.time($0))." }
  }

  /// What is missing to all, in a few words: "2 wrong, 1 skipped"; empty where all are right.
  public var rest: String {
    let parts: [(Outcome, String)] = [
      (.wrong, "wrong"), (.skipped, "skipped"), (.notReached, "not reached"),
    ]
    return parts.compactMap { outcome, word in
      let count = count(of: outcome)
      return count == 0 ? nil : "\(count) \(word)"
    }.joined(separator: ", ")
  }

  /// A time in words: "4.2 s" below a minute, "3 min 5 s" above.
  public static func time(_ milliseconds: Int64) -> String {
    let tenths = (max(0, milliseconds) + 50) / 100
    if tenths < 600 { return "\(tenths / 10).\(tenths % 10) s" }
    let seconds = (milliseconds + 500) / 1000
    return "\(seconds / 60) min \(seconds % 60) s"
  }

  /// A time as a clock shows it, rounded up: "4:12"; it is 0:00 only once the time is over.
  public static func clock(_ milliseconds: Int64) -> String {
    let seconds = (max(0, milliseconds) + 999) / 1000
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}

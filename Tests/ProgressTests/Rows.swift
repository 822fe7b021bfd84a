import Practice

extension AnswerRecord {
  /// A row for tests, told apart by its number.
  static func numbered(_ number: Int, item: String? = nil, isCorrect: Bool = true) -> AnswerRecord {
    AnswerRecord(
      itemID: item ?? "question-\(number)", topic: number.isMultiple(of: 2) ? "ports" : "tuples",
      kind: AnswerRecord.Kind.allCases[number % 3], isCorrect: isCorrect, given: "\(number)",
      durationMilliseconds: number, usedHint: number.isMultiple(of: 5),
      answeredAt: 1_700_000_000_000 + Int64(number) * 60_000, zoneOffset: 3_600)
  }
}

/// Texts that have broken other programs; to a log they are only texts.
let hostileTexts = [
  "", " ", "'; DROP TABLE answers; --", "a\nb\r\nc\t", "nul\u{0}inside", "\u{0}", "\u{1B}[2J",
  "\u{202E}drawkcab\u{2066}", "e\u{301}\u{200D}👩‍👩‍👧‍👦",
  "?1 :name @x $y", "\"quoted\" [brackets] `ticks`",
  String(repeating: "long ", count: 20_000),
]

public import Practice

/// Results of quizzes as a table for a teacher.
public enum QuizResultTable {
  /// The titles of the columns.
  public static let columns = [
    "quiz_started", "position", "question_count", "item", "topic", "question", "correct", "given",
    "given_text", "right_answer", "duration_ms", "hint", "counts",
  ]

  /// The rows of a log's quizzes, by the beginning of the quiz and the place in it.
  ///
  /// - Parameters:
  ///   - entries: The rows of a log.
  ///   - question: Makes a question again from its id; nil where that cannot be done.
  /// - Returns: One row for each answer given in a quiz.
  public static func rows(
    of entries: some Sequence<LogEntry>, question: (String) -> QuizQuestion?
  ) -> [QuizResultRow] {
    var places: [QuizPlaceRecord] = []
    var withdrawn: Set<WithdrawalRecord> = []
    var answers: [WithdrawalRecord: AnswerRecord] = [:]
    for entry in entries {
      switch entry {
      case .quizPlace(let place): places.append(place)
      case .withdrawal(let withdrawal): withdrawn.insert(withdrawal)
      // An item and a moment name an answer, as a withdrawal does.
      case .answer(let answer): answers[WithdrawalRecord(of: answer)] = answer
      default: break
      }
    }
    let rows = places.map { place in
      let name = WithdrawalRecord(itemID: place.itemID, answeredAt: place.answeredAt)
      return row(
        place, answers[name], counts: !withdrawn.contains(name), question(place.itemID))
    }
    return rows.sorted { ($0.quizStartedAt, $0.position) < ($1.quizStartedAt, $1.position) }
  }

  /// The rows as CSV, its titles first.
  ///
  /// - Parameter rows: The rows in the order of the table.
  /// - Returns: The text; cells that a spreadsheet would take for a formula begin with an apostrophe.
  public static func csv(_ rows: [QuizResultRow]) -> String {
    CSV.text([columns] + rows.map(cells), isForSpreadsheets: true)
  }

  private static func row(
    _ place: QuizPlaceRecord, _ answer: AnswerRecord?, counts: Bool, _ question: QuizQuestion?
  ) -> QuizResultRow {
    var row = QuizResultRow(
      quizStartedAt: place.quizStartedAt, position: place.position, count: place.count,
      itemID: place.itemID)
    row.question = question?.text ?? ""
    row.rightAnswer = question?.rightAnswer ?? ""
    row.counts = counts
    guard let answer else { return row }
    row.zoneOffset = answer.zoneOffset
    row.topic = answer.topic
    row.isCorrect = answer.isCorrect
    row.given = answer.given
    row.givenText = question?.words(for: answer.given) ?? ""
    row.durationMilliseconds = answer.durationMilliseconds
    row.usedHint = answer.usedHint
    return row
  }

  private static func cells(of row: QuizResultRow) -> [String] {
    func word(_ truth: Bool?) -> String { truth.map { $0 ? "yes" : "no" } ?? "" }
    return [
      Timestamp.text(milliseconds: row.quizStartedAt, zoneOffset: row.zoneOffset ?? 0),
      "\(row.position)", "\(row.count)", row.itemID, row.topic, row.question, word(row.isCorrect),
      row.given, row.givenText, row.rightAnswer, row.durationMilliseconds.map { "\($0)" } ?? "",
      word(row.usedHint), word(row.counts),
    ]
  }
}

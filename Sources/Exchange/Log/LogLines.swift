import PortKnowledge
public import Practice

/// Writes the log of a learner line by line.
public struct LogLines {
  /// How many rows were written up to now.
  public private(set) var rows = 0

  /// No row yet.
  public init() {}

  /// The first line, with its end.
  ///
  /// - Parameter program: The version of the program that writes.
  /// - Returns: The line in UTF-8.
  public func header(program: String) -> [UInt8] {
    var writer = FlatWriter()
    writer.add("format", LogFormat.name)
    writer.add("version", LogFormat.version)
    writer.add("portside", program)
    return writer.line()
  }

  /// The line of a row, with its end.
  ///
  /// - Parameter entry: The row.
  /// - Returns: The line in UTF-8; nil where it would be too long to be read again.
  public mutating func line(of entry: LogEntry) -> [UInt8]? {
    var writer = FlatWriter()
    switch entry {
    case .answer(let answer): Self.add(answer, to: &writer)
    case .withdrawal(let withdrawal):
      writer.add("type", "answer_withdrawal")
      writer.add("item", withdrawal.itemID)
      writer.add("answered_at_ms", withdrawal.answeredAt)
    case .lesson(let lesson):
      writer.add("type", "lesson")
      writer.add("lesson", lesson.lessonID)
      writer.add("finished_at_ms", lesson.finishedAt)
      writer.add("zone_offset_s", lesson.zoneOffset)
    case .review(let review): Self.add(review, to: &writer)
    case .reviewWithdrawal(let withdrawal):
      writer.add("type", "review_withdrawal")
      writer.add("card", withdrawal.cardID)
      writer.add("reviewed_at_ms", withdrawal.reviewedAt)
    case .goal(let goal):
      writer.add("type", "goal")
      if let day = goal.readyDay {
        writer.add("ready_day", day)
      } else {
        writer.addNull("ready_day")
      }
      writer.add("set_at_ms", goal.setAt)
      writer.add("zone_offset_s", goal.zoneOffset)
    case .sighting(let sighting):
      writer.add("type", "sighting")
      writer.add("state_number", sighting.state.rawValue)
      writer.add("seen_at_ms", sighting.seenAt)
      writer.add("zone_offset_s", sighting.zoneOffset)
    case .quizPlace(let place): Self.add(place, to: &writer)
    }
    let line = writer.line()
    guard line.count - 1 <= LogFormat.longestLine else { return nil }
    rows += 1
    return line
  }

  /// The last line, with its end: without it the file is known to be cut.
  public var footer: [UInt8] {
    var writer = FlatWriter()
    writer.add("type", "end")
    writer.add("rows", rows)
    return writer.line()
  }

  private static func add(_ answer: AnswerRecord, to writer: inout FlatWriter) {
    writer.add("type", "answer")
    writer.add("item", answer.itemID)
    writer.add("topic", answer.topic)
    writer.add("kind", answer.kind.rawValue)
    writer.add("correct", answer.isCorrect)
    writer.add("given", answer.given)
    writer.add("duration_ms", answer.durationMilliseconds)
    writer.add("hint", answer.usedHint)
    writer.add("answered_at_ms", answer.answeredAt)
    writer.add("zone_offset_s", answer.zoneOffset)
  }

  private static func add(_ review: ReviewRecord, to writer: inout FlatWriter) {
    writer.add("type", "review")
    writer.add("card", review.cardID)
    writer.add("grade", review.grade.rawValue)
    writer.add("duration_ms", review.durationMilliseconds)
    writer.add("reviewed_at_ms", review.reviewedAt)
    writer.add("zone_offset_s", review.zoneOffset)
    writer.add("rollover_hour", review.rolloverHour)
  }

  private static func add(_ place: QuizPlaceRecord, to writer: inout FlatWriter) {
    writer.add("type", "quiz_place")
    writer.add("quiz_started_at_ms", place.quizStartedAt)
    writer.add("position", place.position)
    writer.add("question_count", place.count)
    writer.add("item", place.itemID)
    writer.add("answered_at_ms", place.answeredAt)
  }
}

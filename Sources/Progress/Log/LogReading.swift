import GRDB
import Practice

/// Reads every table of the log.
enum LogReading {
  /// Hands out every row, table by table, each in the order of the log.
  static func forEach(in database: Database, _ body: (LogEntry) throws -> Void) throws {
    try AnswerRow.forEach(in: database) { try body(.answer($0)) }
    try WithdrawalRow.forEachRow(in: database) { try body(.withdrawal($0)) }
    try LessonRow.forEach(in: database) { try body(.lesson($0)) }
    try ReviewRow.forEach(in: database) { try body(.review($0)) }
    try ReviewRow.forEachWithdrawal(in: database) { try body(.reviewWithdrawal($0)) }
    try GoalRow.forEach(in: database) { try body(.goal($0)) }
    try SightingRow.forEach(in: database) { try body(.sighting($0)) }
    try QuizPlaceRow.forEachRow(in: database) { try body(.quizPlace($0)) }
  }
}

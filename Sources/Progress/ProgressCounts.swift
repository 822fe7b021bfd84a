import GRDB

/// How much there is in a record.
public struct ProgressCounts: Hashable, Sendable, CustomStringConvertible {
  /// How many answers.
  public var answers = 0
  /// How many reviews, with those that were taken back.
  public var reviews = 0
  /// How many times a lesson was read to its end.
  public var lessons = 0
  /// How many times a goal was set, changed or dropped.
  public var goals = 0
  /// How many sightings of TCP states.
  public var sightings = 0

  /// No rows at all.
  public init() {}

  /// The numbers in words, such as "412 answers, 1 review and 7 lessons"; "nothing" without any.
  public var description: String {
    let parts = [
      (answers, "answer"), (reviews, "review"), (lessons, "lesson"), (goals, "goal"),
      (sightings, "sighting"),
    ].filter { $0.0 > 0 }.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
    guard let last = parts.last else { return "nothing" }
    let first = parts.dropLast()
    return first.isEmpty ? last : first.joined(separator: ", ") + " and " + last
  }

  /// Counts the rows of a database of the current layout.
  init(of database: Database) throws {
    answers = try Self.rows(of: AnswerRow.self, in: database)
    reviews = try Self.rows(of: ReviewRow.self, in: database)
    lessons = try Self.rows(of: LessonRow.self, in: database)
    goals = try Self.rows(of: GoalRow.self, in: database)
    sightings = try Self.rows(of: SightingRow.self, in: database)
  }

  private static func rows(
    of table: (some LogTable).Type, in database: Database
  ) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table.name)") ?? 0
  }
}

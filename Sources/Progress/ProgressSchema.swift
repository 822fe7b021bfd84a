import GRDB

/// The layout of the database, as a list of the steps that led to it.
///
/// The list only ever grows at its end: a step that shipped is never changed. SQLite's
/// `user_version` counts the steps a file has taken.
enum ProgressSchema {
  /// Marks a file as ours (SQLite's `application_id`): the letters `Port`.
  static let applicationID = 0x506F_7274

  /// How many steps this program knows.
  static var layout: Int { steps.count }

  /// What became of a file so far.
  enum Origin: Equatable {
    /// Nothing has been written to it.
    case empty
    /// It has taken so many steps.
    case layout(Int)
  }

  /// Reads which file this is, without changing it.
  ///
  /// Call it inside a transaction: between two of its reads another program may make the file.
  ///
  /// - Throws: ``ProgressError`` for another program's database or a newer layout.
  static func origin(of database: Database, path: String) throws -> Origin {
    let identity = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let layout = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if identity != applicationID {
      let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      guard identity == 0, layout == 0, objects == 0 else {
        throw ProgressError(path: path, reason: .foreign)
      }
      return .empty
    }
    guard layout <= steps.count else {
      throw ProgressError(path: path, reason: .newer(layout: layout, known: steps.count))
    }
    return .layout(layout)
  }

  /// Takes the steps that are missing, all in one transaction.
  ///
  /// The write lock is taken before the layout is read, so two programs that start at once do not
  /// both take a step.
  static func migrate(_ database: Database, path: String) throws {
    var found = Origin.empty
    try database.inTransaction(.deferred) {
      found = try origin(of: database, path: path)
      return .commit
    }
    if found == .layout(steps.count) { return }
    try database.inTransaction(.immediate) {
      var taken = 0
      if case .layout(let layout) = try origin(of: database, path: path) { taken = layout }
      for step in steps.dropFirst(taken) { try database.execute(sql: step) }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(steps.count)")
      return .commit
    }
  }

  private static let steps = [firstStep, secondStep, thirdStep]

  /// Two logs whose rows are added and never changed or removed.
  ///
  /// A text that holds a NUL character is kept as a blob, because SQLite's text ends there.
  private static let firstStep = """
    CREATE TABLE answers (
      id INTEGER PRIMARY KEY,
      item_id NOT NULL CHECK (typeof(item_id) IN ('text', 'blob')),
      topic NOT NULL CHECK (typeof(topic) IN ('text', 'blob')),
      kind TEXT NOT NULL CHECK (kind IN ('lesson', 'exercise', 'prediction')),
      is_correct INTEGER NOT NULL CHECK (is_correct IN (0, 1)),
      given NOT NULL CHECK (typeof(given) IN ('text', 'blob')),
      duration_ms INTEGER NOT NULL
        CHECK (typeof(duration_ms) = 'integer' AND duration_ms >= 0),
      used_hint INTEGER NOT NULL CHECK (used_hint IN (0, 1)),
      answered_at_ms INTEGER NOT NULL CHECK (typeof(answered_at_ms) = 'integer'),
      zone_offset_s INTEGER NOT NULL
        CHECK (typeof(zone_offset_s) = 'integer' AND zone_offset_s BETWEEN -86400 AND 86400)
    );
    CREATE TABLE lessons (
      id INTEGER PRIMARY KEY,
      lesson_id NOT NULL CHECK (typeof(lesson_id) IN ('text', 'blob')),
      finished_at_ms INTEGER NOT NULL CHECK (typeof(finished_at_ms) = 'integer'),
      zone_offset_s INTEGER NOT NULL
        CHECK (typeof(zone_offset_s) = 'integer' AND zone_offset_s BETWEEN -86400 AND 86400)
    );
    \(guards(of: "answers"))
    \(guards(of: "lessons"))
    """

  /// The answers that do not count.
  private static let secondStep = """
    CREATE TABLE withdrawals (
      id INTEGER PRIMARY KEY,
      item_id NOT NULL CHECK (typeof(item_id) IN ('text', 'blob')),
      answered_at_ms INTEGER NOT NULL CHECK (typeof(answered_at_ms) = 'integer')
    );
    \(guards(of: "withdrawals"))
    """

  /// The log of reviews, from which the schedule is counted, and the reviews that were taken back.
  private static let thirdStep = """
    CREATE TABLE reviews (
      id INTEGER PRIMARY KEY,
      card_id NOT NULL CHECK (typeof(card_id) IN ('text', 'blob')),
      grade INTEGER NOT NULL CHECK (typeof(grade) = 'integer' AND grade BETWEEN 1 AND 4),
      duration_ms INTEGER NOT NULL
        CHECK (typeof(duration_ms) = 'integer' AND duration_ms >= 0),
      reviewed_at_ms INTEGER NOT NULL CHECK (typeof(reviewed_at_ms) = 'integer'),
      zone_offset_s INTEGER NOT NULL
        CHECK (typeof(zone_offset_s) = 'integer' AND zone_offset_s BETWEEN -86400 AND 86400),
      rollover_hour INTEGER NOT NULL
        CHECK (typeof(rollover_hour) = 'integer' AND rollover_hour BETWEEN 0 AND 23)
    );
    CREATE TABLE review_withdrawals (
      id INTEGER PRIMARY KEY,
      review_id INTEGER NOT NULL UNIQUE REFERENCES reviews (id)
    );
    \(guards(of: "reviews"))
    \(guards(of: "review_withdrawals"))
    """

  /// Triggers that refuse to change, remove or replace a row of a log.
  private static func guards(of table: String) -> String {
    """
    CREATE TRIGGER \(table)_never_change BEFORE UPDATE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'a row of \(table) is never changed'); END;
    CREATE TRIGGER \(table)_never_remove BEFORE DELETE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'a row of \(table) is never removed'); END;
    CREATE TRIGGER \(table)_never_replace BEFORE INSERT ON \(table)
    WHEN EXISTS (SELECT 1 FROM \(table) WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'a row of \(table) is never replaced'); END;
    """
  }
}

/// The steps themselves: a step that shipped is never changed, and a new one stands at the end.
extension ProgressSchema {
  /// Every step, the oldest first.
  static let steps = [firstStep, secondStep, thirdStep, fourthStep]

  /// Every table, those that lean on others after them.
  static let tables = [
    "answers", "lessons", "withdrawals", "reviews", "review_withdrawals", "goals", "sightings",
    "quiz_places", "imports",
  ]

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

  /// Goals, states seen, places of answers in a quiz, and what came with an import.
  ///
  /// A row of `imports` says which consecutive rows of a table came with one import: they are in the
  /// order of the machine they came from, and interleave with the other rows by their times.
  private static let fourthStep = """
    CREATE TABLE goals (
      id INTEGER PRIMARY KEY,
      ready_day INTEGER CHECK (ready_day IS NULL OR typeof(ready_day) = 'integer'),
      set_at_ms INTEGER NOT NULL CHECK (typeof(set_at_ms) = 'integer'),
      zone_offset_s INTEGER NOT NULL
        CHECK (typeof(zone_offset_s) = 'integer' AND zone_offset_s BETWEEN -86400 AND 86400)
    );
    CREATE TABLE sightings (
      id INTEGER PRIMARY KEY,
      state INTEGER NOT NULL CHECK (typeof(state) = 'integer' AND state BETWEEN 1 AND 255),
      seen_at_ms INTEGER NOT NULL CHECK (typeof(seen_at_ms) = 'integer'),
      zone_offset_s INTEGER NOT NULL
        CHECK (typeof(zone_offset_s) = 'integer' AND zone_offset_s BETWEEN -86400 AND 86400)
    );
    CREATE TABLE quiz_places (
      id INTEGER PRIMARY KEY,
      quiz_started_at_ms INTEGER NOT NULL CHECK (typeof(quiz_started_at_ms) = 'integer'),
      position INTEGER NOT NULL
        CHECK (typeof(position) = 'integer' AND position BETWEEN 1 AND question_count),
      question_count INTEGER NOT NULL CHECK (typeof(question_count) = 'integer'),
      item_id NOT NULL CHECK (typeof(item_id) IN ('text', 'blob')),
      answered_at_ms INTEGER NOT NULL CHECK (typeof(answered_at_ms) = 'integer')
    );
    CREATE TABLE imports (
      id INTEGER PRIMARY KEY,
      of_table TEXT NOT NULL
        CHECK (of_table IN ('answers', 'lessons', 'reviews', 'goals', 'sightings')),
      first_row INTEGER NOT NULL CHECK (typeof(first_row) = 'integer'),
      last_row INTEGER NOT NULL CHECK (typeof(last_row) = 'integer' AND last_row >= first_row)
    );
    \(guards(of: "goals"))
    \(guards(of: "sightings"))
    \(guards(of: "quiz_places"))
    \(guards(of: "imports"))
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

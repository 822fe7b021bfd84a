/// Files as earlier layouts left them: written down here because those steps never change.
enum EarlierLayout {
  /// What the first layout was, with an answer and a lesson.
  static let first = """
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
    INSERT INTO lessons VALUES (1, 'five-tuple', 900, -3600);
    INSERT INTO answers VALUES (1, 'question-1', 'tuples', 'exercise', 1, '2', 5, 0, 1000, 3600);
    PRAGMA application_id = \(0x506F_7274);
    PRAGMA user_version = 1;
    """

  /// What the second layout added, with one withdrawal.
  static let second = """
    CREATE TABLE withdrawals (
      id INTEGER PRIMARY KEY,
      item_id NOT NULL CHECK (typeof(item_id) IN ('text', 'blob')),
      answered_at_ms INTEGER NOT NULL CHECK (typeof(answered_at_ms) = 'integer')
    );
    \(guards(of: "withdrawals"))
    INSERT INTO withdrawals VALUES (1, 'question-1', 1000);
    PRAGMA user_version = 2;
    """

  /// What the third layout added, with two reviews, one of which was taken back.
  static let third = """
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
    INSERT INTO reviews VALUES (1, 'port:22/tcp:number', 3, 700, 2000, 3600, 4);
    INSERT INTO reviews VALUES (2, 'port:80/tcp:number', 1, 800, 3000, 3600, 4);
    INSERT INTO review_withdrawals VALUES (1, 2);
    PRAGMA user_version = 3;
    """

  /// The statements that make a file of a layout, 1 to 3.
  static func statements(of layout: Int) -> String {
    [first, second, third].prefix(layout).joined(separator: "\n")
  }

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

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
  ///
  /// - Parameters:
  ///   - database: The database, outside of a transaction.
  ///   - path: Its path, for errors.
  ///   - prepare: Is called before the layout of a file with rows changes, with the new layout.
  /// - Throws: ``ProgressError``, SQLite's error, or what the preparation throws; nothing was changed
  ///   then.
  static func migrate(
    _ database: Database, path: String, prepare: (Int) throws -> Void = { _ in }
  ) throws {
    var found = Origin.empty
    try database.inTransaction(.deferred) {
      found = try origin(of: database, path: path)
      return .commit
    }
    if found == .layout(steps.count) { return }
    if case .layout = found { try prepare(steps.count) }
    try database.inTransaction(.immediate) {
      var taken = 0
      if case .layout(let layout) = try origin(of: database, path: path) { taken = layout }
      for step in steps.dropFirst(taken) { try database.execute(sql: step) }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(steps.count)")
      return .commit
    }
  }

  /// Takes every table away and makes each anew, without a row; inside a transaction.
  static func clear(_ database: Database) throws {
    for table in tables.reversed() { try database.execute(sql: "DROP TABLE \(table)") }
    for step in steps { try database.execute(sql: step) }
  }
}

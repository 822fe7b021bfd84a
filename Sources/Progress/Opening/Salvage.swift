import GRDB

/// Copies rows one by one, with their numbers, and leaves out what cannot be read or cannot be.
struct Salvage {
  /// The database that may be damaged, or of a newer layout.
  let source: Database
  /// An empty database of the current layout.
  let target: Database

  /// Copies every table.
  ///
  /// - Throws: What goes wrong in the target; what goes wrong in the source only leaves rows out.
  func copyAll() throws {
    try copy(AnswerRow.self)
    try copy(WithdrawalRow.self)
    try copy(LessonRow.self)
    try copy(ReviewRow.self)
    try copy("review_withdrawals", ["review_id"])
    try copy(GoalRow.self)
    try copy(SightingRow.self)
    try copy(QuizPlaceRow.self)
    try copyImports()
  }

  private func copy<Table: LogTable>(_ table: Table.Type) throws {
    try copy(Table.name, Table.columns) { values in
      var values = values
      return (try? Table.record(from: &values)) != nil
    }
  }

  /// Copies which rows came with imports, but for what overlaps: a row came with one import at most.
  private func copyImports() throws {
    var batches: [String: [ClosedRange<Int64>]] = [:]
    try copy("imports", ["of_table", "first_row", "last_row"]) { values in
      var values = values
      guard let table = try? values.next(String.self), let first = try? values.next(Int64.self),
        let last = try? values.next(Int64.self), first <= last,
        batches[table, default: []].allSatisfy({ !$0.overlaps(first...last) })
      else { return false }
      batches[table, default: []].append(first...last)
      return true
    }
  }

  /// Copies from both ends until a part cannot be read or the numbers do not follow each other.
  private func copy(
    _ table: String, _ columns: [String], if canBe: (RowReader) -> Bool = { _ in true }
  ) throws {
    let list = (["id"] + columns).joined(separator: ", ")
    let marks = repeatElement("?", count: columns.count + 1).joined(separator: ", ")
    let insert = try target.makeStatement(
      sql: "INSERT INTO \(table) (\(list)) VALUES (\(marks))")
    // The row before the place of the damage may itself have a number that is too great, which shows
    // once the other end was read.
    var end = Int64.min
    var held: (row: Row, id: Int64)?
    let isWhole = try each("SELECT \(list) FROM \(table) ORDER BY id") { row, id in
      // Damage can lead back to rows that were read before.
      if let held {
        guard id > held.id else { return false }
        try add(held.row, with: insert, if: canBe)
        end = held.id
      }
      held = (row.copy(), id)
      return true
    }
    var lowest: Int64?
    if !isWhole {
      _ = try each("SELECT \(list) FROM \(table) ORDER BY id DESC") { row, id in
        guard id > end, id != held?.id, id < lowest ?? .max else { return false }
        lowest = id
        try add(row, with: insert, if: canBe)
        return true
      }
    }
    if let held, held.id < lowest ?? .max { try add(held.row, with: insert, if: canBe) }
  }

  /// Hands out rows until the body has enough, and says whether the end was reached.
  private func each(_ sql: String, _ body: (Row, Int64) throws -> Bool) throws -> Bool {
    guard let rows = try? Row.fetchCursor(source, sql: sql) else { return false }
    while true {
      let row: Row
      do {
        guard let next = try rows.next() else { return true }
        row = next
      } catch {
        return false
      }
      var values = RowReader(row)
      guard let id = try? values.next(Int64.self) else { return false }
      guard try body(row, id) else { return false }
    }
  }

  private func add(
    _ row: Row, with insert: Statement, if canBe: (RowReader) -> Bool
  ) throws {
    var values = RowReader(row)
    guard (try? values.next(Int64.self)) != nil, canBe(values) else { return }
    do {
      try insert.execute(arguments: StatementArguments(row.databaseValues))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      // The row breaks a rule of its table, or belongs to one that could not be read.
    }
  }
}

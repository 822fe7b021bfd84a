import GRDB
import Practice

/// Brings the rows of another log into this one, as far as this one does not have them.
///
/// A row is known by its content. One that this log has k times and the other m times is there
/// max(k, m) times afterwards, so merging the same rows again adds nothing.
struct LogMerge {
  /// How many rows were added.
  private(set) var added = 0
  /// How many were there already.
  private(set) var known = 0

  /// The content of a row as a number of 128 bits.
  ///
  /// A log of a million rows would not fit twice into what a small machine has; and that two
  /// different rows meet in 128 keyed bits will not happen.
  private struct Fingerprint: Hashable {
    private let first: Int
    private let second: Int

    init(_ entry: LogEntry) {
      var hasher = Hasher()
      hasher.combine(0)
      hasher.combine(entry)
      first = hasher.finalize()
      hasher = Hasher()
      hasher.combine(1)
      hasher.combine(entry)
      second = hasher.finalize()
    }
  }

  private let database: Database
  private let path: String
  /// How many of each row are missing here.
  private var missing: [Fingerprint: Int] = [:]
  /// The first and last row that were added to each table with an order.
  private var batches: [String: ClosedRange<Int64>] = [:]

  /// Merges rows, in the order of the log they come from, inside a transaction.
  init(_ entries: [LogEntry], into database: Database, path: String) throws {
    self.database = database
    self.path = path
    for entry in entries { missing[Fingerprint(entry), default: 0] += 1 }
    try LogReading.forEach(in: database) { entry in
      let fingerprint = Fingerprint(entry)
      if let count = missing[fingerprint], count > 0 { missing[fingerprint] = count - 1 }
    }
    var takenBack: [ReviewWithdrawalRecord] = []
    for entry in entries {
      let fingerprint = Fingerprint(entry)
      guard let count = missing[fingerprint], count > 0 else {
        known += 1
        continue
      }
      missing[fingerprint] = count - 1
      added += 1
      if case .reviewWithdrawal(let withdrawal) = entry {
        takenBack.append(withdrawal)
      } else {
        try add(entry)
      }
    }
    try takeBack(takenBack)
    for (table, rows) in batches.sorted(by: { $0.key < $1.key }) {
      try ImportRow.insert(rows, of: table, into: database)
    }
  }

  private mutating func add(_ entry: LogEntry) throws {
    switch entry {
    case .answer(let answer): try add(answer, to: AnswerRow.self)
    case .lesson(let lesson): try add(lesson, to: LessonRow.self)
    case .review(let review): try add(review, to: ReviewRow.self)
    case .goal(let goal): try add(goal, to: GoalRow.self)
    case .sighting(let sighting): try add(sighting, to: SightingRow.self)
    case .withdrawal(let withdrawal): try WithdrawalRow.insert(withdrawal, into: database)
    case .quizPlace(let place): try QuizPlaceRow.insert(place, into: database)
    case .reviewWithdrawal: break
    }
  }

  private mutating func add<Table: TimedLogTable>(
    _ record: Table.Record, to table: Table.Type
  ) throws {
    let row = try Table.insert(record, into: database)
    batches[Table.name] = (batches[Table.name]?.lowerBound ?? row)...row
  }

  /// Takes reviews back once all of them are there, the latest of those with the same name first.
  private func takeBack(_ withdrawals: [ReviewWithdrawalRecord]) throws {
    if withdrawals.isEmpty { return }
    var candidates: [ReviewWithdrawalRecord: [Int64]] = [:]
    for withdrawal in withdrawals { candidates[withdrawal] = [] }
    try ReviewRow.forEachCounting(in: database) { row, review in
      candidates[ReviewWithdrawalRecord(of: review)]?.append(row)
    }
    for withdrawal in withdrawals {
      guard let row = candidates[withdrawal]?.popLast() else {
        throw ProgressError(path: path, reason: .nothingToTakeBack(card: withdrawal.cardID))
      }
      try ReviewRow.withdraw(row, in: database)
    }
  }
}

import GRDB
import PortKnowledge
import Practice

/// The table `sightings` and its rows; a state is kept by the kernel's number.
enum SightingRow: TimedLogTable {
  static let name = "sightings"
  static let columns = ["state", "seen_at_ms", "zone_offset_s"]
  static let momentColumn = "seen_at_ms"

  static func values(of sighting: SightingRecord) -> [DatabaseValue] {
    [
      Int(sighting.state.rawValue).databaseValue, sighting.seenAt.databaseValue,
      sighting.zoneOffset.databaseValue,
    ]
  }

  static func record(from values: inout RowReader) throws -> SightingRecord {
    guard let number = UInt8(exactly: try values.next(Int.self)) else { throw RowReader.damage }
    return SightingRecord(
      state: TCPState(rawValue: number), seenAt: try values.next(Int64.self),
      zoneOffset: try values.next(Int.self))
  }

  /// Whether a state was seen before.
  static func contains(_ state: TCPState, in database: Database) throws -> Bool {
    try Row.fetchOne(
      database, sql: "SELECT 1 FROM sightings WHERE state = ? LIMIT 1",
      arguments: [Int(state.rawValue)]) != nil
  }

  /// The earliest sighting of each state, by their times: a merged log may hold several of one.
  static func first(in database: Database) throws -> [SightingRecord] {
    var first: [TCPState: SightingRecord] = [:]
    try forEachRow(in: database) { sighting in
      if let known = first[sighting.state], known.seenAt <= sighting.seenAt { return }
      first[sighting.state] = sighting
    }
    return first.values.sorted {
      ($0.seenAt, $0.state.rawValue) < ($1.seenAt, $1.state.rawValue)
    }
  }
}

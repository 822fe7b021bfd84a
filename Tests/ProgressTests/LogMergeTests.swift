import PortKnowledge
import Practice
import TestSupport
import Testing

@testable import Progress

@Suite("Merging two logs")
struct LogMergeTests {
  @Test("either into the other gives the same rows, and with right clocks in the same order")
  func bothWays() throws {
    for seed in 0..<60 as Range<UInt64> {
      var history = LogHistory(seed: seed)
      let (first, second) = (try ProgressStore.inMemory(), try ProgressStore.inMemory())
      try history.live([first, second], steps: 40)
      let (mine, theirs) = (try first.entries(), try second.entries())
      try expectUnion(of: mine, and: theirs, in: first, seed: seed)
      try expectUnion(of: theirs, and: mine, in: second, seed: seed)
      let (here, there) = (try first.entries(), try second.entries())
      #expect(Counted(here) == Counted(there), "seed \(seed)")
      for kind in LogHistory.kindsInOrder {
        #expect(here.filter(kind) == there.filter(kind), "seed \(seed)")
      }
      #expect(try first.reviews() == second.reviews(), "seed \(seed)")
      #expect(try first.snapshot() == second.snapshot(), "seed \(seed)")
      #expect(try first.goal() == second.goal(), "seed \(seed)")
      #expect(try first.sightings() == second.sightings(), "seed \(seed)")
    }
  }

  @Test("copies that went different ways find together again, and then again")
  func copies() throws {
    for seed in 0..<40 as Range<UInt64> {
      var history = LogHistory(seed: seed)
      let first = try ProgressStore.inMemory()
      try history.live([first], steps: 20)
      let second = try ProgressStore.inMemory()
      let common = try first.entries()
      var counts = try second.merge(common)
      #expect(counts.added == common.count && counts.known == 0, "seed \(seed)")
      #expect(try second.entries() == common, "seed \(seed)")
      for _ in 0..<2 {
        try history.live([first, second], steps: 20)
        let (mine, theirs) = (try first.entries(), try second.entries())
        counts = try first.merge(theirs)
        #expect(counts.added + counts.known == theirs.count, "seed \(seed)")
        _ = try second.merge(mine)
        #expect(try first.reviews().map(\.seconds) == second.reviews().map(\.seconds))
        #expect(try Counted(first.entries()) == Counted(second.entries()), "seed \(seed)")
        #expect(try first.reviews() == second.reviews(), "seed \(seed)")
      }
    }
  }

  @Test("rows that ascend, and a review of this process is taken back by the row it was given")
  func rows() throws {
    var history = LogHistory(seed: 7)
    let (first, second) = (try ProgressStore.inMemory(), try ProgressStore.inMemory())
    try history.live([first, second], steps: 60)
    _ = try first.merge(second.entries())
    let before = try first.reviews()
    #expect(zip(before, before.dropFirst()).allSatisfy { $0.row < $1.row })
    #expect(zip(before, before.dropFirst()).allSatisfy { $0.seconds <= $1.seconds })
    let record = history.review(at: history.now + 1000)
    let row = try first.record(record)
    #expect(try first.reviews() == before + [record.review(row: row)])
    try first.withdrawReview(row: row)
    #expect(try first.reviews() == before)
    #expect(try first.entries().contains(.reviewWithdrawal(ReviewWithdrawalRecord(of: record))))
  }

  @Test("a clock that was set back keeps its machine's order")
  func clockSetBack() throws {
    let (first, second) = (try ProgressStore.inMemory(), try ProgressStore.inMemory())
    for (card, moment) in [("a", 10), ("b", 90), ("c", 20), ("d", 30)] {
      _ = try first.record(Self.review(card, at: moment))
    }
    for (card, moment) in [("w", 15), ("x", 95), ("y", 5), ("z", 96)] {
      _ = try second.record(Self.review(card, at: moment))
    }
    _ = try first.merge(second.entries())
    #expect(try first.reviews().map(\.cardID) == ["a", "w", "b", "c", "d", "x", "y", "z"])
    #expect(try first.reviews().map(\.row) == Array(1...8))
  }

  @Test("a row that is here twice and there three times is there three times afterwards")
  func multiplicity() throws {
    let store = try ProgressStore.inMemory()
    let row = LogEntry.review(Self.review("a", at: 1))
    let taken = LogEntry.reviewWithdrawal(ReviewWithdrawalRecord(cardID: "a", reviewedAt: 1000))
    var counts = try store.merge([row, row, taken])
    #expect(counts == (3, 0))
    counts = try store.merge([row, row, row, taken, taken])
    #expect(counts == (2, 3))
    counts = try store.merge([row, row, row, taken, taken])
    #expect(counts == (0, 5))
    #expect(try store.reviews().count == 1)
  }

  @Test("all or nothing")
  func allOrNothing() throws {
    let store = try ProgressStore.inMemory()
    var impossible = AnswerRecord.numbered(2)
    impossible.durationMilliseconds = -1
    let lost = ReviewWithdrawalRecord(cardID: "lost", reviewedAt: 1)
    for last in [LogEntry.answer(impossible), .reviewWithdrawal(lost)] {
      #expect(throws: ProgressError.self) {
        try store.merge([.answer(.numbered(1)), .goal(LogHistory.goal), last])
      }
      #expect(try store.entries().isEmpty)
    }
    let counts = try store.merge([.answer(.numbered(1)), .goal(LogHistory.goal)])
    #expect(counts == (2, 0))
  }

  @Test("the rows are handed out one by one, and what stops that comes through")
  func oneByOne() throws {
    struct Enough: Error {}
    var history = LogHistory(seed: 3)
    let store = try ProgressStore.inMemory()
    try history.live([store], steps: 50)
    var rows: [LogEntry] = []
    try store.forEachEntry { rows.append($0) }
    #expect(try rows == store.entries())
    #expect(throws: Enough.self) { try store.forEachEntry { _ in throw Enough() } }
    #expect(try store.entries() == rows)
  }

  private static func review(_ card: String, at moment: Int) -> ReviewRecord {
    ReviewRecord(
      cardID: card, grade: .good, durationMilliseconds: 1, reviewedAt: Int64(moment) * 1000,
      zoneOffset: 0, rolloverHour: 4)
  }

  private func expectUnion(
    of mine: [LogEntry], and theirs: [LogEntry], in store: ProgressStore, seed: UInt64
  ) throws {
    let counts = try store.merge(theirs)
    let union = Counted(mine).rows.merging(Counted(theirs).rows) { max($0, $1) }
    let merged = try store.entries()
    #expect(Counted(merged).rows == union, "seed \(seed)")
    #expect(counts.added == merged.count - mine.count, "seed \(seed)")
    let again = try store.merge(theirs)
    #expect(again == (0, theirs.count), "seed \(seed)")
    #expect(try store.entries() == merged, "seed \(seed)")
  }
}

/// How many times each row is there, whatever the order.
private struct Counted: Equatable {
  var rows: [LogEntry: Int] = [:]

  init(_ entries: [LogEntry]) {
    for entry in entries { rows[entry, default: 0] += 1 }
  }
}

import Exchange
import PortKnowledge
import Practice
import Progress
import TestSupport
import Testing

@Suite("A log as JSON lines and back")
struct LogRoundTripTests {
  @Test("Any rows come back as they were, to the byte", arguments: 0..<20)
  func roundTrip(seed: UInt64) throws {
    var random = RandomEntries(seed: seed)
    let entries = (0..<60).map { _ in random.entry() }
    let bytes = LogText.bytes(of: entries)
    let read = try LogText.entries(of: bytes)
    #expect(read == entries, "seed \(seed)")
    // Equal texts may differ in their scalars; bytes may not.
    #expect(LogText.bytes(of: read) == bytes, "seed \(seed)")
  }

  @Test("Nothing in a file moves a cursor or hides", arguments: 0..<5)
  func visible(seed: UInt64) throws {
    var random = RandomEntries(seed: seed)
    let bytes = LogText.bytes(of: (0..<60).map { _ in random.entry() })
    let text = try #require(String(validating: bytes, as: UTF8.self))
    let hidden = text.unicodeScalars.filter { scalar in
      if scalar == "\n" { return false }
      let properties = scalar.properties
      return properties.isDefaultIgnorableCodePoint
        || [.control, .format, .lineSeparator, .privateUse].contains(properties.generalCategory)
    }
    #expect(hidden.isEmpty, "seed \(seed): \(hidden.map(\.value))")
  }

  @Test("The lines are the documented ones")
  func documented() {
    let answer = AnswerRecord(
      itemID: "ports/1/7", topic: "ports", kind: .exercise, isCorrect: true,
      given: "a\u{1B}\u{202E}😀é",
      durationMilliseconds: 5, usedHint: false, answeredAt: 1_700_000_000_000, zoneOffset: 3_600)
    let goal = GoalRecord(readyDay: nil, setAt: -1, zoneOffset: 0)
    let text = String(
      decoding: LogText.bytes(of: [.answer(answer), .goal(goal)]), as: UTF8.self)
    #expect(
      text == #"""
        {"format":"portside-log","version":1,"portside":"test"}
        {"type":"answer","item":"ports/1/7","topic":"ports","kind":"exercise","correct":true,\#
        "given":"a\u001b\u202e😀é","duration_ms":5,"hint":false,\#
        "answered_at_ms":1700000000000,"zone_offset_s":3600}
        {"type":"goal","ready_day":null,"set_at_ms":-1,"zone_offset_s":0}
        {"type":"end","rows":2}

        """#)
  }

  @Test("A row too long to be read again is not written")
  func tooLong() {
    var lines = LogLines()
    let text = String(repeating: "\u{0}", count: 200_000)
    #expect(
      lines.line(of: .lesson(LessonRecord(lessonID: text, finishedAt: 0, zoneOffset: 0))) == nil)
    #expect(lines.rows == 0)
  }

  @Test("Two stores: what one wrote the other has, and a second import adds nothing")
  func stores() throws {
    let first = try ProgressStore.inMemory()
    let second = try ProgressStore.inMemory()
    var random = RandomEntries(seed: 5)
    for _ in 0..<200 {
      try first.record(random.answer())
      let review = random.review()
      let row = try first.record(review, with: random.answer())
      if review.grade == .hard { try first.withdrawReview(row: row) }
    }
    try first.record(GoalRecord(readyDay: 3, setAt: 1, zoneOffset: 0))
    try first.record(SightingRecord(state: .timeWait, seenAt: 2, zoneOffset: 0))
    try first.withdraw(WithdrawalRecord(itemID: "x", answeredAt: 4))
    let bytes = LogText.bytes(of: try first.entries())
    let entries = try LogText.entries(of: bytes)
    let counts = try second.merge(entries)
    #expect(counts.added == entries.count && counts.known == 0)
    #expect(LogText.bytes(of: try second.entries()) == bytes)
    let again = try second.merge(entries)
    #expect(again.added == 0 && again.known == entries.count)
  }
}

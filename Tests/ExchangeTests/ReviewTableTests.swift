import Exchange
import Practice
import Testing

@Suite("Reviews for the FSRS optimizer")
struct ReviewTableTests {
  private func review(_ card: String, _ grade: Grade, at minutes: Int64) -> LogEntry {
    .review(
      ReviewRecord(
        cardID: card, grade: grade, durationMilliseconds: 1_500,
        reviewedAt: 1_700_000_000_000 + minutes * 60_000, zoneOffset: 0, rolloverHour: 4))
  }

  @Test("Each review is a line with the state that its card had before it")
  func states() {
    let day: Int64 = 1_440
    let entries: [LogEntry] = [
      review("a", .good, at: 0), review("b", .again, at: 1), review("a", .good, at: 11),
      review("a", .again, at: 3 * day), review("a", .good, at: 3 * day + 11),
      .lesson(LessonRecord(lessonID: "x", finishedAt: 0, zoneOffset: 0)),
    ]
    let lines = ReviewTable.csv(entries).split(separator: "\r\n").map(String.init)
    let expected: [String] = [
      "card_id,review_time,review_rating,review_state,review_duration",
      "a,1700000000000,3,0,1500", "b,1700000060000,1,0,1500", "a,1700000660000,3,1,1500",
      "a,1700259200000,1,2,1500", "a,1700259860000,3,3,1500",
    ]
    #expect(lines == expected)
  }

  @Test("Reviews that were taken back are left out, the latest of a name first")
  func takenBack() {
    let entries: [LogEntry] = [
      review("a", .again, at: 0), review("a", .easy, at: 0), review("b", .good, at: 1),
      .reviewWithdrawal(ReviewWithdrawalRecord(cardID: "a", reviewedAt: 1_700_000_000_000)),
    ]
    let lines = ReviewTable.csv(entries).split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(lines[1] == "a,1700000000000,1,0,1500")
  }

  @Test("A card's id with a comma or a quotation mark stays one cell")
  func quoted() {
    let text = ReviewTable.csv([review("a,\"b\"", .good, at: 0)])
    #expect(text.hasSuffix("\r\n\"a,\"\"b\"\"\",1700000000000,3,0,1500\r\n"))
  }
}

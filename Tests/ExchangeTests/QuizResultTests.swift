import PortKnowledge
import Practice
import Testing

@testable import Exchange

@Suite("Results of quizzes as a table")
struct QuizResultTests {
  private let question = Question(
    id: "q", topic: "ports", prompt: "=Which?",
    kind: .chooseSeveral([
      Question.Option("one", isRight: true, explanation: "x"),
      Question.Option("two", isRight: false, explanation: "x"),
      Question.Option("three", isRight: true, explanation: "x"),
    ]), explanation: "x")

  private func answer(_ item: String, given: String, at moment: Int64) -> LogEntry {
    .answer(
      AnswerRecord(
        itemID: item, topic: "ports", kind: .exercise, isCorrect: false, given: given,
        durationMilliseconds: 2_500, usedHint: true, answeredAt: moment, zoneOffset: -12_600))
  }

  private func place(_ item: String, _ position: Int, at moment: Int64) -> LogEntry {
    .quizPlace(
      QuizPlaceRecord(
        quizStartedAt: 1_700_000_000_123, position: position, count: 3, itemID: item,
        answeredAt: moment))
  }

  @Test("An answer stands in its place, in words, with what was right")
  func rows() {
    let entries: [LogEntry] = [
      answer("q", given: "1, 2", at: 7), answer("q", given: "3", at: 8),
      answer("r", given: "9", at: 9),
      place("r", 2, at: 9), place("q", 1, at: 7), place("gone", 3, at: 1),
      .withdrawal(WithdrawalRecord(itemID: "r", answeredAt: 9)),
    ]
    let rows = QuizResultTable.rows(of: entries) { id in
      id == "q" ? QuizQuestion(question, isExact: true) : nil
    }
    let text = QuizResultTable.csv(rows)
    let expected: [String] = [
      "quiz_started,position,question_count,item,topic,question,correct,given,given_text,"
        + "right_answer,duration_ms,hint,counts",
      "2023-11-14T18:43:20-03:30,1,3,q,ports,'=Which?,no,\"1, 2\",one; two,one; three,2500,yes,yes",
      "2023-11-14T18:43:20-03:30,2,3,r,ports,,no,9,,,2500,yes,no",
      "2023-11-14T22:13:20+00:00,3,3,gone,,,,,,,,,yes",
    ]
    #expect(text.split(separator: "\r\n").map(String.init) == expected)
  }

  @Test("Where the options were mixed, the answer is not put in words")
  func mixed() {
    #expect(QuizQuestion(question, isExact: false).words(for: "1, 2").isEmpty)
    #expect(QuizQuestion(question, isExact: true).words(for: "1, 9").isEmpty)
    #expect(QuizQuestion(question, isExact: true).words(for: "none").isEmpty)
    #expect(QuizQuestion(question, isExact: true).words(for: "3") == "three")
  }

  @Test(
    "What a spreadsheet would run gets an apostrophe, and hidden characters are shown",
    arguments: [
      ("=1+1", "'=1+1"), ("+1-2", "'+1-2"), ("@SUM(A1)", "'@SUM(A1)"), ("-x", "'-x"), ("-5", "-5"),
      ("\t=1", "\\u{9}=1"), ("=\"a\"", "\"'=\"\"a\"\"\""), ("a\nb", "\"a\nb\""),
      ("\n=1", "\"'\n=1\""),
      ("a\r\nb", "\"a\\u{D}\nb\""), ("\u{202E}x", "\\u{202E}x"), ("＝1", "'＝1"), ("1,5", "\"1,5\""),
      ("", ""), ("plain =", "plain ="),
    ] as [(String, String)])
  func formulas(text: String, cell: String) {
    #expect(CSV.cell(text, isForSpreadsheets: true) == cell)
  }

  @Test(
    "Moments are written in the learner's zone",
    arguments: [
      (0, 0, "1970-01-01T00:00:00+00:00"), (-1, 0, "1969-12-31T23:59:59+00:00"),
      (1_700_000_000_999, 3_600, "2023-11-14T23:13:20+01:00"),
      (0, -12_600, "1969-12-31T20:30:00-03:30"), (0, 86_400, "1970-01-02T00:00:00+24:00"),
      (.max, 86_400, "292278994-08-18T07:12:55+24:00"),
      (.min, -59, "-292275055-05-16T16:47:04+00:00"),
    ] as [(Int64, Int, String)])
  func moments(milliseconds: Int64, zone: Int, text: String) {
    #expect(Timestamp.text(milliseconds: milliseconds, zoneOffset: zone) == text)
  }
}

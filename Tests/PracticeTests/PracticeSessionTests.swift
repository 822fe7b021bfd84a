import PortKnowledge
import Practice
import Testing

@Suite("A practice session")
struct PracticeSessionTests {
  private let families = ["a", "b", "c"].map { FakeFamily(id: $0) }

  private func session(seed: UInt64 = 7, count: Int = 3) -> PracticeSession {
    PracticeSession(families: families, level: .easy, seed: seed, count: count)
  }

  @Test("asks, judges and goes on until no question is left")
  func wholeRun() throws {
    var session = session()
    #expect(session.phase == .asking && session.position == 0 && session.current != nil)

    let answered = session.answer(FakeFamily.right)
    let verdict = try #require(answered)
    #expect(verdict.isCorrect && session.phase == .answered(verdict))
    #expect(session.position == 0 && session.current == session.questions[0])

    session.next()
    #expect(session.phase == .asking && session.current == session.questions[1])
    session.answer(FakeFamily.wrong)
    session.next()
    session.skip()

    #expect(session.isFinished && session.current == nil && session.position == 3)
    #expect(session.score.correct == 1 && session.score.wrong == 1 && session.score.skipped == 1)
    #expect(session.score.answered == 2)
    #expect(session.mistakes.map(\.question) == [session.questions[1]])
    #expect(session.mistakes.first?.verdict?.given == "2")
  }

  @Test("counts only the first answer to a question")
  func firstAnswerCounts() {
    var session = session()
    let first = session.answer(FakeFamily.wrong)
    let second = session.answer(FakeFamily.right)
    #expect(second == first)
    #expect(session.score.wrong == 1 && session.score.correct == 0 && session.results.count == 1)
  }

  @Test("does not count an answer that was shown, or that was withdrawn")
  func withoutCounting() {
    var session = session()
    let shown = session.reveal()
    #expect(shown?.isCorrect == true && session.phase == shown.map { .answered($0) })
    #expect(session.reveal() == nil)
    session.next()
    session.answer(FakeFamily.wrong)
    #expect(session.score.wrong == 1 && session.position == 1)
    session.withdrawAnswer()
    #expect(session.score.answered == 0 && session.score.skipped == 2 && session.position == 1)
    #expect(session.mistakes.isEmpty)
    session.next()
    session.withdrawAnswer()
    #expect(session.phase == .asking && session.results.count == 2)
  }

  @Test("does not go on without an answer, nor skip after one")
  func outOfTurn() {
    var session = session()
    session.next()
    #expect(session.position == 0 && session.phase == .asking)
    session.answer(FakeFamily.right)
    session.skip()
    #expect(session.position == 0 && session.score.skipped == 0)
  }

  @Test("stays finished, whatever comes")
  func afterTheEnd() {
    var session = session(count: 1)
    session.skip()
    let finished = session
    let verdict = session.answer(FakeFamily.right)
    let hint = session.takeHint()
    #expect(verdict == nil && hint == nil)
    session.next()
    session.skip()
    #expect(session == finished)
  }

  @Test("shows hints one by one, and forgets them with the question")
  func hints() {
    var session = session()
    #expect(session.shownHints.isEmpty)
    let hints = [session.takeHint(), session.takeHint(), session.takeHint()]
    #expect(hints == ["Not the second.", "Of two, the first.", nil] && session.hintCount == 2)
    #expect(session.shownHints == ["Not the second.", "Of two, the first."])

    session.answer(FakeFamily.right)
    let late = session.takeHint()
    #expect(late == nil)
    #expect(session.score.correct == 1 && session.score.correctWithoutHint == 0)
    #expect(session.results.first?.hintCount == 2)

    session.next()
    #expect(session.hintCount == 0 && session.shownHints.isEmpty)
    session.answer(FakeFamily.right)
    #expect(session.score.correct == 2 && session.score.correctWithoutHint == 1)
  }

  @Test("makes a row of the log from the latest answer only while it is the latest")
  func record() throws {
    var session = session()
    func record() -> AnswerRecord? {
      session.record(
        kind: .exercise, durationMilliseconds: 1_200, answeredAt: 5_000, zoneOffset: 3_600)
    }
    #expect(record() == nil)
    session.takeHint()
    session.answer(FakeFamily.wrong)
    let row = try #require(record())
    #expect(
      row
        == AnswerRecord(
          itemID: session.questions[0].id, topic: "ports", kind: .exercise, isCorrect: false,
          given: "2", durationMilliseconds: 1_200, usedHint: true, answeredAt: 5_000,
          zoneOffset: 3_600))
    session.next()
    #expect(record() == nil)
  }

  @Test("is finished at once without questions", arguments: [0, -1])
  func noQuestions(count: Int) {
    #expect(session(count: count).isFinished)
    let none = PracticeSession(families: [], level: .easy, seed: 1, count: 5)
    #expect(none.isFinished && none.questions.isEmpty)
  }
}

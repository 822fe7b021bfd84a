import PortKnowledge
import Practice
import Testing

@Suite("A quiz")
struct QuizSessionTests {
  private func quiz(
    _ count: Int = 3, limit: Int64? = nil, isToldAtOnce: Bool = false
  ) -> QuizSession {
    let family = FakeFamily(id: "quiz")
    return QuizSession(
      questions: (0..<UInt64(count)).map { family.question(seed: $0, level: .easy) },
      limitMilliseconds: limit, isToldAtOnce: isToldAtOnce, at: 1000)
  }

  @Test("goes from question to question without a verdict, and then has its score")
  func exam() {
    var quiz = quiz()
    #expect(quiz.phase == .asking)
    #expect(quiz.answer(FakeFamily.right, at: 2000)?.isCorrect == true)
    #expect(quiz.phase == .asking)
    #expect(quiz.position == 1)
    #expect(quiz.answer(FakeFamily.wrong, at: 5000)?.isCorrect == false)
    quiz.skip(at: 6000)
    #expect(quiz.phase == .scored)
    #expect(quiz.current == nil)
    let result = quiz.result
    #expect(result.accuracy == "1 of 3 right, 33 %")
    #expect(result.rest == "1 wrong, 1 skipped")
    #expect(result.items.map(\.milliseconds) == [1000, 3000, 1000])
    #expect(result.medianMilliseconds == 1000)
    #expect(result.missed.map(\.question) == Array(quiz.questions[1...]))
  }

  @Test("judges at once where that is wanted, and its clock stands meanwhile")
  func atOnce() {
    var quiz = quiz(limit: 10_000, isToldAtOnce: true)
    let verdict = quiz.answer(FakeFamily.wrong, at: 3000)
    #expect(verdict.map { quiz.phase == .told($0) } == true)
    #expect(quiz.position == 0)
    #expect(quiz.answer(FakeFamily.right, at: 3500) == nil)
    #expect(quiz.remainingMilliseconds(at: 60_000) == 8000)
    quiz.tick(at: 60_000)
    quiz.next(at: 63_000)
    #expect(quiz.phase == .asking)
    #expect(quiz.remainingMilliseconds(at: 64_000) == 7000)
  }

  @Test("ends with its time, and an answer after that does not count")
  func timeOver() {
    var quiz = quiz(limit: 10_000)
    #expect(quiz.remainingMilliseconds(at: 1000) == 10_000)
    #expect(quiz.answer(FakeFamily.right, at: 10_999)?.isCorrect == true)
    #expect(quiz.answer(FakeFamily.right, at: 11_000) == nil)
    #expect(quiz.phase == .scored)
    #expect(quiz.isTimeOver)
    #expect(quiz.result.accuracy == "1 of 3 right, 33 %")
    #expect(quiz.result.rest == "2 not reached")
    #expect(quiz.remainingMilliseconds(at: 12_000) == nil)
  }

  @Test("asks what was wrong or skipped again until it is right, which does not change the score")
  func again() {
    var quiz = quiz()
    _ = quiz.answer(FakeFamily.wrong, at: 2000)
    _ = quiz.answer(FakeFamily.right, at: 3000)
    quiz.skip(at: 4000)
    let result = quiz.result
    quiz.askAgain(at: 5000)
    #expect(quiz.waiting == [0, 2])
    #expect(quiz.answer(FakeFamily.wrong, at: 6000)?.isCorrect == false)
    quiz.next(at: 7000)
    #expect(quiz.waiting == [2, 0])
    quiz.skip(at: 8000)
    #expect(quiz.waiting == [0, 2])
    for _ in 0..<2 {
      #expect(quiz.answer(FakeFamily.right, at: 9000)?.isCorrect == true)
      quiz.next(at: 9500)
    }
    #expect(quiz.phase == .finished)
    #expect(quiz.result == result)
  }

  @Test("is over at once where all was right, and where there is no question")
  func nothingMissed() {
    var quiz = quiz(1)
    _ = quiz.answer(FakeFamily.right, at: 2000)
    #expect(quiz.result.percent == 100)
    quiz.askAgain(at: 3000)
    #expect(quiz.phase == .finished)
    #expect(self.quiz(0).phase == .finished)
  }

  @Test("can be stopped, and what was not reached is not asked again")
  func stopped() {
    var quiz = quiz()
    _ = quiz.answer(FakeFamily.wrong, at: 2000)
    quiz.stop()
    #expect(quiz.result.rest == "1 wrong, 2 not reached")
    quiz.askAgain(at: 3000)
    #expect(quiz.waiting == [0])
  }

  @Test("with 199 of 200 right is not at 100 %, and with 1 not at 0 %")
  func percent() {
    var most = quiz(200)
    var least = quiz(400)
    for index in 0..<200 {
      _ = most.answer(index == 7 ? FakeFamily.wrong : FakeFamily.right, at: 2000)
    }
    _ = least.answer(FakeFamily.right, at: 2000)
    #expect(most.result.percent == 99)
    #expect(least.result.percent == 1)
  }

  @Test("says times so that 0:00 means over")
  func times() {
    #expect(QuizResult.clock(252_000) == "4:12")
    #expect(QuizResult.clock(1) == "0:01")
    #expect(QuizResult.clock(0) == "0:00")
    #expect(QuizResult.time(4249) == "4.2 s")
    #expect(QuizResult.time(59_949) == "59.9 s")
    #expect(QuizResult.time(59_950) == "1 min 0 s")
    #expect(QuizResult.time(185_000) == "3 min 5 s")
  }
}

import PortKnowledge
import Practice
import Testing

/// Each test runs for many seeds; the seed is an argument, so a failure names it.
@Suite("For every run of a quiz")
struct QuizSessionPropertyTests {
  @Test("the parts add up, time only passes, and the second round ends", arguments: seeds)
  func anyRun(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let family = FakeFamily(id: "quiz")
    let limit: Int64? =
      Bool.random(using: &generator) ? Int64.random(in: 1...60_000, using: &generator) : nil
    var now: Int64 = 0
    var quiz = QuizSession(
      questions: (0..<12).map { family.question(seed: $0, level: .easy) },
      limitMilliseconds: limit, isToldAtOnce: Bool.random(using: &generator), at: now)
    var expected: [QuizResult.Outcome] = []
    while !quiz.isScored {
      now += Int64.random(in: 0...9000, using: &generator)
      let isAsking = quiz.phase == .asking
      let isInTime = isAsking && quiz.remainingMilliseconds(at: now) != 0
      let isRight = Bool.random(using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: quiz.tick(at: now)
      case 1:
        quiz.skip(at: now)
        if isInTime { expected.append(.skipped) }
      case 2:
        let verdict = quiz.answer(isRight ? FakeFamily.right : FakeFamily.wrong, at: now)
        #expect((verdict != nil) == isInTime)
        if isInTime { expected.append(isRight ? .right : .wrong) }
      default:
        quiz.next(at: now)
      }
      #expect(quiz.items.map(\.outcome) == expected)
      let sum = QuizResult.Outcome.allCases.reduce(0) { $0 + quiz.result.count(of: $1) }
      #expect(sum == 12)
      if let left = quiz.remainingMilliseconds(at: now), let limit {
        #expect((0...limit).contains(left))
      }
    }
    #expect(quiz.isTimeOver || expected.count == 12)
    if let limit, !quiz.isToldAtOnce, expected.count == 12 {
      #expect(quiz.items.reduce(0) { $0 + $1.milliseconds } < limit)
    }
    let result = quiz.result
    quiz.askAgain(at: now)
    var steps = 0
    while quiz.phase != .finished, steps < 1000 {
      steps += 1
      let isRight = Bool.random(using: &generator)
      let waiting = quiz.waiting.count
      _ = quiz.answer(isRight ? FakeFamily.right : FakeFamily.wrong, at: now)
      quiz.next(at: now)
      #expect(quiz.waiting.count == (isRight ? waiting - 1 : waiting))
    }
    #expect(quiz.phase == .finished)
    #expect(quiz.result == result)
    #expect(result.topics.reduce(0) { $0 + $1.right } == result.right)
    #expect(result.topics.reduce(0) { $0 + $1.count } == 12)
  }
}

private let seeds: [UInt64] = Array(0..<200)

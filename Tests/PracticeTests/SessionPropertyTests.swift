import PortKnowledge
import Practice
import Testing

/// Each test runs for many seeds; the seed is an argument, so a failure names it.
@Suite("For every seed, a practice session")
struct SessionPropertyTests {
  private let families = ["a", "b", "c"].map { FakeFamily(id: $0) }

  @Test("is the same for the same seed and another for the next one", arguments: seeds)
  func repeatable(seed: UInt64) {
    func questions(_ seed: UInt64, _ level: ExerciseLevel = .medium) -> [Question] {
      PracticeSession(families: families, level: level, seed: seed, count: 12).questions
    }
    #expect(questions(seed) == questions(seed))
    #expect(questions(seed) != questions(seed &+ 1))
    #expect(questions(seed) != questions(seed, .hard))
  }

  @Test("begins with the same questions when it is made longer", arguments: seeds)
  func prefix(seed: UInt64) {
    let short = PracticeSession(families: families, level: .easy, seed: seed, count: 5)
    let long = PracticeSession(families: families, level: .easy, seed: seed, count: 20)
    #expect(short.questions == Array(long.questions.prefix(5)))
  }

  @Test("lets the families take turns", arguments: seeds)
  func alternates(seed: UInt64) {
    let session = PracticeSession(families: families, level: .easy, seed: seed, count: 12)
    let names = session.questions.map(\.familyName)
    for (one, next) in zip(names, names.dropFirst()) { #expect(one != next) }
    for family in families { #expect(names.filter { $0 == family.id }.count == 4) }
  }

  @Test("asks nothing twice while a family has something else", arguments: seeds)
  func noRepetition(seed: UInt64) {
    let small = FakeFamily(id: "small", variety: 12)
    let session = PracticeSession(families: [small], level: .easy, seed: seed, count: 6)
    #expect(Set(session.questions.map(\.prompt)).count == 6)
    let tiny = FakeFamily(id: "tiny", variety: 1)
    let repeated = PracticeSession(families: [tiny], level: .easy, seed: seed, count: 4)
    #expect(repeated.questions.count == 4)
  }

  @Test("scores any mixture of answers, skips and hints", arguments: seeds)
  func scores(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var session = PracticeSession(families: families, level: .easy, seed: seed, count: 9)
    var expected = (correct: 0, wrong: 0, skipped: 0)
    while !session.isFinished {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0:
        session.skip()
        expected.skipped += 1
      case 1:
        session.answer(FakeFamily.right)
        expected.correct += 1
      case 2:
        session.answer(FakeFamily.wrong)
        expected.wrong += 1
      default: session.takeHint()
      }
      session.next()
      let score = session.score
      #expect((score.correct, score.wrong, score.skipped) == expected)
      #expect(session.results.count == session.position)
      #expect(session.mistakes.count == expected.wrong)
      #expect(score.correctWithoutHint <= score.correct)
    }
    #expect(expected.correct + expected.wrong + expected.skipped == 9)
  }
}

private let seeds: [UInt64] = Array(0..<40) + [.max, 1 << 63]

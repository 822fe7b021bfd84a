import Practice
import Testing

@Suite("The model FSRS-6")
struct FSRS6Tests {
  private let model = FSRS6()

  @Test("moves a memory as other implementations do", arguments: FSRS6Step.all)
  func steps(step: FSRS6Step) {
    #expect(step.after.count == 4)
    let recall = model.retrievability(step.memory, elapsedDays: Double(step.elapsedDays))
    #expect(isNear(recall, step.retrievability))
    for (grade, expected) in zip(Grade.allCases, step.after) {
      let next = model.memory(step.memory, after: grade, elapsedDays: step.elapsedDays)
      #expect(isNear(next.stability, expected.stability), "\(grade): \(next)")
      #expect(isNear(next.difficulty, expected.difficulty), "\(grade): \(next)")
    }
  }

  @Test("has a hundred figures to compare with")
  func count() {
    #expect(FSRS6Step.all.count == 100)
  }

  @Test(
    "begins with the stability and the difficulty of the first grade",
    arguments: [
      (.again, 0.212, 6.4133),
      (.hard, 1.2931, 5.112170705601055),
      (.good, 2.3065, 2.118103970459015),
      (.easy, 8.2956, 1),
    ] as [(Grade, Double, Double)])
  func first(grade: Grade, stability: Double, difficulty: Double) {
    let memory = model.firstMemory(grade)
    #expect(isNear(memory.stability, stability))
    #expect(isNear(memory.difficulty, difficulty))
  }

  @Test(
    "forgets along the published curve",
    arguments: [
      (0.5, 0, 1), (0.5, 0.5, 0.9), (0.5, 1, 0.8458846451494336), (0.5, 10, 0.6271611534010325),
      (0.5, 100, 0.44276140264235564), (0.5, 1_000, 0.31065353051563166),
      (1, 0.5, 0.9403442888929227), (1, 1, 0.9), (1, 10, 0.6928266345726217),
      (1, 100, 0.4923224255829389), (1, 1_000, 0.3456694429039765),
      (10, 0.5, 0.9926480955829713), (10, 1, 0.9856824087775146), (10, 10, 0.9),
      (10, 100, 0.6928266345726217), (10, 1_000, 0.4923224255829389),
      (100, 0.5, 0.9992462834887489), (100, 1, 0.9984967984922138),
      (100, 10, 0.9856824087775146), (100, 100, 0.9), (100, 1_000, 0.6928266345726218),
    ] as [(Double, Double, Double)])
  func curve(stability: Double, days: Double, recall: Double) {
    let memory = MemoryState(stability: stability, difficulty: 5)
    #expect(isNear(model.retrievability(memory, elapsedDays: days), recall))
    #expect(model.retrievability(memory, elapsedDays: -days) == 1)
  }

  @Test(
    "waits until recall has fallen to the wanted chance",
    arguments: [
      (0.5, 0.7, 4.643955591208511), (0.5, 0.8, 1.6579798931154905),
      (0.5, 0.85, 0.9532130665264792), (0.5, 0.9, 0.49999999999999994),
      (0.5, 0.95, 0.201279345994996), (0.5, 0.97, 0.11138422037233242),
      (1, 0.7, 9.287911182417021), (1, 0.8, 3.315959786230981), (1, 0.9, 0.9999999999999999),
      (10, 0.7, 92.87911182417022), (10, 0.85, 19.064261330529586), (10, 0.95, 4.02558691989992),
      (100, 0.7, 928.7911182417022), (100, 0.8, 331.5959786230981), (100, 0.9, 100),
      (100, 0.97, 22.276844074466485),
    ] as [(Double, Double, Double)])
  func interval(stability: Double, retention: Double, days: Double) {
    let memory = MemoryState(stability: stability, difficulty: 5)
    #expect(isNear(model.interval(memory, retention: retention), days))
    #expect(isNear(model.retrievability(memory, elapsedDays: days), retention))
  }

  @Test(
    "follows a card through its reviews",
    arguments: [
      (
        [.again, .good, .good, .good, .good, .good], [0, 0, 1, 3, 8, 21],
        53.626902917141386, 6.357487083997829
      ),
      (
        [.good, .good, .good, .good, .good, .good], [0, 0, 2, 11, 46, 163],
        497.87655512459105, 2.083724125574743
      ),
      (
        [.good, .hard, .easy, .again, .good, .good], [0, 0, 3, 20, 0, 1],
        3.805538045740772, 7.654469491836443
      ),
      ([.easy, .easy, .easy, .easy], [0, 8, 60, 300], 1_571.68686490226, 1),
    ] as [([Grade], [Int], Double, Double)])
  func sequence(grades: [Grade], days: [Int], stability: Double, difficulty: Double) {
    var memory = model.firstMemory(grades[0])
    for (grade, elapsed) in zip(grades, days).dropFirst() {
      memory = model.memory(memory, after: grade, elapsedDays: elapsed)
    }
    #expect(isNear(memory.stability, stability), "\(memory)")
    #expect(isNear(memory.difficulty, difficulty), "\(memory)")
  }

  @Test("shrinks a memory on the same day only after Again")
  func sameDay() {
    for stability in [0.001, 0.212, 2, 40, 700, 36_500] {
      let memory = MemoryState(stability: stability, difficulty: 5)
      for grade in Grade.allCases {
        let next = model.memory(memory, after: grade, elapsedDays: 0).stability
        if grade != .again { #expect(next >= stability) }
        #expect(next == model.memory(memory, after: grade, elapsedDays: -3).stability)
      }
    }
    let memory = MemoryState(stability: 40, difficulty: 5)
    #expect(model.memory(memory, after: .again, elapsedDays: 0).stability < 40)
    #expect(model.memory(memory, after: .hard, elapsedDays: 0).stability == 40)
  }

  @Test("keeps stability and difficulty within their limits")
  func limits() {
    let weak = MemoryState(stability: 0.001, difficulty: 10)
    #expect(model.memory(weak, after: .again, elapsedDays: 0).stability == 0.001)
    let strong = MemoryState(stability: 36_500, difficulty: 1)
    let next = model.memory(strong, after: .easy, elapsedDays: .max)
    #expect(next == strong)
  }

  @Test("takes 21 weights within their limits and nothing else")
  func weights() {
    let published = FSRS6.Weights.published.values
    #expect(published.count == 21)
    #expect(FSRS6.Weights(published) == .published)
    #expect(FSRS6.Weights(published.dropLast()) == nil)
    #expect(FSRS6.Weights(published + [1]) == nil)
    for number in published.indices {
      for wrong in [-1, 101, .nan, .infinity] as [Double] {
        var values = published
        values[number] = wrong
        #expect(FSRS6.Weights(values) == nil, "weight \(number): \(wrong)")
      }
    }
  }

  @Test("follows other weights")
  func otherWeights() throws {
    var values = FSRS6.Weights.published.values
    values[2] = 4
    values[20] = 0.5
    let other = FSRS6(weights: try #require(FSRS6.Weights(values)))
    let memory = other.firstMemory(.good)
    #expect(memory.stability == 4)
    #expect(isNear(other.retrievability(memory, elapsedDays: 4), 0.9))
    // (1 + F · 8/4)^(−1/2) with F = 0.9^(−2) − 1 = 19/81 is 9/√119.
    #expect(isNear(other.retrievability(memory, elapsedDays: 8), 9 / 119.0.squareRoot()))
  }
}

private func isNear(_ one: Double, _ other: Double) -> Bool {
  abs(one - other) <= 1e-9 * max(1, abs(other))
}

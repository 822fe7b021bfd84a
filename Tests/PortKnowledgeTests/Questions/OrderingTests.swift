import PortKnowledge
import Testing

@Suite("Steps that are put in order")
struct OrderingTests {
  private func ordering(_ rules: [(Int, Int)], count: Int = 4) -> Question.Ordering {
    Question.Ordering(
      items: (0..<count).map { "step \($0)" },
      rules: rules.map { .init(before: $0.0, after: $0.1, explanation: "It must be so.") },
      solution: Array(0..<count))
  }

  /// How many orders keep the rules, found by trying all of them.
  private func solutionCount(_ ordering: Question.Ordering) -> Int {
    func count(_ order: [Int]) -> Int {
      if order.count == ordering.items.count { return ordering.broken(by: order).isEmpty ? 1 : 0 }
      return ordering.items.indices.filter { !order.contains($0) }.reduce(0) {
        $0 + count(order + [$1])
      }
    }
    return count([])
  }

  @Test("One order is right exactly where no other keeps the rules")
  func oneSolution() {
    let seed: UInt64 = 0x0DE5
    for offset in 0..<300 {
      var generator = SeededGenerator(seed: seed &+ UInt64(offset))
      // Rules that the order 0, 1, 2, 3 keeps.
      let pairs = (0..<4).flatMap { before in (before + 1..<4).map { (before, $0) } }
      let rules = pairs.filter { _ in Int.random(in: 0..<4, using: &generator) > 0 }
      let ordering = ordering(rules)
      #expect(
        ordering.hasOneSolution == (solutionCount(ordering) == 1),
        "seed \(seed &+ UInt64(offset)), rules \(rules)")
    }
  }

  @Test("An order is complete with each item once; the rules it breaks are named")
  func broken() {
    let ordering = ordering([(0, 1), (1, 3)])
    #expect(ordering.isComplete([3, 2, 1, 0]))
    #expect(!ordering.isComplete([0, 1, 2]) && !ordering.isComplete([0, 1, 2, 2]))
    #expect(ordering.broken(by: [3, 2, 1, 0]).map(\.before) == [0, 1])
    #expect(ordering.broken(by: [2, 0, 1, 3]).isEmpty)
  }
}

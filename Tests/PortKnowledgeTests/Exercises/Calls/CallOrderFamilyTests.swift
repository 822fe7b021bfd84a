import PortKnowledge
import Testing

@Suite("Exercises: which call comes when")
struct CallOrderFamilyTests {
  private func exercises(_ level: ExerciseLevel, _ count: UInt64 = 400) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: "call-order"))
    return (0..<count).map { family.exercise(seed: $0, level: level) }
  }

  private func kind(_ question: Question) -> String {
    switch question.kind {
    case .chooseOne: "one"
    case .chooseSeveral: "several"
    case .entry: "entry"
    case .putInOrder: "order"
    case .fillTable: "table"
    }
  }

  @Test("ask in more ways the harder they are")
  func variety() throws {
    #expect(Set(try exercises(.easy).map { kind($0.question) }) == ["one", "order"])
    for level in [ExerciseLevel.medium, .hard] {
      #expect(
        Set(try exercises(level).map { kind($0.question) }) == ["one", "several", "order", "table"])
    }
  }

  @Test("can all be put to the kernel, and ask there what they ask the learner")
  func experiments() throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises(level) {
        let steps = try #require(exercise.experiment, "\(exercise.question.id)").steps
        #expect(steps.contains { $0.isAsked && $0.expected != nil }, "\(exercise.question.id)")
      }
    }
  }

  @Test("have the result of the asked call as their right answer")
  func answers() throws {
    var seen: Set<String> = []
    for exercise in try exercises(.hard, 800) {
      guard case .chooseOne(let options) = exercise.question.kind,
        case .object(let data) = exercise.data, data["form"] == "chooseOne",
        case .list(let lines)? = data["lines"], case .object(let last)? = lines.last
      else { continue }
      let right = options.first { $0.isRight }?.text
      #expect(last["result"] == right.map { .text($0) }, "\(exercise.question.id)")
      seen.insert(right ?? "")
    }
    #expect(
      seen.isSuperset(of: [
        "OK", "EPIPE", "ECONNRESET", "ECONNREFUSED", "EINVAL", "EISCONN", "ENOTCONN", "0 bytes",
        "EDESTADDRREQ",
      ]), "\(seen)")
  }

  @Test("take every order that keeps the rules, not only the one that is shown")
  func freedom() throws {
    var others = 0
    for exercise in try exercises(.medium) {
      guard case .putInOrder(let ordering) = exercise.question.kind else { continue }
      for place in 0..<ordering.items.count - 1 {
        var order = ordering.solution
        order.swapAt(place, place + 1)
        let isFree = ordering.broken(by: order).isEmpty
        #expect(exercise.question.verdict(on: .order(order)).isCorrect == isFree)
        if isFree { others += 1 }
      }
    }
    #expect(others > 20, "\(others)")
  }
}

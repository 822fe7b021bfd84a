import PortKnowledge
import Testing

@Suite("Exercises: classify a number")
struct ClassifyPortFamilyTests {
  private func exercises(_ level: ExerciseLevel, _ count: UInt64 = 1200) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: "classify-port"))
    return (0..<count).map { family.exercise(seed: $0, level: level) }
  }

  /// What is said of a number, decided here from the borders alone.
  private struct Facts {
    let range: String
    let privileged: String
    let chosen: String

    init(_ number: Int, _ settings: [Int]) {
      guard (0...65535).contains(number) else {
        range = "no such port"
        privileged = range
        chosen = range
        return
      }
      range =
        number < 1024 ? "System Ports" : number < 49152 ? "User Ports" : "Dynamic Ports"
      privileged = number != 0 && number < settings[2] ? "yes" : "no"
      chosen = settings[0] <= number && number <= settings[1] ? "yes" : "no"
    }
  }

  /// The settings of the figure: the local port range and the first unprivileged port.
  private func settings(_ question: Question) -> [Int] {
    guard !question.figure.isEmpty else { return [32768, 60999, 1024] }
    return question.figure.flatMap { line in
      line.text.split(separator: " ").compactMap { Int($0) }
    }
  }

  @Test("fill tables with what the borders say")
  func tables() throws {
    var count = 0
    for level in [ExerciseLevel.medium, .hard] {
      for exercise in try exercises(level) {
        guard case .fillTable(let table) = exercise.question.kind else { continue }
        count += 1
        #expect(table.rows.count == 3)
        for (index, column) in table.columns.enumerated() {
          let facts = Facts(try #require(Int(column)), settings(exercise.question))
          let right = table.rows.map { row -> String? in
            guard case .blank(let choices) = row.cells[index] else { return nil }
            return choices.first { $0.isRight }?.text
          }
          #expect(
            right == [facts.range, facts.privileged, facts.chosen], "\(exercise.question.id)")
        }
      }
    }
    #expect(count > 1000)
  }

  @Test("tick numbers and statements that the borders make true")
  func ticks() throws {
    var conditions: Set<String> = []
    for level in [ExerciseLevel.medium, .hard] {
      for exercise in try exercises(level) {
        let question = exercise.question
        guard case .chooseSeveral(let options) = question.kind else { continue }
        for option in options {
          if let number = Int(option.text) {
            let facts = Facts(number, settings(question))
            let condition = question.prompt.split(separator: "port that ").last.map(String.init)
            conditions.insert(condition ?? "")
            #expect(
              option.isRight == Self.holds(condition ?? "", facts), "\(question.id) \(number)")
            continue
          }
          let number = try #require(
            question.prompt.split(separator: " ").compactMap { Int($0) }.first)
          let facts = Facts(number, settings(question))
          #expect(
            option.isRight == Self.isTrue(option.text, facts), "\(question.id) \(option.text)")
        }
      }
    }
    #expect(conditions.count == 7, "\(conditions)")
  }

  private static func holds(_ condition: String, _ facts: Facts) -> Bool {
    guard facts.range != "no such port" else { return false }
    let chosen = facts.chosen == "yes"
    if condition.contains("yet may be chosen") { return facts.range == "User Ports" && chosen }
    if condition.contains("User Ports") { return facts.range == "User Ports" && !chosen }
    if condition.contains("Dynamic Ports") { return facts.range == "Dynamic Ports" && !chosen }
    let isFree = facts.privileged == "no"
    if condition.contains("System Ports") { return facts.range == "System Ports" && isFree }
    if condition.contains("may not bind() to") { return !isFree }
    if condition.contains("anybody may bind() to") { return isFree && !chosen }
    return chosen
  }

  private static func isTrue(_ statement: String, _ facts: Facts) -> Bool {
    if statement.contains("IANA's") { return statement.hasSuffix(facts.range) }
    if statement.contains("CAP_NET_BIND_SERVICE") { return facts.privileged == "yes" }
    if statement.contains("choose") { return facts.chosen == "yes" }
    return facts.range == "no such port"
  }

  @Test("ask for one fact on the easy level, and every answer is right somewhere")
  func single() throws {
    var right: Set<String> = []
    for exercise in try exercises(.easy) {
      let question = exercise.question
      let words = question.prompt.split { !$0.isLetter && !$0.isNumber }
      let number = try #require(words.compactMap { Int($0) }.first)
      let facts = Facts(number, settings(question))
      let answer = try #require(question.options.first { $0.isRight }).text
      right.insert(answer)
      if facts.range == "no such port" {
        #expect(answer == "no port has this number", "\(question.id)")
      } else if question.prompt.contains("ranges") {
        #expect(answer.hasPrefix(facts.range), "\(question.id)")
      } else if question.prompt.contains("bind()") {
        #expect(answer.hasPrefix("no") == (facts.privileged == "yes"), "\(question.id)")
      } else {
        #expect(answer.hasPrefix("yes") == (facts.chosen == "yes"), "\(question.id)")
      }
    }
    #expect(right.count == 8, "\(right)")
  }

  @Test("take half of their numbers from the borders, 0 and 65536 among them")
  func borders() throws {
    let borders: Set = [
      0, 1, 1023, 1024, 32767, 32768, 49151, 49152, 60999, 61000, 65535, 65536,
    ]
    var drawn: [Int] = []
    for exercise in try exercises(.easy, 2400) {
      guard case .object(let data) = exercise.data, case .list(let numbers)? = data["numbers"],
        case .object(let first)? = numbers.first, case .number(let number)? = first["number"]
      else { continue }
      drawn.append(number)
    }
    #expect(drawn.count == 2400)
    #expect(drawn.count(where: borders.contains) == 1200)
    #expect(borders.isSubset(of: drawn))
  }

  @Test("point at the part in which the number lies")
  func figures() throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises(level, 300) {
        for option in exercise.question.options {
          let lines = option.figure.map(\.text)
          #expect(lines.count == 3, "\(exercise.question.id)")
          let place = try #require(lines[2].firstIndex(of: "▲")).utf16Offset(in: lines[2])
          let number = try #require(lines[2].split(separator: " ").compactMap { Int($0) }.first)
          let isLeft = lines[2].hasSuffix("▲")
          #expect(!isLeft || lines[2].contains(String(number)))
          let part = lines[1].dropFirst(place).prefix { $0 != " " }
          let bounds = part.split(separator: "-").compactMap { Int($0) }
          let (first, last) = (try #require(bounds.first), try #require(bounds.last))
          #expect(first <= number && number <= last, "\(exercise.question.id): \(lines)")
        }
      }
    }
  }
}

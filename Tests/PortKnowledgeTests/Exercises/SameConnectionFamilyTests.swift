import PortKnowledge
import Testing

@Suite("Exercises: same or distinct connection")
struct SameConnectionFamilyTests {
  private func questions(_ level: ExerciseLevel) throws -> [Question] {
    let family = try #require(ExerciseCatalog.family(named: "same-connection"))
    return (0..<600).map { family.question(seed: UInt64($0), level: level) }
  }

  /// Whether the two tuples of the figure are one connection, decided from the text alone.
  private func isSame(_ question: Question) throws -> Bool {
    let tuples = try question.figure.map(FigureTuple.init)
    try #require(tuples.count == 2)
    return tuples[0].transport == tuples[1].transport
      && tuples[0].ends.sorted() == tuples[1].ends.sorted()
  }

  @Test("follow the rule: same protocol and the same unordered pair of endpoints")
  func rule() throws {
    for level in ExerciseLevel.allCases {
      for question in try questions(level) {
        let right = try #require(question.options.first { $0.isRight })
        #expect(right.text.hasPrefix("the same") == (try isSame(question)), "\(question.id)")
      }
    }
  }

  @Test("have both answers often enough, and every reason on the hard level")
  func variety() throws {
    for level in ExerciseLevel.allCases {
      let right = try questions(level).compactMap { $0.options.first(where: \.isRight)?.text }
      let same = right.count { $0.hasPrefix("the same") }
      #expect((180...420).contains(same), "level \(level): \(same) of \(right.count)")
      #expect(Set(right).count == (level == .hard ? 5 : 2))
    }
  }

  @Test("swap only ports and only addresses from the medium level on")
  func crossed() throws {
    func isCrossed(_ question: Question) throws -> Bool {
      let tuples = try question.figure.map(FigureTuple.init)
      let ports = tuples.map { Set($0.ends.map { $0.split(separator: "#")[1] }) }
      let hosts = tuples.map { Set($0.ends.map { $0.split(separator: "#")[0] }) }
      return try ports[0] == ports[1] && hosts[0] == hosts[1] && !isSame(question)
        && tuples[0].transport == tuples[1].transport
    }
    #expect(try !questions(.easy).contains(where: isCrossed))
    #expect(try questions(.medium).contains(where: isCrossed))
    #expect(try questions(.hard).contains(where: isCrossed))
  }

  @Test("use only addresses that belong to nobody, and keep the columns aligned")
  func figures() throws {
    for level in ExerciseLevel.allCases {
      for question in try questions(level) {
        for line in question.figure { try FigureTuple(line).check(question.id) }
        let arrows = question.figure.map { $0.text.prefix { $0 != "\u{2192}" }.count }
        #expect(Set(arrows).count == 1, "\(question.id)")
      }
    }
  }

  @Test("point at what decides in the explanations")
  func pointers() throws {
    for question in try questions(.hard).prefix(300) {
      for option in question.options {
        let marks = option.figure.flatMap(\.spans).filter { $0.mark == .decisive }
        #expect(marks.contains { $0.text.contains("\u{25B2}") }, "\(question.id)")
      }
    }
  }
}

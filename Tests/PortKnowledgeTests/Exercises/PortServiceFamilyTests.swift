import PortKnowledge
import Testing

@Suite("Exercises: port and service")
struct PortServiceFamilyTests {
  private func questions(_ level: ExerciseLevel, _ count: UInt64) throws -> [Question] {
    let family = try #require(ExerciseCatalog.family(named: "port-service"))
    return (0..<count).map { family.question(seed: $0, level: level) }
  }

  /// The services whose name and port a right answer joins, looked up in the table anew.
  private func isTrue(_ question: Question) -> Bool {
    switch question.kind {
    case .chooseOne(let options):
      guard let right = options.first(where: \.isRight) else { return false }
      if let port = PortNumber(text: right.text) {
        return ServiceTable.services(on: port).contains { question.prompt.contains($0.commonName) }
      }
      return ServiceTable.all.contains {
        $0.commonName == right.text && question.prompt.contains("default port \($0.port) (")
      }
    case .entry(let entry):
      return entry.accepted.first.flatMap { PortNumber(text: $0) }.map { port in
        ServiceTable.services(on: port).contains { question.prompt.contains($0.commonName) }
      } ?? false
    case .chooseSeveral, .putInOrder, .fillTable:
      return false
    }
  }

  @Test("always say default port, and join what the table joins")
  func truth() throws {
    for level in ExerciseLevel.allCases {
      for question in try questions(level, 600) {
        #expect(question.prompt.contains("default port"), "\(question.id)")
        #expect(isTrue(question), "\(question.id)")
      }
    }
  }

  @Test("show every row of a level once before any comes again")
  func deck() throws {
    for (level, count) in [(ExerciseLevel.easy, 22), (.medium, 96), (.hard, 238)] {
      let lessons = try questions(level, UInt64(count) * 2).map(\.explanation)
      #expect(Set(lessons.prefix(count)).count == count)
      #expect(Set(lessons.suffix(count)).count == count)
    }
  }

  @Test("come in all three forms on every level")
  func forms() throws {
    for level in ExerciseLevel.allCases {
      let all = try questions(level, 60)
      #expect(all.contains { $0.options.isEmpty })
      #expect(all.contains { $0.options.first.map { Int($0.text) != nil } ?? false })
      #expect(all.contains { $0.options.first.map { Int($0.text) == nil } ?? false })
      #expect(all.allSatisfy { $0.options.isEmpty || $0.options.count == 4 })
    }
  }

  @Test("explain a wrong option by what it really is")
  func wrongOptions() throws {
    for question in try questions(.medium, 300) {
      for option in question.options where !option.isRight {
        if let port = PortNumber(text: option.text) {
          let names = ServiceTable.services(on: port).map(\.commonName)
          #expect(!names.isEmpty && names.allSatisfy(option.explanation.contains), "\(question.id)")
        } else {
          let port = ServiceTable.all.first { $0.commonName == option.text }?.port
          #expect(option.explanation.contains(port?.description ?? "?"), "\(question.id)")
        }
      }
    }
  }

  @Test("offer the classic confusions")
  func confusions() throws {
    let all = try questions(.medium, 2000)
    func wrong(for right: String) -> Set<String> {
      let asked = all.filter { $0.options.contains { $0.isRight && $0.text == right } }
      return Set(asked.flatMap { $0.options.filter { !$0.isRight }.map(\.text) })
    }
    #expect(wrong(for: "993").contains("995"))
    #expect(wrong(for: "3306").contains("3389"))
    #expect(wrong(for: "SSH").contains("Telnet"))
    #expect(wrong(for: "SNMP").contains("SNMP trap"))
    #expect(wrong(for: "Syslog").contains("rsh"), "514/tcp for 514/udp")
    #expect(!wrong(for: "514").contains("514"))
  }

  @Test("accept every number a service has, and explain a known wrong one")
  func typed() throws {
    let typed = try questions(.hard, 2000).filter { $0.options.isEmpty }
    func first(_ name: String) throws -> Question {
      try #require(typed.first { $0.prompt.contains("port of \(name) (") }, "\(name) never came")
    }
    let irc = try first("IRC")
    for answer in ["6667", " 6667 ", "194", "6669", "6667/tcp", "6667/TCP"] {
      #expect(irc.verdict(on: .text(answer)).isCorrect, "\(answer)")
    }
    #expect(!irc.verdict(on: .text("6697")).isCorrect)
    let oracle = try first("Oracle DB listener")
    #expect(oracle.verdict(on: .text("1521")).isCorrect)
    #expect(oracle.verdict(on: .text("2483")).isCorrect)
    let kerberos = try first("Kerberos")
    #expect(kerberos.verdict(on: .text("88/udp")).isCorrect)
    let verdict = kerberos.verdict(on: .text("464"))
    #expect(!verdict.isCorrect)
    #expect(verdict.mistakes.first?.text.contains("Kerberos password") == true)
  }

  @Test("never tell the number in the prompt or in the first hint")
  func nothingGivenAway() throws {
    for question in try questions(.hard, 1000) {
      guard case .entry(let entry) = question.kind, let port = entry.accepted.first else {
        continue
      }
      for text in [question.prompt] + question.hints {
        let words = text.split { !$0.isNumber }.map(String.init)
        #expect(!words.contains(port) || port.count == 1, "\(question.id): \(text)")
      }
    }
  }
}

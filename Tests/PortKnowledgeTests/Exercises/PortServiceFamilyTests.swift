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
    case .entry(let entry) where entry.form == .text:
      return ServiceTable.all.contains {
        $0.commonName == entry.accepted.first
          && question.prompt.contains("default port \($0.port) (")
      }
    case .entry(let entry):
      if question.prompt.contains("SMTP submission") { return entry.accepted.contains("587") }
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

  @Test("come in all four forms on every level")
  func forms() throws {
    for level in ExerciseLevel.allCases {
      let all = try questions(level, 60)
      for form in [Question.Entry.Form.text, .number] {
        #expect(
          all.contains { if case .entry(let entry) = $0.kind { entry.form == form } else { false } }
        )
      }
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
          if names.isEmpty {
            let right = try #require(question.options.first { $0.isRight }).text
            #expect(right.sorted() == option.text.sorted(), "\(question.id)")
            #expect(option.explanation.contains("two digits exchanged"), "\(question.id)")
            continue
          }
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

  @Test("never set 5000 and 7000 against each other, which are both AirPlay's")
  func airPlay() throws {
    var count = 0
    for question in try questions(.hard, 3000) {
      let numbers = Set(question.options.map(\.text))
      #expect(!numbers.isSuperset(of: ["5000", "7000"]), "\(question.id)")
      #expect(
        !numbers.isSuperset(of: ["Flask / Docker registry", "Cassandra internode"]),
        "\(question.id)")
      count += numbers.contains("5000") || numbers.contains("7000") ? 1 : 0
    }
    #expect(count > 5)
  }

  @Test("take both ports of mail submission, unless it is said how TLS begins")
  func submission() throws {
    let typed = try questions(.easy, 1000).filter {
      if case .entry(let entry) = $0.kind { entry.form == .number } else { false }
    }
    let either = try #require(typed.first { $0.prompt.contains("SMTP submission") })
    for port in ["465", "587"] { #expect(either.verdict(on: .text(port)).isCorrect) }
    for port in ["25", "2525"] { #expect(!either.verdict(on: .text(port)).isCorrect) }
    let implicit = try #require(typed.first { $0.prompt.contains("TLS from the first byte") })
    #expect(implicit.verdict(on: .text("465")).isCorrect)
    #expect(!implicit.verdict(on: .text("587")).isCorrect)
  }

  @Test("take the common name, IANA's and those of /etc/services, and explain another service's")
  func typedNames() throws {
    let typed = try questions(.hard, 4000).filter {
      if case .entry(let entry) = $0.kind { entry.form == .text } else { false }
    }
    func first(_ port: String) throws -> Question {
      try #require(typed.first { $0.prompt.contains("port \(port) (") }, "\(port) never came")
    }
    let names: [(String, [String])] = [
      ("53", ["dns", "DNS", "domain"]), ("3306", ["MySQL", "mariadb", "MySQL / MariaDB"]),
      ("22", ["ssh", "OpenSSH"]), ("143", ["imap", "imap2"]),
      ("111", ["rpcbind", "sunrpc", "portmapper"]),
      ("465", ["smtps", "submissions", "ssmtp", "urd"]), ("3389", ["rdp", "ms-wbt-server"]),
      ("5061", ["sips", "sip-tls"]), ("514 (UDP", ["syslog"]),
      ("514 (TCP", ["rsh", "shell", "cmd"]),
    ]
    for (port, accepted) in names {
      let question = try first(port.contains("(") ? String(port.dropLast(5)) : port)
      if port.contains("("), !question.prompt.contains("port \(port))") { continue }
      for name in accepted {
        #expect(question.verdict(on: .text(name)).isCorrect, "\(port): \(name)")
      }
    }
    let wrong = try first("993").verdict(on: .text("pop3s"))
    #expect(!wrong.isCorrect)
    #expect(wrong.mistakes.first?.text.contains("995/tcp") == true)
  }

  @Test("never tell a name that is to be typed")
  func nothingNamed() throws {
    for level in ExerciseLevel.allCases {
      for question in try questions(level, 600) {
        guard case .entry(let entry) = question.kind, entry.form == .text else { continue }
        for text in question.hints {
          let words =
            " "
            + text.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : " " }
            .joined() + " "
          for name in entry.accepted {
            #expect(!words.contains(" \(name.lowercased()) "), "\(question.id): \(name)")
          }
        }
        for mistake in entry.mistakes {
          #expect(mistake.explanation.utf8.count <= 230, "\(question.id): \(mistake.text)")
        }
      }
    }
  }

  @Test("carry the row as data")
  func data() throws {
    let family = try #require(ExerciseCatalog.family(named: "port-service"))
    for seed in 0..<300 as Range<UInt64> {
      let exercise = family.exercise(seed: seed, level: .hard)
      guard case .object(let members) = exercise.data, case .object(let row)? = members["service"],
        case .number(let port)? = row["port"], case .text(let name)? = row["commonName"]
      else {
        Issue.record("no row in the data of seed \(seed)")
        continue
      }
      let service = ServiceTable.all.first {
        Int($0.port.rawValue) == port && $0.commonName == name
      }
      #expect(exercise.question.explanation.contains(try #require(service).commonName))
      #expect((members["others"] == nil) == exercise.question.options.isEmpty, "seed \(seed)")
      #expect((members["accepted"] == nil) == !exercise.question.options.isEmpty, "seed \(seed)")
    }
  }

  @Test("accept every number a service has, and explain a known wrong one")
  func typed() throws {
    let typed = try questions(.hard, 4000).filter { $0.options.isEmpty }
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
      guard case .entry(let entry) = question.kind, entry.form == .number,
        let port = entry.accepted.first
      else { continue }
      for text in [question.prompt] + question.hints {
        let words = text.split { !$0.isNumber }.map(String.init)
        #expect(!words.contains(port) || port.count == 1, "\(question.id): \(text)")
      }
    }
  }
}

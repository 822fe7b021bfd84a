import PortKnowledge
import Testing

@Suite("Exercises: secure twin and transport")
struct SecureTwinFamilyTests {
  private func exercises(_ level: ExerciseLevel, _ count: UInt64 = 400) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: "secure-twin"))
    return (0..<count).map { family.exercise(seed: $0, level: level) }
  }

  private func asked(_ exercise: Exercise) -> String {
    guard case .object(let data) = exercise.data, case .text(let asked)? = data["asked"] else {
      return ""
    }
    return asked
  }

  /// The row that a text names as `IMAP (143)`; for 514 the name tells syslog from rsh.
  private func row(_ text: String) -> Service? {
    ServiceTable.all.first { text == "\($0.commonName) (\($0.port))" }
  }

  @Test("say of a second port what the rule says, whichever way they ask")
  func twins() throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises(level) where ["twin", "plain"].contains(asked(exercise)) {
        let question = exercise.question
        let right: String
        switch question.kind {
        case .chooseOne(let options):
          right = try #require(options.first { $0.isRight }).text
          #expect(options.count == 4)
        case .entry(let entry):
          right = entry.accepted[0]
          #expect(entry.form == .number)
        default:
          right = ""
        }
        let isMatch = ServiceTable.all.contains { service in
          guard let twin = service.twin else { return false }
          return asked(exercise) == "twin"
            ? question.prompt.contains("of \(service.port) (\(service.commonName))")
              && twin.port.description == right
            : question.prompt.contains("On \(twin.commonName) (\(twin.port)),")
              && service.port.description == right
        }
        #expect(isMatch, "\(question.id): \(right)")
      }
    }
  }

  @Test("never call a number wrong that is right in another way")
  func unambiguous() throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises(level, 1000) {
        let question = exercise.question
        var wrong = question.options.filter { !$0.isRight }.map(\.text)
        if case .entry(let entry) = question.kind { wrong = entry.mistakes.map(\.text) }
        if question.prompt.contains("of 53 (DNS)") {
          #expect(!wrong.contains("443"), "DNS over HTTPS: \(question.id)")
        }
        if question.prompt.hasPrefix("On HTTPS (443)") {
          #expect(!wrong.contains("8080"), "\(question.id)")
        }
        if case .fillTable(let table) = question.kind, table.columns == ["with TLS"] {
          let numbers = table.blanks.flatMap { $0.choices.map(\.text) }
          let names = table.rows.map(\.name)
          #expect(
            !numbers.contains("443") || names.contains("HTTP (80)"), "\(question.id): \(names)")
        }
      }
    }
  }

  @Test("fill and tick what the rule and the table say")
  func tables() throws {
    var counts: [String: Int] = [:]
    for level in [ExerciseLevel.medium, .hard] {
      for exercise in try exercises(level, 1000) {
        let question = exercise.question
        counts[asked(exercise), default: 0] += 1
        switch question.kind {
        case .fillTable(let table):
          #expect(table.rows.count == 4)
          for (tableRow, blank) in zip(table.rows, table.blanks) {
            let service = try #require(row(tableRow.name), "\(tableRow.name)")
            let right = blank.choices[blank.right].text
            if table.columns == ["transport"] {
              #expect(
                right == (service.transports == .both ? "both" : service.transports.list[0].name))
            } else {
              #expect(right == service.twin?.port.description, "\(question.id)")
            }
          }
        case .chooseSeveral(let options):
          for option in options {
            let service = try #require(row(option.text))
            #expect(option.isRight == (service.twin != nil), "\(question.id): \(option.text)")
          }
        default:
          continue
        }
      }
    }
    #expect(counts.count == 8, "\(counts)")
  }

  @Test("say of each transport what the table says")
  func transports() throws {
    var right: Set<String> = []
    for level in ExerciseLevel.allCases {
      for exercise in try exercises(level) where asked(exercise) == "transport" {
        let prompt = exercise.question.prompt
        let service = try #require(
          ServiceTable.all.first { prompt.hasSuffix("port \($0.port) (\($0.commonName))?") })
        let text = try #require(exercise.question.options.first { $0.isRight }).text
        right.insert(text)
        for transport in TransportProtocol.allCases {
          #expect(
            text.contains(transport.name) == service.transports.contains(transport),
            "\(exercise.question.id)")
        }
      }
    }
    #expect(right.count == 3)
  }

  @Test("know that Telnet has a successor, and databases no second port")
  func places() throws {
    let all = try exercises(.medium, 400)
    let telnet = try #require(all.first { asked($0) == "successor" })
    #expect(telnet.question.prompt.contains("Telnet (23)"))
    #expect(telnet.question.options.first { $0.isRight }?.text == "SSH (22)")
    for (name, answer) in [
      ("PostgreSQL (5432)", "no, TLS is used on 5432 itself"), ("IMAP (143)", "yes, 993"),
      ("SSH (22)", "no, it encrypts by itself, without TLS"),
      ("SMTP (25)", "no, TLS is used on 25 itself"),
    ] {
      let exercise = try #require(
        all.first { $0.question.prompt.contains("Has \(name) a second") }, "\(name)")
      #expect(exercise.question.options.first { $0.isRight }?.text == answer)
    }
  }
}

import PortKnowledge
import Testing

@Suite("Exercises: lines of /proc/net")
struct ProcLineFamilyTests {
  private func exercises(_ kind: String, _ level: ExerciseLevel) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: "proc-line"))
    return (0..<500).map { family.exercise(seed: UInt64($0), level: level) }
      .filter { Self.kind($0) == kind }
  }

  private static func kind(_ exercise: Exercise) -> String? {
    guard case .object(let members) = exercise.data, case .text(let kind)? = members["kind"]
    else { return nil }
    return kind
  }

  /// The bytes of hexadecimal digits.
  private static func bytes(_ digits: some StringProtocol) -> [Int] {
    let all = Array(String(digits))
    return stride(from: 0, to: all.count, by: 2).compactMap {
      Int(String(all[$0..<min($0 + 2, all.count)]), radix: 16)
    }
  }

  /// `0100007F:1F90` as `127.0.0.1:8080`, worked out byte by byte.
  private static func endpoint(_ text: String) -> String {
    let parts = text.split(separator: ":")
    let address = bytes(parts[0]).reversed().map(String.init).joined(separator: ".")
    return "\(address):\(Int(parts[1], radix: 16) ?? -1)"
  }

  /// The columns of the line in an IPv4 figure.
  private static func columns(_ question: Question) -> [String] {
    question.figure.map { $0.text.split(separator: " ").map(String.init) }
      .first { $0.count == 4 && $0[3].contains(":") } ?? []
  }

  private static func accepted(_ question: Question) -> String? {
    guard case .entry(let entry) = question.kind else { return nil }
    return entry.accepted.first
  }

  private static func right(_ question: Question) -> String? {
    question.options.first { $0.isRight }?.text
  }

  @Test("accept what the digits of the figure say")
  func reading() throws {
    for level in [ExerciseLevel.easy, .medium] {
      for exercise in try exercises("read-endpoint", level) {
        let question = exercise.question
        let column = question.prompt.contains("peer's") ? 1 : 0
        let text = try #require(Self.columns(question).dropFirst(column).first)
        #expect(Self.accepted(question) == Self.endpoint(text), "\(question.id)")
      }
    }
    for exercise in try exercises("read-port", .easy) {
      let text = try #require(Self.columns(exercise.question).first)
      let port = Self.endpoint(text).split(separator: ":").last.map(String.init)
      #expect(Self.accepted(exercise.question) == port, "\(exercise.question.id)")
    }
    for exercise in try exercises("read-address", .easy) {
      let text = try #require(Self.columns(exercise.question).first)
      let address = Self.endpoint(text).split(separator: ":").first.map(String.init)
      #expect(Self.right(exercise.question) == address, "\(exercise.question.id)")
    }
    for exercise in try exercises("queues", .medium) {
      let queues = try #require(Self.columns(exercise.question).last)
      let received = queues.split(separator: ":").last.flatMap { Int($0, radix: 16) }
      #expect(Self.accepted(exercise.question) == received.map(String.init))
    }
  }

  @Test("accept what is written byte by byte, in small letters too")
  func writing() throws {
    for exercise in try exercises("write-endpoint", .medium) {
      let question = exercise.question
      let text = try #require(Self.accepted(question))
      #expect(question.prompt.contains(Self.endpoint(text)), "\(question.id)")
      #expect(question.verdict(on: .text(text.lowercased())).isCorrect)
    }
    for exercise in try exercises("choose-text", .easy) {
      let question = exercise.question
      let right = try #require(Self.right(question))
      #expect(question.prompt.contains(Self.endpoint(right)), "\(question.id)")
      #expect(question.options.count { question.prompt.contains(Self.endpoint($0.text)) } == 1)
    }
  }

  @Test("explain every wrong entry with another reason than the right one")
  func mistakes() throws {
    for exercise in try exercises("read-endpoint", .medium) {
      guard case .entry(let entry) = exercise.question.kind else { continue }
      #expect(entry.mistakes.count >= 4, "\(exercise.question.id)")
      for mistake in entry.mistakes {
        let verdict = exercise.question.verdict(on: .text(mistake.text))
        #expect(!verdict.isCorrect && verdict.mistakes.first?.text == mistake.explanation)
        #expect(mistake.explanation.utf8.count <= 230)
      }
    }
  }

  @Test("name states by the kernel's numbers")
  func states() throws {
    let names = [
      "01": "ESTAB", "02": "SYN-SENT", "05": "FIN-WAIT-2", "06": "TIME-WAIT", "08": "CLOSE-WAIT",
      "09": "LAST-ACK", "0A": "LISTEN", "0B": "CLOSING",
    ]
    for exercise in try exercises("state-code", .easy) {
      let code = try #require(Self.columns(exercise.question).dropFirst(2).first)
      #expect(Self.right(exercise.question) == names[code], "\(exercise.question.id)")
    }
    for exercise in try exercises("state-column", .medium) {
      guard case .fillTable(let table) = exercise.question.kind else { continue }
      for blank in table.blanks {
        let right = blank.choices.first { $0.isRight }?.text
        #expect(right == names[String(blank.name.suffix(2))], "\(exercise.question.id)")
      }
    }
  }

  @Test("turn each word of an IPv6 address round, and no more")
  func ipv6() throws {
    for exercise in try exercises("ipv6-text", .hard) {
      let right = try #require(Self.right(exercise.question))
      let reversed = Self.bytes(right)
      let bytes = stride(from: 0, to: 16, by: 4).flatMap { reversed[$0..<$0 + 4].reversed() }
      let groups = stride(from: 0, to: 16, by: 2).map { UInt64(bytes[$0] << 8 | bytes[$0 + 1]) }
      let address = IPAddress.v6(
        groups[..<4].reduce(0) { $0 << 16 | $1 }, groups[4...].reduce(0) { $0 << 16 | $1 })
      #expect(exercise.question.prompt.contains("[\(address)]:"), "\(exercise.question.id)")
    }
  }

  @Test("have an experiment wherever the addresses are on every machine")
  func experiments() throws {
    let family = try #require(ExerciseCatalog.family(named: "proc-line"))
    for level in ExerciseLevel.allCases {
      let exercises = (0..<300).map { family.exercise(seed: UInt64($0), level: level) }
      let count = exercises.count { $0.experiment != nil }
      #expect(level == .hard ? count > 150 : count == 300, "level \(level): \(count)")
      for exercise in exercises {
        #expect(exercise.experiment?.steps.contains { $0.isAsked } ?? true)
      }
    }
  }
}

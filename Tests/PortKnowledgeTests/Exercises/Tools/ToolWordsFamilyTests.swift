import PortKnowledge
import Testing

@Suite("Exercises: the words of the tools")
struct ToolWordsFamilyTests {
  private func exercises(_ kind: String, _ level: ExerciseLevel) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: "tool-words"))
    return (0..<500).map { family.exercise(seed: UInt64($0), level: level) }
      .filter { Self.text("kind", of: $0) == kind }
  }

  private static func text(_ key: String, of exercise: Exercise) -> String? {
    guard case .object(let members) = exercise.data, case .text(let text)? = members[key] else {
      return nil
    }
    return text
  }

  private static func right(_ exercise: Exercise) -> String? {
    exercise.question.options.first { $0.isRight }?.text
  }

  @Test("have every kind of question often enough")
  func variety() throws {
    let kinds: [(ExerciseLevel, [String])] = [
      (
        .easy, ["listeners-command", "option-letter", "state-name", "which-tool", "option-letters"]
      ),
      (.medium, ["type-state-name", "state-names", "local-side", "port-owner", "which-tool"]),
      (
        .hard,
        ["netstat-wildcard", "netstat-mapped", "grep-listen", "missing-program", "all-tools"]
      ),
    ]
    for (level, names) in kinds {
      for name in names {
        let count = try exercises(name, level).count
        #expect(count == 100, "\(name)")
      }
    }
  }

  @Test("know each system's command")
  func commands() throws {
    let commands = [
      "Linux (iproute2, no net-tools)": "ss -tlnp", "macOS": "lsof -iTCP -sTCP:LISTEN -P -n",
      "Windows": "netstat -ano | findstr LISTENING",
    ]
    for exercise in try exercises("listeners-command", .easy) {
      let system = try #require(Self.text("system", of: exercise))
      #expect(Self.right(exercise) == commands[system], "\(exercise.question.id)")
      let has = exercise.question.options.contains { $0.text == "cat /proc/net/tcp" }
      #expect(has == !system.hasPrefix("Linux"))
    }
  }

  @Test("offer no second name that a filter takes as well")
  func stateNames() throws {
    for exercise in try exercises("state-name", .easy)
    where Self.text("tool", of: exercise) == "a filter of ss" {
      let state = try #require(Self.right(exercise).flatMap { SocketStateSet(named: $0) })
      let taken = exercise.question.options.filter { SocketStateSet(named: $0.text) == state }
      #expect(taken.count == 1, "\(exercise.question.id)")
    }
  }

  @Test("accept the name in the other tool, and explain those of the others")
  func typedNames() throws {
    for exercise in try exercises("type-state-name", .medium) {
      guard case .entry(let entry) = exercise.question.kind else { continue }
      for mistake in entry.mistakes {
        let verdict = exercise.question.verdict(on: .text(mistake.text))
        #expect(!verdict.isCorrect, "\(exercise.question.id): \(mistake.text)")
        #expect(!verdict.mistakes.isEmpty && mistake.explanation.utf8.count <= 230)
      }
    }
  }

  @Test("tell the tools by their lines")
  func lines() throws {
    for exercise in try exercises("which-tool", .medium) {
      let line = try #require(exercise.question.figure.first?.text)
      let right = try #require(Self.right(exercise))
      let tool =
        line.hasPrefix("tcp4 ")
        ? "netstat -an on macOS"
        : line.hasPrefix("tcp ")
          ? "netstat -tan on Linux"
          : line.hasPrefix("TCP ")
            ? "netstat -ano on Windows"
            : line.hasPrefix("0: ") ? "/proc/net/tcp on Linux" : "ss -tan on Linux"
      #expect(right == tool, "\(exercise.question.id): \(line)")
    }
  }

  @Test("write wildcards as netstat does")
  func wildcards() throws {
    for exercise in try exercises("local-side", .medium) {
      let ss = try #require(Self.text("ss", of: exercise))
      let (address, port) = ListedLine.split(ss)
      let names = ["*": "::", "[::]": "::", "[::1]": "::1"]
      #expect(Self.right(exercise) == "\(names[address] ?? address):\(port)", "\(ss)")
    }
  }

  @Test("have right commands that look for listeners and their programs")
  func owners() throws {
    for exercise in try exercises("port-owner", .medium) {
      for option in exercise.question.options {
        let text = option.text
        let isRight =
          text.hasPrefix("lsof")
          || (text.hasPrefix("ss -tlnp 'sport") || text.hasPrefix("netstat -tlnp"))
        #expect(option.isRight == isRight, "\(exercise.question.id): \(text)")
      }
    }
  }
}

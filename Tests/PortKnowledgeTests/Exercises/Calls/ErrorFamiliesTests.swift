import PortKnowledge
import Testing

@Suite("Exercises: errors and silence")
struct ErrorFamiliesTests {
  private func exercises(
    _ name: String, _ level: ExerciseLevel, _ count: UInt64 = 300
  ) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: name))
    return (0..<count).map { family.exercise(seed: $0, level: level) }
  }

  private func text(_ name: String, in exercise: Exercise) -> String? {
    guard case .object(let data) = exercise.data, case .text(let text)? = data[name] else {
      return nil
    }
    return text
  }

  /// The right answer of a question with one; nil for a table or an order.
  private func answer(_ question: Question) -> String? {
    switch question.kind {
    case .chooseOne(let options): options.first { $0.isRight }?.text
    case .entry(let entry): entry.accepted.first
    default: nil
    }
  }

  @Test("have at least sixty situations, most of them for the kernel")
  func situations() throws {
    var all: Set<String> = []
    var playable: Set<String> = []
    for level in ExerciseLevel.allCases {
      for exercise in try exercises("which-error", level) {
        let name = try #require(text("scenario", in: exercise))
        all.insert(name)
        if exercise.experiment != nil { playable.insert(name) }
      }
    }
    #expect(all.count >= 60 && playable.count >= 45, "\(all.count), \(playable.count)")
  }

  @Test("know every error of the list, and that nothing fails at times")
  func errors() throws {
    var answers: Set<String> = []
    for level in ExerciseLevel.allCases {
      for exercise in try exercises("which-error", level) {
        if let right = answer(exercise.question) { answers.insert(right) }
      }
    }
    let list: Set = [
      "EADDRINUSE", "EADDRNOTAVAIL", "EACCES", "EINVAL", "ECONNREFUSED", "ETIMEDOUT",
      "ECONNRESET", "EPIPE", "ENOTCONN", "EISCONN", "EOPNOTSUPP", "EAGAIN", "EINPROGRESS",
      "EALREADY", "EDESTADDRREQ", "EMSGSIZE", "ENETUNREACH", "EHOSTUNREACH", "ENOENT", "EBADF",
      "EPERM", "OK", "0 bytes",
    ]
    #expect(answers.isSuperset(of: list), "missing: \(list.subtracting(answers))")
  }

  @Test(
    "never tell the answer in a hint",
    arguments: ["call-order", "which-error", "error-order", "port-state"])
  func hints(name: String) throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises(name, level) {
        guard let right = answer(exercise.question), right.hasPrefix("E") else { continue }
        let words = exercise.question.hints[0] + " " + exercise.question.hints[2]
        let isTold = words.split { !$0.isLetter }.contains { $0 == right }
        #expect(!isTold, "\(exercise.question.id): \(right) in \(words)")
        if name == "which-error" {
          #expect(!exercise.question.hints[1].contains(right), "\(exercise.question.id)")
        }
      }
    }
  }

  @Test("answer what the order of the checks says")
  func order() throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises("error-order", level) {
        guard text("form", in: exercise) == "chooseOne", case .object(let data) = exercise.data,
          case .list(let names)? = data["faults"], case .text(let wanted)? = data["wanted"]
        else { continue }
        let faults = Set(
          names.compactMap { name -> BindFault? in
            if case .text(let raw) = name { BindFault(rawValue: raw) } else { nil }
          })
        let outcome = BindErrorOrder.outcome(of: faults, isIPv6: wanted.hasPrefix("["))
        #expect(answer(exercise.question) == "\(outcome)", "\(exercise.question.id)")
      }
    }
  }

  @Test("need a fixed port and an unprivileged user just where the port is below 1024")
  func privileges() throws {
    for name in ["which-error", "error-order"] {
      for exercise in try ExerciseLevel.allCases.flatMap({ try exercises(name, $0) }) {
        guard let experiment = exercise.experiment else { continue }
        #expect(
          experiment.needs.contains(.unprivileged) == !experiment.fixedPorts.isEmpty,
          "\(exercise.question.id)")
        #expect(experiment.fixedPorts.allSatisfy { $0 < PortNumber(1024) })
      }
    }
  }

  @Test("know all five states of a port")
  func states() throws {
    var states: Set<String> = []
    for level in ExerciseLevel.allCases {
      for exercise in try exercises("port-state", level) {
        if text("form", in: exercise) == "state" { states.insert(answer(exercise.question) ?? "") }
      }
    }
    #expect(states == Set(PortProbe.PortState.allCases.map(\.rawValue)))
  }
}

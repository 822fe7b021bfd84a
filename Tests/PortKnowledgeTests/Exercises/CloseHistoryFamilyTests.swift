import PortKnowledge
import Testing

@Suite("Exercises: how a connection ends")
struct CloseHistoryFamilyTests {
  private func exercises(_ level: ExerciseLevel) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: "close-history"))
    return (0..<600).map { family.exercise(seed: UInt64($0), level: level) }
  }

  /// The history that the figure shows, run through the model.
  private func history(_ question: Question) throws -> CloseHistory {
    let calls = try FigureCall.all(question.figure).map { call in
      let operation: CloseCall.Operation =
        switch call.text {
        case "close()": .close
        case "close(), linger 0": .abort
        case "shutdown(SHUT_WR)": .shutdownWriting
        case let text where text.hasPrefix("send("): .send(try #require(call.number))
        default: .receive(upTo: try #require(call.number))
        }
      return CloseCall(call.side, operation)
    }
    return CloseHistory(calls)
  }

  @Test("have the rows, results and holders right that follow from the calls shown")
  func answers() throws {
    var kinds: [String: Int] = [:]
    for level in ExerciseLevel.allCases {
      for exercise in try exercises(level) {
        let question = exercise.question
        let history = try history(question)
        switch question.kind {
        case .fillTable(let table) where table.columns == ["row in ss -ta"]:
          kinds["rows", default: 0] += 1
          #expect(table.rows.map(\.name) == ["client", "server"])
          for (blank, side) in zip(table.blanks, ConnectionSide.allCases) {
            #expect(
              blank.choices[blank.right].text == history[side].state?.ssName ?? "no row",
              "\(question.id)")
          }
        case .fillTable(let table):
          kinds["results", default: 0] += 1
          for blank in table.blanks {
            let index = try #require(Int(blank.name.filter(\.isNumber))) - 1
            #expect(
              blank.choices[blank.right].text == history.results[index].description,
              "\(question.id)")
          }
        case .chooseOne(let options) where question.prompt.contains("TIME-WAIT"):
          kinds["holder", default: 0] += 1
          let right = history.timeWaitHolder.map { "the \($0)'s row" } ?? "no row"
          #expect(options.first(where: \.isRight)?.text == right, "\(question.id)")
        case .chooseOne(let options):
          kinds["result", default: 0] += 1
          #expect(
            options.first(where: \.isRight)?.text == history.results.last?.description,
            "\(question.id)")
        default:
          Issue.record("\(question.id): another kind")
        }
      }
    }
    #expect(kinds.count == 4 && kinds.values.allSatisfy { $0 > 80 }, "\(kinds)")
  }

  @Test("are of their level: no RST on the first, longer and harder ends on the third")
  func levels() throws {
    for exercise in try exercises(.easy) {
      let history = try history(exercise.question)
      #expect(history.reset == nil && history.results.count <= 3, "\(exercise.question.id)")
    }
    for exercise in try exercises(.hard) {
      let history = try history(exercise.question)
      #expect((4...7).contains(history.results.count), "\(exercise.question.id)")
    }
    let medium = try exercises(.medium).map { try history($0.question) }
    let resets = medium.count { $0.reset != nil }
    #expect((200...500).contains(resets), "\(resets) resets")
  }

  @Test("bring the very outcomes to the kernel that the answer says")
  func experiments() throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises(level).prefix(200) {
        let id = exercise.question.id
        let steps = try #require(exercise.experiment).steps
        let asked = steps.filter(\.isAsked)
        let history = try history(exercise.question)
        switch exercise.question.kind {
        case .fillTable(let table) where table.columns != ["row in ss -ta"]:
          #expect(asked.count == table.blanks.count, "\(id)")
        case .chooseOne where !exercise.question.prompt.contains("TIME-WAIT"):
          #expect(asked.count == 1, "\(id)")
          let name = history.results.last?.errorName
          #expect(name == nil || asked.first?.expected == .error(name ?? ""), "\(id)")
        default:
          #expect(
            asked.map(\.expected) == ConnectionSide.allCases.map { .state(history[$0].state) },
            "\(id)")
        }
      }
    }
  }

  @Test("tell another program the whole case")
  func data() throws {
    for exercise in try exercises(.hard).prefix(200) {
      guard case .object(let members) = exercise.data, case .list(let calls) = members["calls"],
        case .text(let client) = members["client"], case .text(let server) = members["server"]
      else {
        Issue.record("\(exercise.question.id): \(exercise.data)")
        return
      }
      #expect(members["asked"] != nil && members["start"] == "ESTAB")
      let header = try #require(exercise.question.figure.first).text
      #expect(header == "   client \(client)  server \(server)")
      #expect(calls.count == exercise.question.figure.count - 1)
    }
  }
}

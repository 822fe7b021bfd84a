import PortKnowledge
import Testing

/// Every answer is found again from the figure, byte by byte.
@Suite("Exercises: messages and streams")
struct MessagesFamilyTests {
  private func questions(_ level: ExerciseLevel) throws -> [Question] {
    let family = try #require(ExerciseCatalog.family(named: "messages-streams"))
    return (0..<600).map { family.question(seed: UInt64($0), level: level) }
  }

  /// The sends, whether the client closes, and the rooms that a figure shows.
  private struct Shown {
    var sends: [String] = []
    var isClosed = false
    var rooms: [Int] = []

    init(_ question: Question) throws {
      for call in try FigureCall.all(question.figure) {
        if let text = call.quoted {
          sends.append(text)
        } else if call.text == "close()" {
          isClosed = true
        } else {
          rooms.append(try #require(call.number))
        }
      }
    }

    /// How many calls come before the first recv().
    var before: Int { sends.count + (isClosed ? 1 : 0) }

    /// What a recv() returns, as it is written, found by taking bytes one at a time.
    func result(_ receive: Int, isTCP: Bool) -> String {
      var waiting: [[Character]] = isTCP ? [Array(sends.joined())] : sends.map(Array.init)
      var taken: [Character]?
      for room in rooms.prefix(receive + 1) {
        guard let first = waiting.first, !(isTCP && first.isEmpty) else {
          taken = nil
          continue
        }
        taken = Array(first.prefix(room))
        if isTCP { waiting[0].removeFirst(min(room, first.count)) } else { waiting.removeFirst() }
      }
      guard let taken else { return isTCP && isClosed ? "0, the end of the stream" : "EAGAIN" }
      return taken.isEmpty ? "0, an empty datagram" : "\"\(String(taken))\""
    }
  }

  @Test("have the results right that follow from the figure")
  func answers() throws {
    var kinds: [String: Int] = [:]
    for level in ExerciseLevel.allCases {
      for question in try questions(level) {
        let shown = try Shown(question)
        let isTCP = question.prompt.hasPrefix("TCP")
        let id = question.id
        switch question.kind {
        case .fillTable(let table):
          kinds["all", default: 0] += 1
          #expect(table.blanks.count == shown.rooms.count, "\(id)")
          for (index, blank) in table.blanks.enumerated() {
            #expect(blank.name == "call \(shown.before + index + 1)", "\(id)")
            let right = blank.choices[blank.right].text
            #expect(right == shown.result(index, isTCP: isTCP), "\(id)")
          }
        case .chooseOne(let options):
          kinds["one", default: 0] += 1
          let index = try receive(question, shown)
          #expect(
            options.first(where: \.isRight)?.text == shown.result(index, isTCP: isTCP), "\(id)")
        case .entry(let entry) where question.prompt.contains("How many times"):
          kinds["calls", default: 0] += 1
          let total = shown.sends.joined().count
          let expected = (0...).first { $0 * shown.rooms[0] >= total } ?? 0
          #expect(entry.accepted == [String(expected + 1)] && isTCP && shown.isClosed, "\(id)")
        case .entry(let entry) where question.prompt.contains("never get"):
          kinds["lost", default: 0] += 1
          let lost = zip(shown.sends, shown.rooms).reduce(0) { $0 + max(0, $1.0.count - $1.1) }
          #expect(entry.accepted == [String(lost)] && !isTCP, "\(id)")
        case .entry(let entry):
          let result = shown.result(try receive(question, shown), isTCP: isTCP)
          kinds[entry.isNumber ? "count" : "bytes", default: 0] += 1
          let bytes = result.filter { $0 != "\"" }
          #expect(result.hasPrefix("\""), "\(id)")
          #expect(entry.accepted.first == (entry.isNumber ? String(bytes.count) : bytes), "\(id)")
          #expect(entry.mistakes.allSatisfy { $0.explanation.utf8.count <= 230 }, "\(id)")
        default: Issue.record("\(id): another kind")
        }
      }
    }
    #expect(kinds.count == 6 && kinds.values.allSatisfy { $0 > 40 }, "\(kinds)")
  }

  private func receive(_ question: Question, _ shown: Shown) throws -> Int {
    let words = question.prompt.split { " .?".contains($0) }
    let index = try #require(words.lastIndex { $0 == "call" })
    return try #require(Int(words[index + 1])) - shown.before - 1
  }

  @Test("show on the higher levels what the two protocols do differently")
  func telling() throws {
    for level in [ExerciseLevel.medium, .hard] {
      var telling = 0
      for question in try questions(level) where !question.prompt.contains("How many times") {
        let shown = try Shown(question)
        let results = [true, false].map { isTCP in
          shown.rooms.indices.map { shown.result($0, isTCP: isTCP) }
        }
        telling += results[0] != results[1] ? 1 : 0
      }
      #expect(telling > 400, "\(telling) at level \(level.rawValue)")
    }
  }
}

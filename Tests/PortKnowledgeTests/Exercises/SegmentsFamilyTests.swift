import PortKnowledge
import Testing

/// Every number is computed again from what each row says, by plain addition.
@Suite("Exercises: segments of a connection")
struct SegmentsFamilyTests {
  /// A row of a trace: who does what, and the cells flags, seq and ack, nil where one is asked.
  private struct Row {
    var sender: ConnectionSide
    var event: String
    var cells: [String?]

    /// The bytes that the event names.
    var bytes: Int {
      let words = event.split(separator: " ")
      let count = words.firstIndex { $0.hasPrefix("byte") }.flatMap { Int(words[$0 - 1]) }
      return count ?? 0
    }
    var isEnd: Bool { event.hasSuffix("close()") || event.hasSuffix("shutdown()") }
  }

  private func questions(_ level: ExerciseLevel) throws -> [Question] {
    let family = try #require(ExerciseCatalog.family(named: "segments"))
    return (0..<600).map { family.question(seed: UInt64($0), level: level) }
  }

  private func rows(_ question: Question) throws -> [Row] {
    if case .fillTable(let table) = question.kind {
      return try table.rows.map { row in
        let cells = row.cells.map { cell -> String? in
          if case .given(let text) = cell { text } else { nil }
        }
        let name = try #require(row.name.split(separator: " ").last)
        return Row(
          sender: try #require(ConnectionSide(rawValue: String(name))),
          event: try #require(cells[0]), cells: Array(cells[1...]))
      }
    }
    return try question.figure.dropFirst(2).map { line in
      let cells = Self.columns(line.text)
      try #require(cells.count == 6)
      return Row(
        sender: try #require(ConnectionSide(rawValue: cells[1])), event: cells[2],
        cells: cells[3...].map { $0 == "?" ? nil : $0 })
    }
  }

  /// The columns of a line, which two spaces or more keep apart.
  private static func columns(_ line: String) -> [String] {
    var columns: [String] = [""]
    var spaces = 0
    for character in line {
      if character == " " {
        spaces += 1
        continue
      }
      if spaces > 1 { columns.append("") } else if spaces == 1 { columns[columns.count - 1] += " " }
      spaces = 0
      columns[columns.count - 1].append(character)
    }
    return columns
  }

  /// Flags, seq and ack of every row, computed from the events and the first row's numbers.
  private func solution(_ rows: [Row], _ question: Question) throws -> [[String]] {
    let isFresh = rows[0].event == "connect()"
    var next: [ConnectionSide: Int] = [.client: 0, .server: 0]
    if !isFresh {
      next[rows[0].sender] = Int(try #require(rows[0].cells[1]))
      next[rows[0].sender.peer] = Int(try #require(rows[0].cells[2]))
    }
    var arrived = next
    var late: [ConnectionSide: Int] = [:]
    let crossing = question.prompt.contains("cross") ? [2, 3] : []
    return rows.enumerated().map { index, row in
      let isRefusal =
        index == rows.count - 1
        && (question.prompt.contains("Nobody listens") && index == 1
          || question.prompt.contains("restarts") && index == 3)
      if isRefusal {
        return isFresh
          ? ["RST, ACK", "0", "1"] : ["RST", String(arrived[row.sender] ?? 0), "none"]
      }
      let isSYN = isFresh && index < 2
      let own = next[row.sender] ?? 0
      let flags = isSYN ? (index == 0 ? "SYN" : "SYN, ACK") : row.isEnd ? "FIN, ACK" : "ACK"
      let other = String(arrived[row.sender.peer] ?? 0)
      let end = own + row.bytes + (row.isEnd || isSYN ? 1 : 0)
      next[row.sender] = end
      if crossing.contains(index) { late[row.sender] = end } else { arrived[row.sender] = end }
      if index == crossing.last { arrived.merge(late) { $1 } }
      return [flags, String(own), index == 0 && isFresh ? "none" : other]
    }
  }

  @Test("have exactly the flags and numbers that follow from the rows")
  func answers() throws {
    var kinds: Set<String> = []
    for level in ExerciseLevel.allCases {
      for question in try questions(level) where !question.prompt.contains("has it sent") {
        var rows = try rows(question)
        switch question.kind {
        case .chooseOne(let options):
          kinds.insert("next")
          rows.append(try nextRow(question, after: rows))
          let last = try #require(try solution(rows, question).last)
          let text =
            "\(last[0]), seq \(last[1])" + (last[2] == "none" ? "" : ", ack \(last[2])")
          #expect(options.first(where: \.isRight)?.text == text, "\(question.id)")
          #expect(options.count == 4, "\(question.id)")
        case .entry(let entry):
          kinds.insert("number")
          let solved = try solution(rows, question)
          let row = try #require(rows.last)
          let column = try #require(row.cells.firstIndex(of: nil))
          #expect(entry.accepted == [solved[rows.count - 1][column]], "\(question.id)")
          try check(entry, question.id)
        case .fillTable(let table):
          kinds.insert("cells")
          let solved = try solution(rows, question)
          let expected = zip(rows, solved).flatMap { row, cells in
            zip(row.cells, cells).compactMap { $0 == nil ? $1 : nil }
          }
          #expect(table.blanks.map { $0.choices[$0.right].text } == expected, "\(question.id)")
          for (row, cells) in zip(rows, solved) {
            for (shown, cell) in zip(row.cells, cells) where shown != nil {
              #expect(shown == cell, "\(question.id)")
            }
          }
        default: Issue.record("\(question.id): another kind")
        }
      }
    }
    #expect(kinds == ["next", "number", "cells"])
  }

  /// The row that is asked for, from the words of the prompt.
  private func nextRow(_ question: Question, after rows: [Row]) throws -> Row {
    let number = "segment \(rows.count + 1)"
    for side in ConnectionSide.allCases {
      if question.prompt.contains("The \(side) answers with \(number).") {
        return Row(sender: side, event: "answers", cells: [])
      }
      let start = "Segment \(rows.count + 1) comes from the \(side): "
      if let found = question.prompt.firstRange(of: start) {
        let event = question.prompt[found.upperBound...].prefix { $0 != "." }
        return Row(sender: side, event: String(event), cells: [])
      }
    }
    throw CancellationError()
  }

  private func check(_ entry: Question.Entry, _ id: String) throws {
    #expect(!entry.mistakes.isEmpty, "\(id)")
    #expect(Set(entry.mistakes.map(\.text)).count == entry.mistakes.count, "\(id)")
    for mistake in entry.mistakes {
      #expect(mistake.explanation.utf8.count <= 230 && !mistake.text.hasPrefix("-"), "\(id)")
    }
  }

  @Test("count data only where a total is asked")
  func totals() throws {
    var count = 0
    for question in try questions(.hard) where question.prompt.contains("has it sent") {
      guard case .entry(let entry) = question.kind else { continue }
      count += 1
      let last = Self.columns(try #require(question.figure.last).text)
      let number = try #require(Int(last[5]))
      let isClosed = question.prompt.contains("has closed, and")
      #expect(entry.accepted == [String(number - (isClosed ? 2 : 1))], "\(question.id)")
      try check(entry, question.id)
    }
    #expect(count > 50)
  }

  @Test("know crossing segments and refusals on the higher levels only")
  func levels() throws {
    for (level, words) in [
      (ExerciseLevel.medium, ["Nobody listens"]), (.hard, ["cross on", "restarts", "shutdown()"]),
    ] {
      let questions = try questions(level)
      for word in words {
        let isThere = questions.contains { question in
          question.prompt.contains(word) || question.figure.contains { $0.text.contains(word) }
        }
        #expect(isThere, "level \(level.rawValue) has no \(word)")
      }
    }
    let easy = try questions(.easy).map(\.prompt)
    #expect(!easy.contains { $0.contains("cross") || $0.contains("restarts") })
  }
}

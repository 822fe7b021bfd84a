import Foundation
import Glibc
import PortKnowledge
import Practice
import Tutor

/// Reviews whose answers come from a file, for scripts: one a line, the card's id, a tab, the answer.
struct ReviewBatch {
  /// The file.
  let path: String
  /// The descriptor to which a line is written for each review that is stored; nil for none.
  let acknowledgements: Int32?

  private enum Reply {
    case answer(Question, Answer)
    case grade(Grade)
  }

  /// Reads the whole file, and where it has no fault keeps its answers one after the other.
  ///
  /// - Throws: One sentence with the file's line where something is wrong; nothing was kept then.
  func run(_ session: ReviewSession) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("\(path) cannot be read; name a text file with answers.")
    }
    guard data.count <= 16 << 20 else {
      throw CommandFailure("\(path) is larger than 16 MiB; split it into several files.")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CommandFailure("\(path) is no text in UTF-8; save it as such.")
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let replies = try lines.enumerated().map { index, line in
      try reply(line, number: index + 1, session: session)
    }
    for (card, reply) in replies {
      let grade: Grade
      var given: PlainAnswer?
      switch reply {
      case .grade(let judged): grade = judged
      case .answer(let question, let answer):
        let verdict = question.verdict(on: answer)
        grade = verdict.isCorrect ? .good : .again
        given = PlainAnswer(
          question: question, verdict: verdict, durationMilliseconds: 0, usedHint: false)
      }
      let kept = session.keep(grade, of: card, duration: 0, answer: given)
      guard let row = kept.row else {
        throw CommandFailure(kept.complaint ?? "nothing can be kept; choose a folder with --data.")
      }
      try acknowledge("\(row) \(card.id) \(grade.rawValue)\n")
    }
  }

  private func reply(
    _ line: Substring, number: Int, session: ReviewSession
  ) throws -> (StudyCard, Reply) {
    let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw CommandFailure("\(path):\(number): write the card's id, a tab and the answer.")
    }
    guard let card = session.shelf.card(String(parts[0])) else {
      throw CommandFailure("\(path):\(number): there is no card \(parts[0].prefix(60)).")
    }
    // A skill's exercise is that of its line, so that a file says what it answers.
    guard let question = card.question(seed: UInt64(number)) else {
      guard let number = Int(parts[1]), let grade = Grade(rawValue: number) else {
        throw CommandFailure("\(path):\(number): an interview's question takes a grade, 1 to 4.")
      }
      return (card, .grade(grade))
    }
    guard case .answer(let answer) = PlainAnswerReader(question).read(String(parts[1])) else {
      throw CommandFailure(
        "\(path):\(number): this is no answer; type \(PlainAnswerReader.request(for: question)).")
    }
    return (card, .answer(question, answer))
  }

  private func acknowledge(_ line: String) throws {
    guard let acknowledgements else { return }
    var rest = Array(line.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(acknowledgements, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw CommandFailure("descriptor \(acknowledgements) of --ack-fd cannot be written to.")
      }
    }
  }
}

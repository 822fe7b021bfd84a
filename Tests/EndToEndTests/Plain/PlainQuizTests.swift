import Foundation
import Glibc
import PortKnowledge
import Practice
import TestSupport
import Testing
import Tutor

@testable import portside

@Suite("Questions answered in several parts, as lines")
struct PlainQuizTests {
  /// What is said to somebody who types lines.
  private func told(_ lines: [String], _ questions: [Question]) throws -> String {
    try told(lines) { console in PlainQuiz(console).run(PracticeSession(questions: questions)) }
  }

  private func told(_ lines: [String], _ body: (PlainConsole) -> Void) throws -> String {
    try withTemporaryFolder { folder in
      let input = lines.map { $0 + "\n" }.joined()
      let from = open(try folder.write(input, to: "input"), O_RDONLY | O_CLOEXEC)
      let to = open(try folder.write("", to: "output"), O_WRONLY | O_CLOEXEC)
      defer {
        close(from)
        close(to)
      }
      body(PlainConsole(isUTF8: true, input: from, output: to, messages: to))
      return try String(contentsOfFile: folder.file("output"), encoding: .utf8)
    }
  }

  @Test("An order lists its items with numbers and says what to type")
  func order() throws {
    let text = try told(["2,3", "2,3,1"], [PartsQuestions.order])
    #expect(
      text.contains(
        """
        In which order does a server call them?

          1  listen()
          2  socket()
          3  bind()

        Type the numbers in order, such as 2,1,3; h hint, s skip, q quit: 2,3
          Type all 3 numbers in order: 1 is missing.
        """))
    #expect(text.contains("\nRight.\nMake, name, listen.\n"))
    #expect(text.contains("Score: 1 of 1 right."))
  }

  @Test("A wrong order is told the right one, also in words, and each broken rule")
  func wrongOrder() throws {
    let text = try told(["1,2,3"], [PartsQuestions.order])
    #expect(
      text.contains(
        """
        Wrong. The right answer is 2, 3, 1.
          1. socket()
          2. bind()
          3. listen()
          3 must come before 1  Listening comes after the name.
        Make, name, listen.
        """))
  }

  @Test("Where several orders are right, the one that is shown is not called the only one")
  func looseOrder() throws {
    #expect(try told(["3,2,1"], [PartsQuestions.looseOrder]).contains("\nRight.\n"))
    let text = try told(["1,2,3"], [PartsQuestions.looseOrder])
    #expect(text.contains("\nWrong. A right order, and not the only one, is 2, 3, 1.\n"))
  }

  @Test("A table shows its blanks with numbers, and their choices once where they are the same")
  func table() throws {
    let text = try told(["2,3"], [PartsQuestions.table])
    #expect(
      text.contains(
        """
        Which states?

                    called   state
            client  close()  [1]
            server  nothing  [2]

        Each blank is one of:
          1  ESTAB
          2  FIN-WAIT-2
          3  CLOSE-WAIT

        Type one number for each blank, such as 2,1; h hint, s skip, q quit: 2,3

        Right.
        """))
  }

  @Test("A wrong table is told the reason and the figure of each mistake")
  func wrongTable() throws {
    let text = try told(["1,3"], [PartsQuestions.table])
    #expect(
      text.contains(
        """
        Wrong. The right answer is FIN-WAIT-2, CLOSE-WAIT.
          client, state: ESTAB  Why ESTAB.
             FIN ESTAB
        The FIN is acknowledged.
        """))
  }

  @Test("A table that is too wide is a list, and each blank has its own choices")
  func wideTable() throws {
    let text = try told(["1,2"], [PartsQuestions.wideTable])
    #expect(
      text.contains(
        """
            a client that closes, what the first end has called before: close()
            a client that closes, what the second end sees after it: [1]
            a client that aborts, what the first end has called before: abort
            a client that aborts, what the second end sees after it: [2]

        Choices for [1], a client that closes, what the second end sees after it:
          1  a FIN
          2  a RST
        Choices for [2], a client that aborts, what the second end sees after it:
          1  no
          2  a RST
          3  x

        """))
    #expect(text.contains("\nRight.\n"))
  }

  @Test("A single blank is one number")
  func oneBlank() throws {
    let text = try told(["2"], [PartsQuestions.oneBlank])
    #expect(text.contains("\n    client  [1]\n\nChoices for [1], client:\n  1  ESTAB\n"))
    #expect(text.contains("\nType a number; h hint, s skip, q quit: 2\n"))
  }

  @Test("A demo's prediction may be an order or a table")
  func predictions() throws {
    let summary = DemoSummary(id: "d", title: "A demo", teaches: "Something.", stepCount: 1)
    for (question, line, answer) in [
      (PartsQuestions.order, "2,3,1", Answer.order([1, 2, 0])),
      (PartsQuestions.table, "2,3", Answer.cells([1, 2])),
    ] {
      var replies: [DemoReply] = []
      let text = try told(["h", "9", line, ""]) { console in
        var teller = DemoLines(summary, on: console, waits: false, asks: true)
        replies = [question, question].map { teller.tell(.questionAsked($0)) }
      }
      #expect(replies.count == 2)
      if case .answer(let given) = replies[0] { #expect(given == answer) }
      if case .answer(let given) = replies[1] { #expect(given == nil) }
      #expect(text.contains("There are no hints here."))
      #expect(text.contains(", or Enter to look without one:"))
    }
  }
}

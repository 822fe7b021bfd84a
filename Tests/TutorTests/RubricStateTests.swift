import Curriculum
import PortKnowledge
import Practice
import TerminalUI
import Testing

@testable import Tutor

@Suite("An interview's question on the screen")
struct RubricStateTests {
  private func state() -> RubricState { RubricState(InterviewBank.onePort, askedAt: 0) }

  /// Hands a state actions; the mark where one of them gave it.
  private func mark(_ state: inout RubricState, _ actions: Action...) -> RubricMark? {
    for action in actions {
      if let mark = state.handle(action) { return mark }
    }
    return nil
  }

  @Test("Enter shows the model answer, ticks decide the grade, Enter takes it")
  func ticking() throws {
    var state = state()
    #expect(state.keyContext == .spoken)
    #expect(mark(&state, .confirm) == nil)
    #expect(state.keyContext == .rubric)
    #expect(mark(&state, .choose(0), .down, .toggle) == nil)
    #expect(state.mark.grade == .hard)
    let given = try #require(mark(&state, .confirm))
    #expect(given == RubricMark(held: [0, 1], of: 4))
  }

  @Test("all at once, and none again; a point beyond the last does nothing")
  func all() {
    var state = state()
    _ = mark(&state, .confirm, .tickAll)
    #expect(state.mark == RubricMark(held: [0, 1, 2, 3], of: 4))
    _ = mark(&state, .tickAll, .choose(8))
    #expect(state.mark.held.isEmpty)
  }

  @Test("the learner corrects the grade, Easy is theirs alone, and a tick takes it back")
  func correcting() {
    var state = state()
    _ = mark(&state, .confirm, .tickAll)
    #expect(state.mark.grade == .good)
    _ = mark(&state, .easier)
    #expect(state.mark.grade == .easy)
    _ = mark(&state, .right)
    #expect(state.mark.grade == .easy)
    _ = mark(&state, .left, .left, .left, .left)
    #expect(state.mark.grade == .again)
    _ = mark(&state, .toggle)
    #expect(state.mark.grade == .hard)
  }

  @Test("a typed port is graded, a spoken one is ticked")
  func port() throws {
    let service = try #require(ServiceTable.services(on: 22).first)
    let item = try #require(InterviewItem(portOf: service))
    #expect(item.cardID == "port:22/tcp:number")
    for (text, isRight) in [("22", true), ("23", false)] {
      var state = RubricState(item, askedAt: 0)
      for character in text { _ = state.handle(.type(.character(character))) }
      _ = state.handle(.confirm)
      #expect(state.verdict?.isCorrect == isRight)
      #expect(state.mark.grade == (isRight ? .good : .again))
    }
    var spoken = RubricState(item, askedAt: 0)
    _ = mark(&spoken, .confirm, .choose(0))
    #expect(spoken.verdict == nil && spoken.mark.grade == .good)
  }

  @Test("what is typed is broken into lines, and the cursor stands where typing goes on")
  func typing() {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<300 {
      let columns = Int.random(in: 1...30, using: &generator)
      var field = TextField(capacity: 200)
      for _ in 0..<Int.random(in: 0...120, using: &generator) {
        let key: Key =
          switch Int.random(in: 0..<12, using: &generator) {
          case 0...1: .character(" ")
          case 2: .character("漢")
          case 3: .left
          case 4: .backspace
          default: .character("a")
          }
        field.handle(key)
      }
      let typed = TypedText(field, columns: columns)
      #expect(typed.lines.joined() == field.text, "seed 11, round \(round)")
      #expect(typed.lines.indices.contains(typed.cursorLine), "seed 11, round \(round)")
      #expect(typed.cursorColumn < max(columns, 1), "seed 11, round \(round)")
      for line in typed.lines where columns > 1 {
        // Only a space may stand beyond the end: it is not seen.
        let seen = line.hasSuffix(" ") ? String(line.dropLast()) : line
        #expect(DisplayText(seen).columns <= columns, "seed 11, round \(round): \(line)")
      }
    }
  }

  @Test("a pasted answer of several lines is one text, and a long one has its room")
  func pasting() {
    var state = state()
    _ = state.handle(.type(.paste("one\ntwo\tthree" + String(repeating: "x", count: 5_000))))
    #expect(state.field.text.hasPrefix("one two three"))
    #expect(state.field.text.count == 2_000)
  }

  @Test("the cursor's point is seen on the smallest screen")
  func anchors() {
    var state = state()
    _ = state.handle(.confirm)
    for index in 0..<4 {
      _ = state.handle(.choose(index))
      let document = state.document(columns: 58)
      let first = ScrollPosition().first(of: document, rows: 13)
      let line = document.lines.firstIndex { $0.text.text.hasPrefix("▸ \(index + 1)") } ?? -1
      #expect((first..<first + 13).contains(line), "point \(index)")
    }
  }
}

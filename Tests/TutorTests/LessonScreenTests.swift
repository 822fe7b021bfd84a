import Curriculum
import PortKnowledge
import Practice
import TerminalUI
import Testing

@testable import Tutor

@Suite("A lesson")
struct LessonScreenTests {
  private func screen(_ app: AppState) throws -> LessonScreen {
    try #require(app.visible as? LessonScreen)
  }

  @Test("A right answer is kept with its duration and explained")
  func rightAnswer() throws {
    var app = Fixture.app(.lesson("first"))
    app.press(.character(" "))
    let later = Moment(milliseconds: Fixture.now.milliseconds + 4200, zoneOffset: 7200)
    let effects = app.update(.keyPressed(.character("1")), at: later)
    let expected = AnswerRecord(
      itemID: "t-one", topic: "tuples", kind: .lesson, isCorrect: true, given: "1",
      durationMilliseconds: 4200, usedHint: false, answeredAt: later.milliseconds,
      zoneOffset: 7200)
    #expect(effects == [.record(expected)])
    #expect(app.screen.contains { $0.contains("✓ Right.") })
  }

  @Test("x asks the questions first: all right finishes the lesson, otherwise it is to be read")
  func testOut() throws {
    var app = Fixture.app(.lesson("first"))
    app.press(.character("x"))
    #expect(app.screen[0].contains("questions first"))
    #expect(try screen(app).pages.count == 4)
    app.press(.character("2"), .character(" "), .character("s"), .pageDown)
    #expect(app.screen.contains { $0.contains("0 of 3 questions right.") })
    app.press(.character("x"))
    #expect(try !screen(app).isTestingOut)

    app.press(.character("x"), .character("1"), .character(" "))
    app.press(.character("1"), .character("3"), .enter, .character(" "))
    app.type("65535")
    app.press(.enter)
    let effects = app.press(.character(" "))
    guard case .finishLesson(let record)? = effects.first else {
      Issue.record("the lesson is not done: \(app.screen)")
      return
    }
    #expect(record.lessonID == "first")
  }

  @Test("Tab shows the lessons of another path")
  func paths() {
    var app = Fixture.app(.screen(.lessons))
    #expect(app.screen[0].contains("from the beginning"))
    app.press(.tab)
    #expect(app.screen[0].contains("before an interview, 1 of 2 done"))
    app.press(.tab, .tab)
    #expect(app.screen[0].contains("from the beginning"))
  }

  @Test("t shows the notes for teachers, Esc comes back to the page")
  func notes() {
    var app = Fixture.app(.lesson("first"))
    let page = app.screen
    app.press(.character("t"))
    #expect(app.screen[0].contains("For teachers"))
    #expect(app.screen.contains { $0.contains("no notes for teachers") })
    app.press(.escape)
    #expect(app.screen == page)
  }

  @Test("A wrong answer says why it is wrong, what is right, and is not asked twice")
  func wrongAnswer() throws {
    var app = Fixture.app(.lesson("first"))
    app.press(.character(" "))
    let effects = app.press(.character("2"))
    guard case .record(let record) = effects.first else {
      Issue.record("no answer was kept: \(effects)")
      return
    }
    #expect(!record.isCorrect && record.given == "2")
    let text = app.screen.joined(separator: " ")
    #expect(text.contains("✗ Not 2."))
    #expect(text.contains("✓ It is 1."))
    #expect(app.press(.character("1")).isEmpty)
  }

  @Test("Several options are ticked and answered with Enter; nothing ticked is refused kindly")
  func several() throws {
    var app = Fixture.app(.lesson("first"))
    app.press(.character(" "), .character("1"), .character(" "))
    #expect(app.press(.enter).isEmpty)
    #expect(app.screen.contains { $0.contains("Nothing is ticked yet") })
    app.press(.character("1"), .character("3"))
    guard case .record(let record) = app.press(.enter).first else {
      Issue.record("no answer was kept")
      return
    }
    #expect(record.isCorrect && record.given == "1, 3")
  }

  @Test("A typed answer: letters are text, Tab is a hint, and the hint is kept with the answer")
  func typed() throws {
    var app = Fixture.app(.lesson("first"))
    app.press(.right, .right)
    app.press(.character("1"), .character(" "))
    app.press(.character("1"), .enter, .character(" "))
    #expect(app.keyContext == .questionEntry)
    app.press(.tab)
    app.type("65536")
    guard case .record(let record) = app.press(.enter).first else {
      Issue.record("no answer was kept")
      return
    }
    #expect(record.given == "65536" && !record.isCorrect && record.usedHint)
    #expect(app.screen.contains { $0.contains("does not fit in 16 bits") })
  }

  @Test("Reaching the end finishes the lesson once; going on from there leaves it")
  func ending() throws {
    var app = Fixture.app(.lesson("first"))
    var effects: [Effect] = []
    for _ in 0..<30 where try screen(app).pages[screen(app).index] != .ending {
      let isQuestion = app.keyContext == .question || app.keyContext == .questionSeveral
      effects += app.press(
        app.keyContext == .questionEntry ? .pageDown : isQuestion ? .character("s") : .right)
    }
    let finished = effects.filter { if case .finishLesson = $0 { true } else { false } }
    #expect(finished.count == 1)
    app.press(.left, .pageDown)
    #expect(try screen(app).pages[screen(app).index] == .ending)
    for _ in 0..<8 where app.screenName == .lesson { app.press(.character(" ")) }
    #expect(app.screenName == .home)
  }

  @Test("Going back shows what was answered")
  func back() throws {
    var app = Fixture.app(.lesson("first"))
    app.press(.character(" "), .character("1"), .left, .right)
    #expect(app.keyContext == .answered)
  }

  @Test("The demo opens in place and leaving it comes back to the page")
  func demo() throws {
    var app = Fixture.app(.lesson("first"))
    let effects = app.press(.enter)
    guard case .startDemo(let id, _) = effects.first else {
      Issue.record("no demo was started: \(effects)")
      return
    }
    #expect(id == "tabs" && app.screenName == .demo)
    #expect(app.press(.escape) == [.stopDemo])
    #expect(app.screenName == .lesson)
  }

  @Test("n goes to the next lesson and leaves the last one")
  func nextLesson() throws {
    var app = Fixture.app(.lesson("first"))
    app.press(.character("n"))
    #expect(try screen(app).lesson.id == "second")
    app.press(.character("."))
    #expect(app.screenName == .home)
  }
}

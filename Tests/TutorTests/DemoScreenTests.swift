import PortKnowledge
import Practice
import TerminalUI
import Testing

@testable import Tutor

@Suite("A demo on the screen")
struct DemoScreenTests {
  private func screen(_ app: AppState) throws -> DemoScreen {
    try #require(app.visible as? DemoScreen)
  }

  private func started() -> AppState {
    var app = Fixture.app(.demo("tabs"))
    DemoScript.play(DemoScript.firstStep, on: &app)
    return app
  }

  @Test("Opening it starts it")
  func opening() {
    var app = Fixture.app(.demo("tabs"))
    guard case .startDemo(let id, _)? = app.takeInitialEffects().first else {
      Issue.record("nothing was started")
      return
    }
    #expect(id == "tabs")
  }

  @Test("Space goes on only when the step is done, and once")
  func proceed() throws {
    var app = Fixture.app(.demo("tabs"))
    DemoScript.play(Array(DemoScript.firstStep.dropLast()), on: &app)
    #expect(app.press(.character(" ")).isEmpty)
    DemoScript.play([.stepEnded(index: 0)], on: &app)
    #expect(app.press(.character(" ")) == [.proceedDemo])
    #expect(app.press(.character(" ")).isEmpty)
  }

  @Test("A prediction is kept with the kernel's verdict, not with the table's of the question")
  func prediction() throws {
    var app = started()
    DemoScript.play(DemoScript.question, on: &app)
    #expect(app.keyContext == .prediction)
    #expect(app.press(.character("1")) == [.answerDemo(.choice(0))])
    let outcome = PredictionOutcome(
      questionID: "demo/tabs/rows", given: "4", measured: "4 rows", isCorrect: true,
      explanation: "As it happens.")
    let run = try screen(app).run
    let effects = app.update(
      .demoReported(run: run, .predictionSettled(outcome)), at: Fixture.now)
    guard case .record(let record)? = effects.first else {
      Issue.record("the prediction was not kept")
      return
    }
    #expect(record.isCorrect && record.kind == .prediction && record.itemID == "demo/tabs/rows")
  }

  @Test("A prediction may be an order or a table, answered with digits and Enter")
  func predictionInParts() throws {
    let cases: [(Question, String, Answer)] = [
      (Fixture.ordered, "35142", .order([2, 4, 0, 3, 1])),
      (Fixture.tabled, "243", .cells([1, 3, 2])),
    ]
    for (question, digits, answer) in cases {
      var app = started()
      DemoScript.play([.questionAsked(question)], on: &app)
      #expect(app.keyContext == .prediction)
      #expect(app.press(.down, .up, .enter).isEmpty)
      app.type(digits)
      #expect(app.press(.enter) == [.answerDemo(answer)])
      app = started()
      DemoScript.play([.questionAsked(question)], on: &app)
      #expect(app.press(.character(" ")) == [.answerDemo(nil)], "Space just looks")
    }
  }

  @Test("Looking without predicting keeps nothing")
  func looking() throws {
    var app = started()
    DemoScript.play(DemoScript.question, on: &app)
    #expect(app.press(.character(" ")) == [.answerDemo(nil)])
    let run = try screen(app).run
    let outcome = PredictionOutcome(
      questionID: "demo/tabs/rows", given: nil, measured: "7 rows", isCorrect: nil,
      explanation: "Seven.")
    #expect(
      app.update(.demoReported(run: run, .predictionSettled(outcome)), at: Fixture.now).isEmpty)
  }

  @Test("Events of an earlier start are not shown")
  func earlierRun() throws {
    var app = started()
    let old = try screen(app).run
    #expect(app.press(.character("r")).first == .stopDemo)
    _ = app.update(
      .demoReported(run: old, .stepBegan(index: 0, title: "Old", narration: "Old.")),
      at: Fixture.now)
    #expect(try screen(app).stages.isEmpty)
  }

  @Test("A step back replays what was shown, and forward comes to the present again")
  func stepBack() throws {
    var app = started()
    app.press(.character(" "))
    DemoScript.play(DemoScript.question, on: &app)
    app.press(.character(" "))
    DemoScript.play(DemoScript.answered, on: &app)
    app.press(.left)
    #expect(try screen(app).shown == 0)
    #expect(app.screen[0].contains("looking back"))
    #expect(app.press(.character(" ")).isEmpty)
    #expect(try screen(app).shown == 1)
    #expect(app.press(.character(" ")) == [.proceedDemo])
  }

  @Test("▲ stands under the source port of the last tab")
  func marker() throws {
    var app = started()
    DemoScript.play(DemoScript.question, on: &app)
    app.press(.character(" "))
    DemoScript.play(DemoScript.answered, on: &app)
    let lines = app.screen
    let row = try #require(lines.firstIndex { $0.contains("▲") })
    let marked = try #require(Array(lines[row]).firstIndex(of: "▲"))
    let last = try #require(lines[..<row].last { $0.contains("→") })
    #expect(String(Array(last)[marked..<marked + 5]) == "51236")
  }

  @Test("Playing goes on by itself after a while, but waits at a question")
  func playing() throws {
    var app = started()
    guard case .remind(let first, let milliseconds)? = app.press(.character("a")).first else {
      Issue.record("it asked for no reminder")
      return
    }
    #expect((3000...20_000).contains(milliseconds))
    #expect(app.screen[0].contains("playing"))
    #expect(app.update(.reminded(first), at: Fixture.now) == [.proceedDemo])
    #expect(app.update(.reminded(first), at: Fixture.now).isEmpty, "the step is under way")
    DemoScript.play(DemoScript.question, on: &app)
    #expect(app.update(.reminded(first), at: Fixture.now).isEmpty)
    app.press(.character(" "))
    let run = try screen(app).run
    for event in DemoScript.answered.dropLast() {
      _ = app.update(.demoReported(run: run, event), at: Fixture.now)
    }
    let after = app.update(.demoReported(run: run, .stepEnded(index: 1)), at: Fixture.now)
    guard case .remind(let second, _)? = after.first else {
      Issue.record("it did not go on playing")
      return
    }
    #expect(second != first)
    #expect(app.press(.character("a")).isEmpty)
    #expect(app.update(.reminded(second), at: Fixture.now).isEmpty, "it was stopped")
  }

  @Test("b blanks the screen, any key brings it back and does nothing else")
  func blank() throws {
    var app = started()
    let before = app.screen
    app.press(.character("b"))
    #expect(app.screen.allSatisfy { $0.allSatisfy { $0 == " " } })
    DemoScript.play(DemoScript.question, on: &app)
    #expect(app.press(.character(" ")).isEmpty)
    #expect(app.screen != before && app.screen[0].contains("step 2"))
    app.press(.character("b"))
    #expect(app.press(.control("c")).last == .quit)
  }

  @Test("A recording says where it was made, in the header and before its first step")
  func recording() throws {
    var app = Fixture.app(.demo("tabs"))
    let note = RecordingNote(
      kernel: "Linux 6.18", day: "2026-11-22", wasRoot: false, reason: "No live demo here: no.")
    DemoScript.play([.recordingBegan(note)] + DemoScript.firstStep, on: &app)
    #expect(app.screen[0].contains("recorded, step 1"))
    #expect(app.screen.contains { $0.contains("No live demo here: no. Recorded on Linux 6.18") })
    var asked = Fixture.app(.recording(DemoSummary(id: "x", title: "X", teaches: "", stepCount: 2)))
    guard case .startRecording? = asked.takeInitialEffects().first else {
      Issue.record("the recording was not started")
      return
    }
  }

  @Test("Tab shows the picture, the calls and the table with all the room")
  func panes() throws {
    var app = started()
    var panes: [DemoScreen.Pane] = []
    for _ in 0..<4 {
      app.press(.tab)
      panes.append(try screen(app).pane)
    }
    #expect(panes == [.picture, .calls, .table, .story])
  }

  @Test("A failure is told, and nothing waits after it")
  func failure() throws {
    var app = started()
    DemoScript.play([.demoEnded(.failed("The kernel never showed the row."))], on: &app)
    #expect(app.screen.contains { $0.contains("✗ The kernel never showed the row.") })
    #expect(app.press(.escape).isEmpty)
  }

  @Test("a TCP state that was never seen is kept once, and only what is live counts")
  func sightings() throws {
    let reading = DemoEvent.tableRead(DemoScript.reading(tabs: 1))
    func states(_ app: inout AppState) throws -> [TCPState] {
      let run = try screen(app).run
      return app.update(.demoReported(run: run, reading), at: Fixture.now).compactMap {
        if case .sight(let sighting) = $0 { sighting.state } else { nil }
      }
    }
    var progress = Fixture.progress
    progress.statesSeen = [.listen]
    var app = Fixture.app(.demo("tabs"), progress: progress)
    DemoScript.play(Array(DemoScript.firstStep.dropLast()), on: &app)
    let first = try states(&app)
    let second = try states(&app)
    #expect(first == [.established])
    #expect(second.isEmpty)

    var recorded = Fixture.app(.recording(Fixture.tabs), progress: .init())
    let note = RecordingNote(
      kernel: "Linux 6.18", day: "2026-11-22", wasRoot: false, reason: "No live demo here: no.")
    DemoScript.play([.recordingBegan(note)] + DemoScript.firstStep, on: &recorded)
    let none = try states(&recorded)
    #expect(none.isEmpty)
  }
}

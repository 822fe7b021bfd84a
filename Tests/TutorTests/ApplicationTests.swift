import Curriculum
import PortKnowledge
import Practice
import TerminalUI
import Testing

@testable import Tutor

@Suite("The application")
struct ApplicationTests {
  @Test("Each line of the home screen opens its screen, and Esc comes back")
  func home() {
    let expected: [ScreenName] = [
      .lesson, .lessons, .practice, .review, .interview, .demos, .ports, .sockets, .progress,
    ]
    for (index, name) in expected.enumerated() {
      var app = Fixture.app()
      for _ in 0..<index { app.press(.down) }
      app.press(.enter)
      #expect(app.screenName == name)
      app.press(.escape)
      #expect(app.screenName == .home)
    }
  }

  @Test("Continue opens the first lesson that is not done")
  func carryOn() throws {
    var app = Fixture.app()
    app.press(.enter)
    #expect((app.visible as? LessonScreen)?.lesson.id == "second")
  }

  @Test("Leaving closes a running demo first")
  func leaving() {
    var app = Fixture.app(.demo("tabs"))
    #expect(app.press(.control("c")) == [.stopDemo, .quit])
  }

  @Test("Below the smallest size one sentence stands there, and nothing is lost when it grows")
  func tooSmall() throws {
    var app = Fixture.app(.ports("ss"))
    app.type("h")
    _ = app.update(.resized(Size(columns: 30, rows: 8)), at: Fixture.now)
    #expect(app.screen.joined(separator: " ").contains("Portside needs 60 × 17 characters"))
    app.type("xyz")
    _ = app.update(.resized(Fixture.normal), at: Fixture.now)
    #expect((app.visible as? PortsScreen)?.field.text == "ssh")
    _ = app.update(.resized(Size(columns: 1, rows: 1)), at: Fixture.now)
    #expect(app.press(.character("q")) == [.quit])
  }

  @Test("The port search takes every letter, and Esc clears before it leaves")
  func ports() throws {
    var app = Fixture.app(.screen(.ports))
    app.type("https")
    let screen = try #require(app.visible as? PortsScreen)
    #expect(screen.selected?.port == 443)
    app.press(.escape)
    #expect((app.visible as? PortsScreen)?.field.text == "")
    app.press(.escape)
    #expect(app.screenName == .home)
    app.press(.character("/"))
    app.type("70000")
    #expect(app.screen.contains { $0.contains("70000 is not a port") })
    app.press(.control("u"))
    app.type("49999")
    #expect(app.screen.contains { $0.contains("no service is listed on this port") })
  }

  @Test("A port that is chosen is looked up on this machine once, and the name is shown")
  func systemNames() throws {
    var app = Fixture.app(.ports("443"))
    #expect(app.takeInitialEffects().contains(.findSystemNames(443)))
    let hostile = SystemServiceName(transport: .tcp, name: "ht\u{1B}[31mtps")
    _ = app.update(.systemNamesFound(443, [hostile]), at: Fixture.now)
    #expect(app.screen.contains { $0.contains("ht␛[31mtps/tcp") })
    #expect(app.press(.up).isEmpty)
  }

  @Test("A click chooses what is drawn there")
  func click() {
    var app = Fixture.app()
    let row = app.view().lines.firstIndex { $0.contains("Demos") } ?? 0
    app.press(.click(column: 10, row: row))
    #expect(app.screenName == .demos)
  }

  @Test("A round of practice has ten questions, keeps each answer and ends with the score")
  func practice() throws {
    var app = Fixture.app(.practice(families: [], seed: 7, level: .easy))
    var records = 0
    for _ in 0..<200 where app.keyContext != .roundDone {
      let effects =
        switch app.keyContext {
        case .question: app.press(.character("1"))
        case .questionSeveral: app.press(.character("1"), .enter)
        case .questionEntry: app.press(.character("1"), .enter)
        case .questionOrder:
          (1...9).flatMap { app.press(.character(Character("\($0)"))) }
            + app.press(.enter)
        case .questionTable: (1...6).flatMap { _ in app.press(.character("1")) } + app.press(.enter)
        default: app.press(.character(" "))
        }
      records += effects.count { if case .record = $0 { true } else { false } }
    }
    #expect(records == PracticeRoundScreen.length)
    #expect(app.screen.contains { $0.contains("The round is over") })
    app.press(.enter)
    #expect(app.keyContext != .roundDone)
  }

  @Test("Nothing kept is said on the home screen")
  func notKept() {
    let app = Fixture.app(notice: "Nothing you do will be kept: the disk is full.")
    #expect(app.screen.contains { $0.contains("Nothing you do will be kept") })
  }

  @Test("Any keys in any order at any size: no trap, and Esc always leads home")
  func randomKeys() {
    let questions = [
      Fixture.ordered, Fixture.tabled, Fixture.looselyOrdered, Fixture.widelyTabled,
    ]
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let keys: [Key] =
      [
        .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab,
        .backTab, .backspace, .delete, .wheelUp, .wheelDown, .control("l"), .control("w"),
        .paste("a\u{1B}[2J\nb"), .character("é"), .character("字"), .click(column: 12, row: 6),
      ] + "abcdefghijklmnoprstuvwxyz?/123456789 .".map { Key.character($0) }
    for round in 0..<20 {
      var app = round % 2 == 0 ? Fixture.app() : Fixture.app(asking: questions)
      for _ in 0..<100 {
        if Int.random(in: 0..<12, using: &generator) == 0 {
          let size = Size(
            columns: Int.random(in: 0...140, using: &generator),
            rows: Int.random(in: 0...45, using: &generator))
          _ = app.update(.resized(size), at: Fixture.now)
        }
        app.press(keys[Int.random(in: 0..<keys.count, using: &generator)])
        let canvas = app.view()
        let isClean = canvas.lines.allSatisfy { line in
          line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        }
        #expect(isClean, "seed \(seed)")
      }
      _ = app.update(.resized(Fixture.normal), at: Fixture.now)
      for _ in 0..<20 { app.press(.escape) }
      #expect(app.screenName == .home, "seed \(seed)")
    }
  }
}

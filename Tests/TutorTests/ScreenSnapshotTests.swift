import PortKnowledge
import Practice
import TerminalUI
import TestSupport
import Testing

@testable import Tutor

/// Every screen as a picture of text at three sizes.
@Suite("Screens as pictures")
struct ScreenSnapshotTests {
  private func expect(_ app: AppState, named name: String) throws {
    let size = app.size
    try Snapshot.expect(
      app.screen.joined(separator: "\n"), named: "\(name)-\(size.columns)x\(size.rows)")
  }

  @Test("Home", arguments: Fixture.sizes)
  func home(size: Size) throws {
    try expect(Fixture.app(size: size), named: "home")
    try expect(
      Fixture.app(
        size: size, progress: .init(), notice: "Nothing you do will be kept: the disk is full."),
      named: "home-not-kept")
  }

  @Test("Sockets: all, filtered, followed, one in every tool", arguments: Fixture.sizes)
  func sockets(size: Size) throws {
    var app = SocketsFixture.app(size: size)
    try expect(app, named: "sockets")
    app.press(.down, .down, .enter)
    try expect(app, named: "sockets-page")
    app.press(.escape, .character("f"))
    try expect(app, named: "sockets-followed")
    app = SocketsFixture.app("port:80 state:", size: size)
    try expect(app, named: "sockets-filter")
  }

  @Test("Help", arguments: Fixture.sizes)
  func help(size: Size) throws {
    try expect(Fixture.app(.screen(.help), size: size), named: "help")
  }

  @Test("Lists", arguments: Fixture.sizes)
  func lists(size: Size) throws {
    try expect(Fixture.app(.screen(.lessons), size: size), named: "lessons")
    try expect(Fixture.app(.screen(.demos), size: size), named: "demos")
    try expect(Fixture.app(.screen(.practice), size: size), named: "practice")
  }

  @Test("Decks and myths", arguments: Fixture.sizes)
  func bank(size: Size) throws {
    var app = Fixture.app(.screen(.decks), size: size)
    try expect(app, named: "decks")
    app.press(.enter)
    try expect(app, named: "deck")
    app.press(.enter)
    try expect(app, named: "deck-drill")
    app = Fixture.app(.screen(.myths), size: size)
    try expect(app, named: "myths")
    app.press(.enter)
    try expect(app, named: "myth")
    app.press(.enter)
    #expect(app.screenName == .demo)
  }

  @Test("A lesson: reading, a right and a wrong answer, the end", arguments: Fixture.sizes)
  func lesson(size: Size) throws {
    var app = Fixture.app(.lesson("first"), size: size)
    try expect(app, named: "lesson-reading")
    for _ in 0..<3 where app.keyContext != .question { app.press(.character(" ")) }
    try expect(app, named: "lesson-question")
    app.press(.character("h"), .down)
    try expect(app, named: "lesson-hint")
    app.press(.character("2"))
    try expect(app, named: "lesson-wrong")
    app = Fixture.app(.lesson("first"), size: size)
    for _ in 0..<3 where app.keyContext != .question { app.press(.character(" ")) }
    app.press(.character("1"))
    try expect(app, named: "lesson-right")
    app.press(.right, .character("1"), .character("2"))
    try expect(app, named: "lesson-several")
    app.press(.enter)
    try expect(app, named: "lesson-several-wrong")
    app.press(.right)
    app.type("65536")
    try expect(app, named: "lesson-typed")
    app.press(.enter, .right)
    try expect(app, named: "lesson-ending")
  }

  @Test(
    "A demo: first step, prediction, what the kernel shows, the panes", arguments: Fixture.sizes)
  func demo(size: Size) throws {
    var app = Fixture.app(.demo("tabs"), size: size)
    DemoScript.play(DemoScript.firstStep, on: &app)
    try expect(app, named: "demo-first")
    DemoScript.play(DemoScript.question, on: &app)
    try expect(app, named: "demo-prediction")
    app.press(.character("2"))
    DemoScript.play(DemoScript.answered, on: &app)
    try expect(app, named: "demo-settled")
    app.press(.tab)
    try expect(app, named: "demo-picture")
    app.press(.tab)
    try expect(app, named: "demo-calls")
    app.press(.tab)
    try expect(app, named: "demo-table")
  }

  @Test("The port search", arguments: Fixture.sizes)
  func ports(size: Size) throws {
    try expect(Fixture.app(.screen(.ports), size: size), named: "ports")
    try expect(Fixture.app(.ports("mail"), size: size), named: "ports-mail")
    try expect(Fixture.app(.ports("22x"), size: size), named: "ports-mistyped")
  }

  @Test("A round of practice and its end", arguments: Fixture.sizes)
  func practice(size: Size) throws {
    var app = Fixture.app(
      .practice(families: ["same-connection"], seed: 7, level: .medium), size: size)
    try expect(app, named: "round-question")
    app.press(.character("1"))
    try expect(app, named: "round-answered")
    for _ in 0..<100 where app.keyContext != .roundDone {
      app.press(.character(" "), .character("s"))
    }
    try expect(app, named: "round-done")
  }

  @Test("An order: asked, half done, right and wrong", arguments: Fixture.sizes)
  func order(size: Size) throws {
    var app = Fixture.app(asking: [Fixture.ordered, Fixture.looselyOrdered], size: size)
    try expect(app, named: "order-question")
    app.type("35")
    app.press(.enter)
    try expect(app, named: "order-missing")
    app.type("142")
    app.press(.enter)
    try expect(app, named: "order-right")
    app.press(.right)
    try expect(app, named: "order-long")
    app.type("271634598")
    try expect(app, named: "order-long-placed")
    app.press(.enter)
    try expect(app, named: "order-long-wrong")
  }

  @Test("A table to fill: asked, half done, right and wrong", arguments: Fixture.sizes)
  func table(size: Size) throws {
    var app = Fixture.app(asking: [Fixture.tabled, Fixture.widelyTabled], size: size)
    try expect(app, named: "table-question")
    app.type("24")
    app.press(.character("h"))
    try expect(app, named: "table-hint")
    app.type("1")
    app.press(.enter)
    try expect(app, named: "table-wrong")
    app.press(.right)
    try expect(app, named: "table-wide")
    app.type("12")
    try expect(app, named: "table-wide-half")
    app.type("33")
    app.press(.enter)
    try expect(app, named: "table-wide-wrong")
  }

  @Test("Help for an order and for a table", arguments: Fixture.sizes)
  func kindsHelp(size: Size) throws {
    var app = Fixture.app(asking: [Fixture.ordered, Fixture.tabled], size: size)
    app.press(.character("?"))
    try expect(app, named: "help-order")
    app.press(.escape, .character("s"), .character("?"))
    try expect(app, named: "help-table")
  }

  @Test("Progress", arguments: Fixture.sizes)
  func progress(size: Size) throws {
    try expect(Fixture.app(.screen(.progress), size: size), named: "progress")
  }
}

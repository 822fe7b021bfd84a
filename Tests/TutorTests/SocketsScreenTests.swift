import PortKnowledge
import TerminalUI
import Testing

@testable import Tutor

@Suite("The sockets of this machine on the screen")
struct SocketsScreenTests {
  private func screen(_ app: AppState) throws -> SocketsScreen {
    try #require(app.visible as? SocketsScreen)
  }

  private func shown(_ app: AppState) throws -> [SocketRow] {
    let screen = try screen(app)
    return screen.shown.map { screen.watch.lines[$0].row }
  }

  private func type(_ text: String, on app: inout AppState) {
    for character in text { app.press(.character(character)) }
  }

  @Test("Opening it reads the table, and each reading asks for the next one while it is live")
  func live() throws {
    var app = Fixture.app(.sockets("", isOwnOnly: false))
    guard case .readSockets? = app.takeInitialEffects().first else {
      Issue.record("nothing was read")
      return
    }
    guard
      case .remind(let reminder, _)? = SocketsFixture.read(SocketsFixture.snapshot, on: &app).first
    else {
      Issue.record("no reminder was asked for")
      return
    }
    guard case .readSockets? = app.update(.reminded(reminder), at: Fixture.now).first else {
      Issue.record("the table was not read again")
      return
    }
    #expect(app.press(.character(" ")).isEmpty)
    #expect(app.screen[0].contains("paused"))
    #expect(SocketsFixture.read(SocketsFixture.snapshot, on: &app).isEmpty, "it is not live")
    #expect(app.update(.reminded(reminder), at: Fixture.now).isEmpty)
  }

  @Test("New, gone and changed rows are marked and nothing moves; the chosen row stays chosen")
  func marks() throws {
    var app = SocketsFixture.app()
    app.press(.down, .down)
    let chosen = try #require(screen(app).selected)
    var rows = SocketsFixture.rows
    rows.removeAll { $0.state == .timeWait }
    rows[1].receiveQueue = 3
    rows.append(
      SocketRow(
        transport: .tcp, state: .listen, local: SocketsFixture.end(22),
        remote: SocketsFixture.nobody, sendQueue: 128, inode: 99))
    let before = try shown(app).map(\.identity)
    SocketsFixture.read(SocketSnapshot(rows: rows, source: "netlink sock_diag"), on: &app)
    let lines = try screen(app).watch.lines
    #expect(lines.count { $0.change == .added } == 1 && lines.last?.change == .added)
    #expect(lines.count { $0.change == .removed } == 1)
    #expect(lines.count { $0.change == .changed } == 1)
    #expect(try Array(shown(app).map(\.identity).prefix(before.count)) == before)
    #expect(try screen(app).selected?.id == chosen.id)
  }

  @Test("A filter works as it is typed, and half a term does not empty the list")
  func filter() throws {
    var app = SocketsFixture.app()
    app.press(.character("/"))
    #expect(app.keyContext == .socketsFilter)
    type("port:80 ", on: &app)
    #expect(try shown(app).count == 4)
    type("state:", on: &app)
    #expect(try screen(app).view.complaint != nil)
    #expect(try shown(app).count == 4)
    type("estab", on: &app)
    #expect(try shown(app).count == 2 && screen(app).view.complaint == nil)
    app.press(.enter)
    #expect(app.keyContext == .sockets)
    app.press(.escape)
    #expect(try shown(app).count == SocketsFixture.rows.count)
    app.press(.escape)
    #expect(app.screenName == .home)
  }

  @Test("An expression of ss filters too")
  func expression() throws {
    #expect(try shown(SocketsFixture.app("sport = :5432 or dst 198.51.100.0/24")).count == 2)
  }

  @Test("Switches show one kind, several show each of them, and twice shows all again")
  func switches() throws {
    var app = SocketsFixture.app()
    app.press(.character("l"))
    #expect(try shown(app).allSatisfy { $0.remote.port == 0 })
    app.press(.character("t"))
    #expect(try shown(app).count == 2)
    app.press(.character("l"), .character("e"))
    #expect(try shown(app).count == 4)
    app.press(.character("e"), .character("t"), .character("u"))
    #expect(try shown(app).map(\.transport) == [.udp])
    app.press(.character("u"))
    #expect(try shown(app).count == SocketsFixture.rows.count)
  }

  @Test("Following shows both ends and the listener; the other end is marked")
  func follow() throws {
    var app = SocketsFixture.app("port:51234")
    app.press(.escape)
    app = SocketsFixture.app()
    app.press(.down, .down)
    #expect(try screen(app).selected?.row.local.port == 80)
    #expect(app.screen.contains { $0.contains("⇄") })
    app.press(.character("f"))
    #expect(try Set(shown(app).map(\.local.port)) == [80, 51234])
    #expect(try shown(app).count == 3)
    app.press(.escape)
    #expect(try shown(app).count == SocketsFixture.rows.count)
  }

  @Test("Before a class only this program's sockets are shown")
  func own() throws {
    var app = SocketsFixture.app()
    app.press(.character("o"))
    #expect(try shown(app).flatMap(\.owners).map(\.name) == ["portside"])
    let asked = Fixture.app(.sockets("", isOwnOnly: true))
    #expect((asked.visible as? SocketsScreen)?.view.isOwnOnly == true)
  }

  @Test("Enter shows the row in ss, netstat, lsof and /proc")
  func page() {
    var app = SocketsFixture.app()
    app.press(.enter)
    var text = app.screen.joined(separator: "\n")
    for _ in 0..<12 {
      app.press(.pageDown)
      text += app.screen.joined(separator: "\n")
    }
    for word in ["ss -t", "lsof -", "netstat -t", "/proc/net/tcp"] {
      #expect(text.contains(word), "\(word)")
    }
    app.press(.escape)
    #expect(app.screenName == .sockets)
  }

  @Test("A name of a process never reaches the screen raw")
  func hostile() {
    var app = SocketsFixture.app("curl")
    let text = app.screen.joined()
    #expect(text.contains("␛[31m") && !text.contains("\u{1B}"))
    app.press(.enter)
    #expect(!app.screen.joined().contains("\u{1B}"))
  }

  @Test("A table that cannot be read, that is incomplete or partly hidden says so")
  func notices() {
    let cases: [(SocketSnapshot, String)] = [
      (SocketSnapshot(failure: "It cannot be read here."), "It cannot be read here."),
      (
        SocketSnapshot(rows: SocketsFixture.rows, source: "netlink sock_diag", isComplete: false),
        "rows may be missing"
      ),
      (
        SocketSnapshot(
          rows: SocketsFixture.rows, source: "netlink sock_diag", hiddenProcesses: 7),
        "7 processes of other users"
      ),
      (SocketSnapshot(rows: SocketsFixture.rows, source: "/proc/net"), "Read from /proc/net"),
    ]
    for (snapshot, expected) in cases {
      let app = SocketsFixture.app(snapshot: snapshot)
      #expect(app.screen.contains { $0.contains(expected) }, "\(expected)")
    }
  }

  @Test(
    "Every row fits at every width, and no port is cut", arguments: [60, 76, 80, 99, 100, 132, 200])
  func widths(columns: Int) {
    let long = IPAddress.v6(0x2001_0DB8_1234_5678, 0x9ABC_DEF0_1234_5678)
    let row = SocketRow(
      transport: .tcp, state: .closeWait, local: Endpoint(long, 54321),
      remote: Endpoint(long, 65535), receiveQueue: 4_000_000_000, sendQueue: 4_000_000_000,
      inode: 3, isIPv6Table: true, owners: SocketsFixture.owner("a-long-process-", 4_194_304))
    let app = SocketsFixture.app(
      size: Size(columns: columns, rows: 24),
      snapshot: SocketSnapshot(rows: [row], source: "netlink sock_diag"))
    let line = app.screen.first { $0.contains("CLOSE-WAIT") } ?? ""
    #expect(line.contains(":54321") && line.contains(":65535"), "\(line)")
    #expect(line.count <= columns)
  }
}

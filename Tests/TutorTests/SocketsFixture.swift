import PortKnowledge
import TerminalUI

@testable import Tutor

/// A small socket table that never changes, and a larger one.
enum SocketsFixture {
  static let nobody = Endpoint(.any, 0)

  static func end(_ address: IPAddress, _ port: UInt16) -> Endpoint {
    Endpoint(address, PortNumber(port))
  }

  static func end(_ port: UInt16) -> Endpoint { end(.loopback, port) }

  static func owner(_ name: String, _ process: Int32) -> [SocketOwner] {
    [SocketOwner(processID: process, name: name, descriptor: 5)]
  }

  /// A web server with a client on the same machine, a database, and a name that wants to be more.
  static let rows: [SocketRow] = [
    SocketRow(
      transport: .tcp, state: .listen, local: end(.any, 80), remote: nobody, receiveQueue: 1,
      sendQueue: 511, inode: 11, owners: owner("nginx", 812)),
    SocketRow(
      transport: .tcp, state: .listen, local: end(5432), remote: nobody, sendQueue: 128, inode: 12,
      owners: owner("postgres", 401)),
    SocketRow(
      transport: .tcp, state: .established, local: end(80), remote: end(51234), receiveQueue: 19,
      inode: 13, owners: owner("nginx", 812)),
    SocketRow(
      transport: .tcp, state: .established, local: end(51234), remote: end(80), inode: 14,
      owners: owner("curl\u{1B}[31m", 990)),
    SocketRow(
      transport: .tcp, state: .closeWait, local: end(.v4(0xC000_0207), 43210),
      remote: end(.v4(0xC633_6405), 443), receiveQueue: 1, inode: 15,
      owners: owner("portside", 777)),
    SocketRow(
      transport: .tcp, state: .timeWait, local: end(80), remote: end(51230), inode: 0),
    SocketRow(
      transport: .udp, state: .closed, local: end(.any, 5353), remote: nobody, inode: 16,
      owners: owner("avahi-daemon", 300)),
  ]

  static let snapshot = SocketSnapshot(rows: rows, source: "netlink sock_diag")

  /// An application that shows sockets and has read a table.
  static func app(
    _ query: String = "", size: Size = Size(columns: 80, rows: 24),
    snapshot: SocketSnapshot = snapshot
  ) -> AppState {
    var app = Fixture.app(.sockets(query, isOwnOnly: false), size: size)
    read(snapshot, on: &app)
    return app
  }

  /// Hands a reading to the screen; what it asks for then.
  @discardableResult
  static func read(_ snapshot: SocketSnapshot, on app: inout AppState) -> [Effect] {
    let run = app.stack.compactMap { ($0 as? SocketsScreen)?.opening.first }.compactMap {
      if case .readSockets(let run) = $0 { run } else { nil }
    }.first
    return run.map { app.update(.socketsRead(run: $0, snapshot), at: Fixture.now) } ?? []
  }
}

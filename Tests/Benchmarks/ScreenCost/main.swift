import PortKnowledge
import Practice
import TerminalUI
import Tutor

// Prints what a frame of the sockets screen costs with 20,000 rows: swift run -c release screen-cost
//
// Milliseconds, as the median of many times: taking a reading in, drawing the frame after a key, and
// drawing it after a letter of a filter. 16 ms is what a screen of 60 frames a second leaves.

let rowCount = 20_000
let rounds = 51
let size = Size(columns: 132, rows: 40)
let moment = Moment(milliseconds: 0, zoneOffset: 0)

/// Connections of a server with its clients, both ends, and every hundredth row a listener.
func rows(_ round: UInt32) -> [SocketRow] {
  (0..<UInt32(rowCount)).map { index in
    let pair = index / 2
    let server = Endpoint(.v4(0x7F00_0001), 8080)
    let client = Endpoint(
      .v4(0x7F01_0000 + pair / 20_000), PortNumber(UInt16(20_000 + pair % 20_000)))
    if index % 100 == 99 {
      return SocketRow(
        transport: .tcp, state: .listen, local: Endpoint(.any, PortNumber(UInt16(index / 100 + 1))),
        remote: Endpoint(.any, 0), sendQueue: 128, inode: UInt64(index + 1))
    }
    return SocketRow(
      transport: .tcp, state: .established, local: index % 2 == 0 ? client : server,
      remote: index % 2 == 0 ? server : client, receiveQueue: index % 1000 == 0 ? round : 0,
      inode: UInt64(index + 1),
      owners: [SocketOwner(processID: 4711, name: "server", descriptor: Int32(index))])
  }
}

func median(_ work: (Int) -> Void) -> Double {
  let clock = ContinuousClock()
  let times = (0..<rounds).map { round in clock.measure { work(round) } / .milliseconds(1) }
  return times.sorted()[rounds / 2]
}

func decimal(_ number: Double) -> String {
  let hundredths = Int(number * 100 + 0.5)
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}

var app = AppState(
  size: size, catalog: Catalog(lessons: [], demos: []), progress: ProgressSnapshot(),
  keepingNotice: nil, start: .sockets("", isOwnOnly: false), moment: moment)
var run = 0
if case .readSockets(let asked)? = app.takeInitialEffects().first { run = asked }
let readings = (0..<UInt32(2)).map { SocketSnapshot(rows: rows($0), source: "netlink sock_diag") }
_ = app.update(.socketsRead(run: run, readings[0]), at: moment)
var cells = 0

let reading = median { round in
  _ = app.update(.socketsRead(run: run, readings[(round + 1) % 2]), at: moment)
}
let frame = median { round in
  _ = app.update(.keyPressed(round % 2 == 0 ? .pageDown : .pageUp), at: moment)
  cells += app.view().size.rows
}
_ = app.update(.keyPressed(.character("/")), at: moment)
let typing = median { round in
  _ = app.update(.keyPressed(round % 2 == 0 ? .character("8") : .backspace), at: moment)
  cells += app.view().size.rows
}
print("\(rowCount) rows, \(size.columns) × \(size.rows) cells, median of \(rounds)")
print("frame after a key       \(decimal(frame)) ms  aim 16")
print("frame after a letter    \(decimal(typing)) ms")
print("taking a reading in     \(decimal(reading)) ms")
if cells == 0 { print("nothing was drawn") }

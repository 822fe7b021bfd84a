import Foundation
import PortKnowledge
import Sockets
import TerminalUI
import Tutor

/// The sockets of this machine as lines or as JSON: once, or each change as it comes.
struct SocketListing {
  /// Which rows are shown.
  let query: SocketQuery
  /// In which order the first ones come.
  let order: SocketOrder
  /// Whether only this program's sockets are shown.
  let isOwnOnly: Bool
  /// Whether they are shown as JSON.
  let isJSON: Bool
  /// Where they are shown.
  let console: PlainConsole

  /// The name of this program's processes.
  private static let program = "portside"
  private static let period = Duration.seconds(1)

  /// Shows the table as it is now.
  ///
  /// - Throws: `CommandFailure` where it cannot be read.
  func show() throws {
    let snapshot = try read()
    let table = InspectedTable(snapshot.rows)
    let rows = order.sort(wanted(in: table))
    if isJSON {
      for line in try CommandOutput.json(
        SocketJSON.object(of: snapshot, rows: rows, in: table)
      ).split(separator: "\n") {
        console.line(DisplayText(line))
      }
      return
    }
    list(rows, in: table)
    tell(snapshot)
  }

  /// Shows the table, and then each change until nobody reads any more or a signal ends it.
  ///
  /// - Throws: `CommandFailure` where the table cannot be read.
  func watch() throws {
    var watch = SocketWatch(order: order)
    var isFirst = true
    let poller = try Poller()
    while console.isOpen {
      let snapshot = try read()
      let table = InspectedTable(snapshot.rows)
      watch.take(snapshot.rows)
      let own =
        isOwnOnly ? Set(table.rows(ofProgram: Self.program).map { table.rows[$0] }) : nil
      let lines = watch.lines.filter { line in
        query.matches(line.row) && (own?.contains(line.row) ?? true || line.change == .removed)
      }
      if isFirst, !isJSON {
        list(lines.map(\.row), in: table)
        tell(snapshot)
      } else {
        for line in lines where isFirst || line.change != .same { show(line, isFirst, in: table) }
      }
      isFirst = false
      _ = try poller.wait(timeout: Self.period)
    }
  }

  private func show(_ line: SocketWatch.Line, _ isFirst: Bool, in table: InspectedTable) {
    if isJSON {
      let change = isFirst ? TableReading.Line.Change.added : line.change
      return console.line(
        DemoJSON.text([
          "change": .string(change.rawValue),
          "socket": .object(SocketJSON.object(of: line.row, in: table)),
        ]))
    }
    let mark =
      switch line.change {
      case .same: " "
      case .added: "+"
      case .changed: "~"
      case .removed: "−"
      }
    console.line(
      DisplayText("\(mark) ") + DisplayText(cells(line.row, in: table).joined(separator: "  ")))
  }

  private func read() throws -> SocketSnapshot {
    let snapshot = SocketReading.snapshot()
    if let failure = snapshot.failure { throw CommandFailure(failure) }
    return snapshot
  }

  private func wanted(in table: InspectedTable) -> [SocketRow] {
    let own = isOwnOnly ? table.rows(ofProgram: Self.program) : nil
    return table.rows.indices.filter { own?.contains($0) ?? true }.map { table.rows[$0] }
      .filter(query.matches)
  }

  private func list(_ rows: [SocketRow], in table: InspectedTable) {
    guard !rows.isEmpty else { return console.say("No socket fits.") }
    let lines = PlainTable(
      header: ["PROTO", "STATE", "RECV-Q", "SEND-Q", "LOCAL", "PEER", "PROCESS", "SERVICE"],
      rows: rows.map { row in cells(row, in: table).map { DisplayText($0) } })
    for line in lines.lines(columns: console.columns) { console.line(line) }
  }

  private func cells(_ row: SocketRow, in table: InspectedTable) -> [String] {
    let owners = row.owners.map { "\($0.name)(\($0.processID))" }
    let owner = owners.isEmpty ? "-" : owners.joined(separator: ",")
    return [
      row.transport.rawValue, row.stateName, "\(row.receiveQueue)", "\(row.sendQueue)",
      "\(row.local)", row.hasPeer ? "\(row.remote)" : "-", owner, table.service(of: row) ?? "-",
    ]
  }

  /// What is to be known of the reading besides its rows.
  private func tell(_ snapshot: SocketSnapshot) {
    if !snapshot.isComplete {
      console.complain("The table changed while it was read: rows may be missing.")
    }
    if snapshot.hiddenProcesses > 0 {
      console.complain(
        DisplayText(
          "\(snapshot.hiddenProcesses) processes of other users do not show their sockets to you."))
    }
    if snapshot.source == KernelTable.Source.procNet.rawValue {
      console.complain("Read from /proc/net, because netlink is refused: backlogs are missing.")
    }
  }
}

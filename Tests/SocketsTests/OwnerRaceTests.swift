import Foundation
import Glibc
import PortKnowledge
import Synchronization
import Testing

@testable import Sockets

/// Owners while processes come and go.
@Suite("Owners while processes come and go") struct OwnerRaceTests {
  /// Threads that start short programs one after the other until they are told to end.
  private final class ProcessChurn: Sendable {
    private let isToEnd = Atomic(false)
    private let ended = Atomic(0)
    private let started = Atomic(0)

    var count: Int { started.load(ordering: .relaxed) }

    private static let threads = 4

    init() {
      for _ in 0..<Self.threads {
        Thread.detachNewThread { [self] in
          while !isToEnd.load(ordering: .relaxed) {
            guard let process = try? Spawned.start(["/bin/true"]) else { break }
            waitpid(process, nil, 0)
            started.wrappingAdd(1, ordering: .relaxed)
          }
          ended.wrappingAdd(1, ordering: .releasing)
        }
      }
    }

    func end() {
      isToEnd.store(true, ordering: .relaxed)
      _ = eventually { ended.load(ordering: .acquiring) == Self.threads ? true : nil }
    }
  }

  @Test("Each of 10,000 rows has its right owner and none that is wrong")
  func noWrongOwner() throws {
    let isSweep = ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] == "1"
    let aim = isSweep ? 100_000 : 10_000
    let mix = SocketMix(host: .random(in: 0x0100...0xFEFE))
    var owners: [UInt64: Int32] = [:]
    for _ in 0..<100 { _ = try mix.listener(backlog: 1) }
    for known in mix.known { owners[known.inode] = known.descriptors.first }
    // A child begins with the name of the thread that started it, and a new thread with that of the
    // thread which made it: this one.
    let names = try ["self", "thread-self"].map {
      try String(contentsOfFile: "/proc/\($0)/comm", encoding: .utf8).dropLast()
    }
    let churn = ProcessChurn()
    defer { churn.end() }
    let clock = ContinuousClock()
    let start = clock.now
    var checked = 0
    var children = 0
    while checked < aim || churn.count < 500, clock.now - start < .seconds(300) {
      let table = try KernelTable.read(withOwners: true, where: mix.contains)
      #expect(table.rows.count == 100)
      for row in table.rows {
        checked += 1
        let own = row.owners.filter { $0.processID == getpid() }
        // A child holds copies of all descriptors until it becomes another program. Then it has its
        // parent's name still; under its new name it holds none.
        let wrong = row.owners.filter {
          !names.contains($0.name[...]) || $0.descriptor != owners[row.inode]
        }
        children += row.owners.count - own.count
        guard own.map(\.descriptor) == [owners[row.inode]], wrong.isEmpty else {
          Issue.record("\(row.owners) hold \(row.inode), check \(checked)")
          return
        }
      }
    }
    let rate = Double(churn.count) / ((clock.now - start) / .seconds(1))
    #expect(checked >= aim)
    #expect(churn.count >= 500)
    Attachment.record(
      "\(checked) rows, \(Int(rate)) processes a second, \(children) times a child as well",
      named: "owners.txt")
  }
}

import Demos
import Foundation
import PortKnowledge
import Sockets
import Synchronization
import Testing

/// How a demo is driven: commands at odd moments, leaving, two at once.
@Suite struct DemoRunnerTests {
  @Test func theCatalogKnowsItsDemos() throws {
    #expect(Set(DemoCatalog.all.map(\.id)).isSuperset(of: ["tabs", "same-port", "lifecycle"]))
    #expect(Set(DemoCatalog.all.map(\.id)).count == DemoCatalog.all.count)
    for summary in DemoCatalog.all {
      let demo = try #require(DemoCatalog.demo(named: summary.id))
      #expect(demo.summary == summary)
      let events = DemoDriver(demo).run()
      let began = events.filter { if case .stepBegan = $0 { true } else { false } }
      #expect(began.count == summary.stepCount)
    }
    #expect(DemoCatalog.demo(named: "tab") == nil)
  }

  /// Every demo, stopped at events from its first to its last: all of them where there are few.
  @Test(arguments: DemoCatalog.all.map(\.id))
  func stoppedAnywhereItClosesEverythingAndSaysSo(_ id: String) throws {
    let demo = try #require(DemoCatalog.demo(named: id))
    let length = DemoDriver(demo).run().count
    // The counts of poll calls vary from run to run, so the last events may not be reached.
    for place in stride(from: 0, to: length, by: max(1, length / 24)) {
      let count = Mutex(0)
      let driver = DemoDriver(demo) { runner, event in
        let number = count.withLock { count in
          defer { count += 1 }
          return count
        }
        if number == place { runner.stop() }
        switch event {
        case .questionAsked: runner.answer(nil)
        case .stepEnded: runner.proceed()
        default: break
        }
      }
      let events = driver.run()
      #expect(driver.inodes.isDisjoint(with: openInodes()), "stopped at event \(place)")
      #expect(events.unclosedDescriptors.isEmpty, "stopped at event \(place)")
      let isAtTheEnd = place >= events.count - 4
      #expect(events.end == .left || isAtTheEnd && events.end == .completed, "\(events)")
      let ends = events.filter { if case .demoEnded = $0 { true } else { false } }
      #expect(ends.count == 1)
    }
  }

  /// Leaves half-way and looks for rows that stay behind.
  @Test func leavingHalfWayLeavesNoRows() throws {
    let demo = try #require(DemoCatalog.demo(named: "tabs"))
    let driver = DemoDriver(demo) { runner, event in
      switch event {
      case .questionAsked: runner.answer(nil)
      case .stepEnded(let index): index == 4 ? runner.stop() : runner.proceed()
      default: break
      }
    }
    let events = driver.run()
    #expect(events.end == .left)
    let end = try #require(events.readings.last?.lines.first?.row.local)
    let left = try KernelTable.read {
      $0.transport == .tcp && ($0.local == end || $0.remote == end)
    }.rows
    #expect(left.isEmpty, "\(left)")
  }

  @Test func stoppingFromOutsideIsQuickWhereverItWaits() throws {
    for (waitsAtQuestion, id) in [(false, "tabs"), (true, "tabs"), (true, "same-port")] {
      let demo = try #require(DemoCatalog.demo(named: id))
      let waits = Mutex(false)
      let driver = DemoDriver(demo) { runner, event in
        switch event {
        case .questionAsked: waits.withLock { $0 = true }
        case .stepEnded:
          if waitsAtQuestion { runner.proceed() } else { waits.withLock { $0 = true } }
        default: break
        }
      }
      driver.start()
      let clock = ContinuousClock()
      let deadline = clock.now + .seconds(60)
      while !waits.withLock({ $0 }), clock.now < deadline { sched_yield() }
      let start = clock.now
      driver.stop()
      driver.stop()
      driver.waitUntilEnded()
      // Far more than the promised 100 ms, for a machine that runs other tests too, and far less
      // than it would wait by itself.
      #expect(clock.now - start < .seconds(20))
      #expect(driver.events.end == .left)
      #expect(driver.inodes.isDisjoint(with: openInodes()))
    }
  }

  @Test func twoAtOnceDoNotDisturbEachOther() throws {
    let drivers = try (0..<4).map { number in
      let id = number.isMultiple(of: 2) ? "tabs" : "same-port"
      return DemoDriver(try #require(DemoCatalog.demo(named: id)))
    }
    for driver in drivers { driver.start() }
    for driver in drivers { driver.waitUntilEnded() }
    for driver in drivers {
      #expect(driver.events.end == .completed, "\(driver.events)")
      #expect(driver.inodes.isDisjoint(with: openInodes()))
    }
  }

  @Test func commandsAtOddMomentsChangeNothing() throws {
    let demo = try #require(DemoCatalog.demo(named: "tabs"))
    let expected = DemoDriver(demo).run().filter { $0.kind != "calls" }.map(\.kind)
    let driver = DemoDriver(demo) { runner, event in
      switch event {
      case .questionAsked:
        runner.proceed()
        runner.answer(.choice(3))
        runner.answer(.choice(0))
        runner.proceed()
      case .stepEnded:
        runner.answer(.choice(1))
        runner.proceed()
        runner.proceed()
      default:
        runner.proceed()
        runner.answer(.choice(0))
        runner.start()
        runner.waitUntilEnded()
      }
    }
    let events = driver.run()
    #expect(events.filter { $0.kind != "calls" }.map(\.kind) == expected)
    #expect(events.outcomes.first?.isCorrect == true)
    driver.stop()
    driver.waitUntilEnded()
    #expect(driver.events.count == events.count)
  }

  @Test func stoppedBeforeItStartsItEndsAtOnce() throws {
    let demo = try #require(DemoCatalog.demo(named: "tabs"))
    let driver = DemoDriver(demo)
    driver.waitUntilEnded()
    driver.stop()
    #expect(driver.run() == [.demoEnded(.left)])
  }

  @Test func aRunnerThatIsLetGoEndsByItself() throws {
    let demo = try #require(DemoCatalog.demo(named: "tabs"))
    let log = EventLog()
    var runner: DemoRunner? = DemoRunner(demo) { log.add($0) }
    runner?.start()
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(60)
    while log.all.kinds.last != "ended 0", clock.now < deadline {
      sched_yield()
    }
    runner = nil
    while log.all.end == nil, clock.now < deadline { sched_yield() }
    #expect(log.all.end == .left)
  }
}

/// Keeps events.
private final class EventLog: Sendable {
  private let events = Mutex<[DemoEvent]>([])

  func add(_ event: DemoEvent) { events.withLock { $0.append(event) } }
  var all: [DemoEvent] { events.withLock { $0 } }
}

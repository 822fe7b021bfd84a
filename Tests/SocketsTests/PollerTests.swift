import Foundation
import Sockets
import SystemPackage
import Testing

/// The poller: readiness, wake-ups, deadlines.
@Suite struct PollerTests {
  @Test func aReadySocketIsReportedByItsToken() throws {
    let pair = try Pair.make()
    let poller = try Poller()
    try poller.add(pair.server, for: .reading, token: 7)
    #expect(try poller.wait(timeout: .milliseconds(10)).ready.isEmpty)
    _ = try pair.client.send([1])
    let events = try poller.wait(timeout: patience)
    #expect(events.ready.map(\.token) == [7])
    #expect(events.ready.first?.isReadable == true)
    #expect(events.ready.first?.isWritable == false)
    #expect(!events.wasWoken)
    try poller.change(pair.server.number, to: [.writing], token: 8)
    #expect(try poller.wait(timeout: patience).ready.map(\.token) == [8])
    try poller.remove(pair.server.number)
    #expect(try poller.wait(timeout: .milliseconds(10)).ready.isEmpty)
  }

  @Test func aPeerThatLeavesIsAHangUp() throws {
    let pair = try Pair.make()
    let poller = try Poller()
    try poller.add(pair.server, for: .reading, token: 1)
    try pair.client.shutdown(.both)
    #expect(try poller.wait(timeout: patience).ready.first?.isHungUp == true)
  }

  @Test func anotherThreadWakesIt() throws {
    let poller = try Poller()
    let waker = poller.waker
    let thread = Thread { waker.wake() }
    thread.start()
    #expect(try poller.wait(timeout: patience).wasWoken)
    // Taken: the next sleep lasts until its end.
    #expect(try poller.wait(timeout: .milliseconds(10)).wasWoken == false)
  }

  @Test func aWakeUpBeforeTheSleepIsNotLostAndManyCountAsOne() throws {
    let poller = try Poller()
    for _ in 0..<1000 { poller.waker.wake() }
    #expect(try poller.wait().wasWoken)
    #expect(try poller.wait(timeout: .zero).wasWoken == false)
  }

  @Test func aWakerOutlivesItsPoller() throws {
    let waker = try Poller().waker
    waker.wake()
  }

  @Test func theWakersTokenIsRefused() throws {
    let pair = try Pair.make()
    let poller = try Poller()
    #expect(throws: SocketError("epoll_ctl", number: .invalidArgument)) {
      try poller.add(pair.client, for: .reading, token: .max)
    }
  }

  @Test func aTimeoutIsKept() throws {
    let poller = try Poller()
    let clock = ContinuousClock()
    let start = clock.now
    let events = try poller.wait(timeout: .milliseconds(25))
    #expect(events.ready.isEmpty)
    #expect(!events.wasWoken)
    #expect(clock.now - start >= .milliseconds(25))
  }
}

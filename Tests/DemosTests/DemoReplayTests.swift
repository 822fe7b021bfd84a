import Demos
import PortKnowledge
import Synchronization
import Testing

@Suite("A recording of a demo")
struct DemoReplayTests {
  private static let note = RecordingNote(kernel: "Linux 6.18", day: "2026-11-22", wasRoot: false)

  /// A live run as it is recorded: predictions as if nobody had made any.
  private func recording(_ name: String) throws -> DemoRecording {
    let demo = try #require(DemoCatalog.demo(named: name))
    let events = DemoDriver(demo).run()
    return DemoRecording(of: demo.summary, note: Self.note, events: events)
  }

  /// Plays a recording to its end; every event.
  private func play(
    _ recording: DemoRecording, choosing choose: @escaping @Sendable (Question) -> Answer?
  ) -> [DemoEvent] {
    let events = Mutex<[DemoEvent]>([])
    let replay = DemoReplay(recording) { event in events.withLock { $0.append(event) } }
    replay.start()
    while true {
      switch events.withLock({ $0.last }) {
      case .questionAsked(let question): replay.answer(choose(question))
      case .stepEnded: replay.proceed()
      default: return events.withLock { $0 }
      }
    }
  }

  @Test("tells the same events again, after where it was made")
  func sameEvents() throws {
    let recording = try recording("tabs")
    let played = play(recording) { _ in nil }
    #expect(played.first == .recordingBegan(Self.note))
    #expect(Array(played.dropFirst()) == recording.events)
  }

  @Test("judges each prediction by what the kernel showed then")
  func judgement() throws {
    let recording = try recording("states")
    for index in 0..<2 {
      let outcomes = play(recording) { _ in .choice(index) }.outcomes
      #expect(outcomes.count == 3)
      for outcome in outcomes {
        #expect(outcome.given == outcome.options[index].text)
        #expect(outcome.isCorrect == outcome.options[index].isRight)
      }
    }
    let looked = play(recording) { _ in .choice(99) }.outcomes
    #expect(looked.allSatisfy { $0.isCorrect == nil && $0.given == nil })
  }

  @Test("waits for each step, and a command that nobody waits for changes nothing")
  func steps() throws {
    let recording = try recording("same-port")
    let count = Mutex(0)
    let replay = DemoReplay(recording) { _ in count.withLock { $0 += 1 } }
    replay.proceed()
    replay.answer(.choice(0))
    #expect(count.withLock { $0 } == 0)
    replay.start()
    let first = count.withLock { $0 }
    replay.start()
    #expect(first > 1 && count.withLock { $0 } == first)
  }

  @Test("that is left says so, and tells nothing more")
  func leaving() throws {
    let recording = try recording("same-port")
    let events = Mutex<[DemoEvent]>([])
    let replay = DemoReplay(recording) { event in events.withLock { $0.append(event) } }
    replay.start()
    replay.stop()
    replay.stop()
    replay.proceed()
    let told = events.withLock { $0 }
    #expect(told.end == .left)
    #expect(told.count { if case .demoEnded = $0 { true } else { false } } == 1)
  }

  @Test("Live sockets are to be had where these tests run")
  func obstacle() {
    #expect(LiveObstacle.find() == nil)
  }
}

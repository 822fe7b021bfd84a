public import PortKnowledge
import Synchronization

/// Plays what a demo told once: the same events, questions and pauses, and not one system call.
///
/// Predictions are judged anew by what the kernel showed when the recording was made. The report is
/// called on the thread of whoever starts, proceeds or answers.
public final class DemoReplay: RunningDemo {
  private struct State {
    var events: [DemoEvent]
    var place = 0
    var expectation = DemoControl.Expectation.nothing
    var isStarted = false
    var isOver = false
    var answer: Answer?
  }

  private let state: Mutex<State>
  private let report: @Sendable (DemoEvent) -> Void

  /// A run of a recording's events, with its origin told first.
  ///
  /// A recording without an end is ended as left.
  public init(
    _ recording: DemoRecording, report: @escaping @Sendable (DemoEvent) -> Void
  ) {
    var events = [DemoEvent.recordingBegan(recording.note)] + recording.events
    if recording.end == nil { events.append(.demoEnded(.left)) }
    state = Mutex(State(events: events))
    self.report = report
  }

  /// Tells the origin and the first step; a second call does nothing.
  public func start() {
    tell { state in
      guard !state.isStarted else { return false }
      state.isStarted = true
      return true
    }
  }

  /// Tells the next step, where the recording waits for that.
  public func proceed() {
    tell { state in
      guard state.expectation == .proceed else { return false }
      return true
    }
  }

  /// Judges a prediction by what the kernel showed then, where the recording waits for one.
  public func answer(_ answer: Answer?) {
    tell { state in
      guard state.expectation == .answer else { return false }
      state.answer = answer
      return true
    }
  }

  /// Ends it here.
  public func stop() {
    let isFirst = state.withLock { state in
      defer { state.isOver = true }
      return state.isStarted && !state.isOver
    }
    if isFirst { report(.demoEnded(.left)) }
  }

  /// Returns at once: nothing is left to wait for.
  public func waitUntilEnded() {}

  /// Reports up to the next point where the demo waits, if the command was waited for.
  private func tell(_ isWanted: (inout State) -> Bool) {
    let events = state.withLock { state -> [DemoEvent] in
      guard !state.isOver, isWanted(&state) else { return [] }
      state.expectation = .nothing
      var told: [DemoEvent] = []
      while state.expectation == .nothing, state.place < state.events.count {
        let event = state.events[state.place]
        state.place += 1
        told.append(Self.judged(event, state.answer))
        switch event {
        case .questionAsked:
          state.expectation = .answer
          state.answer = nil
        case .stepEnded: state.expectation = Self.isLast(state) ? .nothing : .proceed
        case .demoEnded: state.isOver = true
        default: break
        }
      }
      return told
    }
    for event in events { report(event) }
  }

  /// Whether no step comes after this place.
  private static func isLast(_ state: State) -> Bool {
    !state.events[state.place...].contains {
      if case .stepBegan = $0 { true } else { false }
    }
  }

  private static func judged(_ event: DemoEvent, _ answer: Answer?) -> DemoEvent {
    guard case .predictionSettled(let outcome) = event else { return event }
    return .predictionSettled(outcome.settled(for: answer))
  }
}

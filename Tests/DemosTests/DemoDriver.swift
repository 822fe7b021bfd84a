import Demos
import Foundation
import PortKnowledge
import Synchronization

/// Drives a demo as a learner would, and keeps every event.
final class DemoDriver: Sendable {
  private struct State {
    var events: [DemoEvent] = []
    var inodes: Set<UInt64> = []
  }

  private let state = Mutex(State())
  private let runner = Mutex<DemoRunner?>(nil)
  private let respond: @Sendable (DemoRunner, DemoEvent) -> Void

  /// A run that answers each event with `respond`, on the demo's own thread.
  init(_ demo: Demo, respond: @escaping @Sendable (DemoRunner, DemoEvent) -> Void) {
    self.respond = respond
    let runner = DemoRunner(demo) { [weak self] event in self?.take(event) }
    self.runner.withLock { $0 = runner }
  }

  /// A run that predicts with `choose` and always goes on.
  convenience init(
    _ demo: Demo, choosing choose: @escaping @Sendable (Question) -> Answer? = { _ in nil }
  ) {
    self.init(demo) { runner, event in
      switch event {
      case .questionAsked(let question): runner.answer(choose(question))
      case .stepEnded: runner.proceed()
      default: break
      }
    }
  }

  private func take(_ event: DemoEvent) {
    // A file that is new since may get an inode of an old socket, never the other way round: what
    // the process holds at an event is looked up by the inodes of the demo's rows.
    state.withLock {
      $0.events.append(event)
      if case .tableRead(let reading) = event {
        $0.inodes.formUnion(reading.lines.map(\.row.inode).filter { $0 != 0 })
      }
    }
    if let runner = runner.withLock({ $0 }) { respond(runner, event) }
  }

  /// Runs to the end; every event.
  func run() -> [DemoEvent] {
    let runner = runner.withLock { $0 }
    runner?.start()
    runner?.waitUntilEnded()
    return events
  }

  /// Starts without waiting.
  func start() { runner.withLock { $0 }?.start() }
  /// Stops from outside.
  func stop() { runner.withLock { $0 }?.stop() }
  /// Waits for the end.
  func waitUntilEnded() { runner.withLock { $0 }?.waitUntilEnded() }

  /// The events so far.
  var events: [DemoEvent] { state.withLock { $0.events } }
  /// The inodes of all sockets that the demo's tables showed.
  var inodes: Set<UInt64> { state.withLock { $0.inodes } }
}

/// The inodes of the sockets that this process holds right now.
func openInodes() -> Set<UInt64> {
  let folder = "/proc/self/fd"
  let files = FileManager.default
  let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
  return Set(
    names.compactMap { name in
      guard let target = try? files.destinationOfSymbolicLink(atPath: "\(folder)/\(name)"),
        target.hasPrefix("socket:[")
      else { return nil }
      return UInt64(target.dropFirst("socket:[".count).dropLast())
    })
}

extension [DemoEvent] {
  /// The kinds of the events, runs of the same kind made one.
  var kinds: [String] {
    reduce(into: []) { kinds, event in
      if kinds.last != event.kind { kinds.append(event.kind) }
    }
  }

  var calls: [CallRecord] {
    compactMap { if case .callMade(let call) = $0 { call } else { nil } }
  }

  var readings: [TableReading] {
    compactMap { if case .tableRead(let reading) = $0 { reading } else { nil } }
  }

  var pictures: [DemoPicture] {
    compactMap { if case .pictureDrawn(let picture) = $0 { picture } else { nil } }
  }

  var outcomes: [PredictionOutcome] {
    compactMap { if case .predictionSettled(let outcome) = $0 { outcome } else { nil } }
  }

  var end: DemoEnd? {
    if case .demoEnded(let end) = last { end } else { nil }
  }

  /// The descriptors that calls opened and did not close, by the log alone.
  var unclosedDescriptors: Set<Int> {
    var open: Set<Int> = []
    for call in calls where call.errorName == nil {
      switch call.name {
      case "socket", "accept4": open.insert(call.result)
      case "close": open.remove(Int(call.arguments) ?? -1)
      default: break
      }
    }
    return open
  }
}

extension DemoEvent {
  var kind: String {
    switch self {
    case .recordingBegan: "recording"
    case .stepBegan(let index, _, _): "began \(index)"
    case .questionAsked: "asked"
    case .callMade: "calls"
    case .tableRead: "table"
    case .pictureDrawn: "picture"
    case .figureDrawn: "figure"
    case .predictionSettled: "settled"
    case .remark: "remarks"
    case .stepEnded(let index): "ended \(index)"
    case .demoEnded: "over"
    }
  }
}

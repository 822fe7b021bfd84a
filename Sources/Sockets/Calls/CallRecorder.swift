public import PortKnowledge

/// Where the funnel reports each call that it makes, in whose name.
public struct CallRecorder: Sendable {
  /// Who makes the calls, in a demo's own words: "server", "tab 1".
  public let actor: String
  private let report: @Sendable (CallRecord) -> Void

  /// Reports calls in an actor's name.
  ///
  /// The closure is called on the thread that made the call, right after it.
  public init(actor: String = "", report: @escaping @Sendable (CallRecord) -> Void) {
    self.actor = actor
    self.report = report
  }

  /// The same destination in another actor's name.
  public func named(_ actor: String) -> CallRecorder {
    CallRecorder(actor: actor, report: report)
  }

  func record(_ call: CallRecord) {
    report(call)
  }
}

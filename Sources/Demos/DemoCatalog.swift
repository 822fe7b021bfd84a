public import PortKnowledge

/// Every demo there is, in the order in which a learner meets them.
public enum DemoCatalog {
  private static let demos = [
    SamePort.demo, Lifecycle.demo, ThreeTabs.demo, SourcePort.demo, Queues.demo, Backlog.demo,
    SelfConnect.demo, Ephemeral.demo, Exhaustion.demo, Proxy.demo, Errors.demo, Datagrams.demo,
    Addresses.demo, InUse.demo, ReusePort.demo,
    Closing.demo, TinyServer.demo, Privileged.demo, Names.demo, States.demo, QUICIdea.demo,
    Activation.demo, CrowdDemo.demo, Myths.demo,
  ]

  /// What a list shows of each.
  public static var all: [DemoSummary] { demos.map(\.summary) }

  /// The demo of a name such as `tabs`; nil for an unknown one.
  public static func demo(named id: String) -> Demo? {
    demos.first { $0.summary.id == id }
  }
}

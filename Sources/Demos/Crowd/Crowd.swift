import Glibc
public import PortKnowledge
public import Sockets

/// A great many clients on one port, in this process or in several of the same program.
///
/// It works on the caller's thread. Whatever ends it, every connection is reset and every process
/// has ended when ``run(progress:)`` returns.
public struct Crowd: Sendable {
  /// How it is shared out.
  public let plan: CrowdPlan
  /// The arguments with which this program starts as a helper; the executable's path first.
  let helper: [String]

  /// What came of it.
  public struct Result: Hashable, Sendable {
    /// The listener's end.
    public var server: Endpoint
    /// From the first connect to the last accept, in microseconds.
    public var microseconds: Int
    /// What the kernel's table says.
    public var proof: CrowdProof
  }

  /// A crowd after a plan.
  ///
  /// `helper` is the command line that runs ``CrowdHelper/work(clients:first:perSource:)``; it is
  /// used where the plan has more than one share.
  public init(plan: CrowdPlan, helper: [String]) {
    self.plan = plan
    self.helper = helper
  }

  /// Makes all connections, reads the table once, and resets them.
  ///
  /// - Parameter progress: Told every few milliseconds how many clients are connected and how many
  ///   connections accepted; false ends it early.
  /// - Returns: What came of it; nil where it was ended early.
  /// - Throws: `SocketError` where a call fails, and a sentence where a helper does.
  public func run(progress: (ConnectionCrowd.Progress) -> Bool) throws -> Result? {
    Self.raiseDescriptorLimit()
    let listener = try Socket(.tcp)
    try listener.bind(to: Endpoint(.loopback, 0))
    try listener.listen(backlog: 4096)
    let server = try listener.localEndpoint()
    let clock = ContinuousClock()
    let start = clock.now
    if plan.shares.count == 1 {
      let crowd = try ConnectionCrowd(listener: listener.number, at: server)
      var isLeft = false
      try crowd.grow(to: plan.clients, accepting: plan.clients, from: plan.source(of:)) { state in
        isLeft = !progress(state)
        return !isLeft
      }
      guard !isLeft else { return nil }
      let microseconds = Int((clock.now - start) / .microseconds(1))
      return Result(
        server: server, microseconds: microseconds, proof: try CrowdProof.read(at: server))
    }
    let helpers = try CrowdHelpers(plan: plan, command: helper, listener: listener.number)
    defer { helpers.end() }
    guard try helpers.waitUntilConnected(progress: progress) else { return nil }
    let microseconds = Int((clock.now - start) / .microseconds(1))
    return Result(
      server: server, microseconds: microseconds, proof: try CrowdProof.read(at: server))
  }

  /// Lets this process open as many descriptors as the hard limit says.
  static func raiseDescriptorLimit() {
    var limit = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(resource, &limit)
  }
}

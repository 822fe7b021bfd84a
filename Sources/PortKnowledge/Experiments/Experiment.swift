/// Calls on named sockets with what the model says each returns: what a running kernel is asked.
///
/// Addresses and ports are those that the learner sees. A runner builds the case on loopback: an
/// address that is not a loopback one is played by its stand-in, and every port by one that is free
/// at that moment.
public struct Experiment: Hashable, Sendable {
  /// The calls in the order in which they are made.
  public var steps: [ExperimentStep]
  /// Which loopback address plays an address of the case.
  public var standIns: [IPAddress: IPAddress]
  /// Ports that must be taken as they are, because their number decides: below 1024, or closed.
  public var fixedPorts: Set<PortNumber>
  /// What the machine must have for the case.
  public var needs: Set<Need>

  /// Something that not every machine has.
  public enum Need: String, Hashable, Sendable, CaseIterable {
    /// IPv6 with ::1.
    case ipv6
    /// A user without the right to bind ports below 1024, and the usual border of 1024.
    case unprivileged
  }

  /// Calls and what they need.
  public init(
    steps: [ExperimentStep], standIns: [IPAddress: IPAddress] = [:],
    fixedPorts: Set<PortNumber> = [], needs: Set<Need> = []
  ) {
    self.steps = steps
    self.standIns = standIns
    self.fixedPorts = fixedPorts
    self.needs = needs
  }
}

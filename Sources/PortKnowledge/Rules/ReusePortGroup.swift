/// Sockets that share one address and port by SO_REUSEPORT.
///
/// The kernel chooses among them by a hash of the packet's addresses and ports, so all datagrams
/// of one source, and all segments of one connection, go to the same member. Neither turns nor the
/// lengths of the queues matter: a member whose accept queue is full still gets its SYNs, and drops
/// them. What waits in the queue of a member that closes is reset, not moved, while
/// `net.ipv4.tcp_migrate_req` is 0. Source: socket(7), the kernel's ip-sysctl documentation, and
/// measured on Linux 6.18.
public struct ReusePortGroup: Hashable, Sendable {
  /// The address all members are bound to.
  public var address: IPAddress
  /// How many members there are; at least 1.
  public var members: Int

  /// A group of so many sockets, all of one user.
  public init(address: IPAddress, members: Int) {
    self.address = address
    self.members = members
  }

  /// How many of many clients each member gets, as wide as chance never makes it.
  ///
  /// That is 7.3 standard deviations to either side of an equal share: 150 to 350 for 1000 clients
  /// and four members.
  public func share(ofClients clients: Int) -> ClosedRange<Int> {
    guard members > 1 else { return clients...clients }
    let variance = Double(clients) * Double(members - 1) / Double(members * members)
    let width = Int((7.3 * variance.squareRoot()).rounded(.up))
    let equal = clients / members
    return max(1, equal - width)...min(clients, equal + width)
  }

  /// A socket that asks for the group's port.
  public struct Newcomer: Hashable, Sendable {
    /// The address it binds to, of the group's family.
    public var address: IPAddress
    /// SO_REUSEPORT.
    public var hasReusePort: Bool
    /// Whether the user who made it is the one who made the members.
    public var isSameUser: Bool

    /// A socket with what decides about it.
    public init(address: IPAddress, hasReusePort: Bool, isSameUser: Bool) {
      self.address = address
      self.hasReusePort = hasReusePort
      self.isSameUser = isSameUser
    }
  }

  /// What becomes of a newcomer's `bind()`.
  public enum Admission: String, Hashable, Sendable, CaseIterable {
    /// It becomes a member and gets its share.
    case joins
    /// It binds, but to another address, so it is no member.
    case staysApart
    /// EADDRINUSE.
    case isRefused
  }

  /// What becomes of a newcomer's `bind()`, where all members listen or are UDP sockets.
  public func admission(of newcomer: Newcomer) -> Admission {
    let isSame = newcomer.address.unmapped == address.unmapped
    let overlaps = isSame || newcomer.address.isWildcard || address.isWildcard
    if !overlaps { return .staysApart }
    guard newcomer.hasReusePort, newcomer.isSameUser else { return .isRefused }
    return isSame ? .joins : .staysApart
  }
}

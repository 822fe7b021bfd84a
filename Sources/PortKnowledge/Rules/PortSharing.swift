/// Whether a socket may get a port beside another one that has it, and what decides.
///
/// The rule as measured on Linux 6.18, which agrees with socket(7) as far as that goes. Sockets of
/// different protocols, ports or addresses that do not overlap never hinder each other. Overlapping
/// ones may stand side by side if both have SO_REUSEADDR and the old one is not a TCP listener, or
/// if both have SO_REUSEPORT and belong to one user. The user does not matter where the old one is in
/// TIME-WAIT, or closed and in FIN-WAIT-2: then the kernel no longer knows whose it was. Otherwise the call fails with EADDRINUSE. `listen()` is judged like `bind()`: the
/// socket that calls it is the new one.
///
/// One case is not covered: a connection of a dual-stack `::` socket with an IPv6 peer, accepted or
/// made by it, still hinders 0.0.0.0.
public enum PortSharing: Hashable, Sendable {
  /// Allowed: one is TCP, the other UDP.
  case otherTransport
  /// Allowed: the ports differ.
  case otherPort
  /// Allowed: the addresses do not overlap.
  case addressesApart(AddressOverlap)
  /// Allowed: both have SO_REUSEADDR, and the old one does not listen.
  case bothReuseAddress
  /// Allowed: both have SO_REUSEPORT and belong to one user, or the old one has none any more.
  case bothReusePort
  /// Refused: no option is set on both.
  case noCommonOption
  /// Refused: both have SO_REUSEADDR, but the old one listens.
  case listener
  /// Refused: both have SO_REUSEPORT, but they belong to two users.
  case otherUser

  /// How a new socket, which calls `bind()` or `listen()`, stands to an old one.
  public init(old: BoundSocket, new: BoundSocket) {
    let overlap = AddressOverlap(old.local, new.local)
    let common = old.reuse.intersection(new.reuse)
    if old.transport != new.transport {
      self = .otherTransport
    } else if old.port != new.port {
      self = .otherPort
    } else if !overlap.isOverlap {
      self = .addressesApart(overlap)
    } else if common.contains(.address), !old.isListening {
      self = .bothReuseAddress
    } else if common.contains(.port) {
      self = old.user == new.user || old.isOwnerless ? .bothReusePort : .otherUser
    } else {
      self = common.isEmpty ? .noCommonOption : .listener
    }
  }

  /// Whether the call succeeds as far as the old socket goes; else it fails with EADDRINUSE.
  public var isAllowed: Bool {
    switch self {
    case .otherTransport, .otherPort, .addressesApart, .bothReuseAddress, .bothReusePort: true
    case .noCommonOption, .listener, .otherUser: false
    }
  }
}

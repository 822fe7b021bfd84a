public import PortKnowledge
public import SystemPackage

/// A system call that failed: what was tried, on which endpoint, and why it was refused.
public struct SocketError: Error, Hashable, Sendable {
  /// The call, for example `bind`.
  public var operation: String
  /// The address and port it was about; nil where it was about none.
  public var endpoint: Endpoint?
  /// Why it failed.
  public var number: Errno

  /// A failed call.
  public init(_ operation: String, endpoint: Endpoint? = nil, number: Errno) {
    self.operation = operation
    self.endpoint = endpoint
    self.number = number
  }

  /// The name of the error number, for example `EADDRINUSE`.
  public var errorName: String { number.name }

  /// The failure alone: `bind 127.0.0.1:80: permission denied (EACCES)`.
  public var summary: String {
    let subject = endpoint.map { "\(operation) \($0)" } ?? operation
    return "\(subject): \(number.meaning) (\(number.name))"
  }

  /// What to do about it, in one or two sentences; nil where nothing general can be said.
  public var advice: String? {
    switch (operation, number) {
    case ("bind", .permissionDenied):
      "Ports below 1024 need the right CAP_NET_BIND_SERVICE on most machines. "
        + "Choose a port of 1024 or more."
    case ("bind", .addressInUse), ("listen", .addressInUse):
      "Another socket holds this port on an overlapping address; `ss -tuanp` shows most of them. "
        + "Choose another port, end that program, or wait a minute for a row in TIME-WAIT to go."
    case ("bind", .addressNotAvailable):
      "This machine does not have that address; `ip address` lists those it has."
    case ("connect", .connectionRefused):
      "Nothing listens there, or a firewall refuses in its place. Start the server, or check the "
        + "address and the number."
    case ("connect", .timedOut):
      "No answer came: a firewall drops the packets, the host is off, or its accept queue is full."
    case ("connect", .addressNotAvailable):
      "This machine has no address of that family (IPv6 may be switched off), or no local port is "
        + "free for this destination."
    case (_, .networkUnreachable):
      "No route leads to that address; `ip route` and `ip -6 route` show those that exist."
    case (_, .noRouteToHost):
      "The host does not answer on its network, or a router or firewall says that it may not be "
        + "reached."
    case (_, .tooManyOpenFiles):
      "This process may not open more descriptors; `ulimit -n` shows the limit."
    case (_, .tooManyOpenFilesInSystem):
      "The whole machine has no descriptor left; end some programs."
    case (_, .addressFamilyNotSupported):
      "This kernel does not offer that family of addresses; IPv6 may be switched off."
    default:
      nil
    }
  }
}

extension SocketError: CustomStringConvertible {
  /// The failure, and what to do about it where that is known.
  public var description: String {
    advice.map { "\(summary). \($0)" } ?? summary
  }
}

/// How a library listens when the program names a port but no address.
///
/// Sources: Python's `socket.create_server` (library reference, socket), Node's `server.listen`
/// (net), Go's `net.Listen` (package net); tried out with Python 3 and Node 20 on Linux 6.18. All
/// of it is for a machine that has IPv6.
public enum ServerDefault: String, Hashable, Sendable, CaseIterable {
  /// `socket.create_server(("", port))`: AF_INET unless another family is asked for.
  case python
  /// `create_server(…, family=AF_INET6)`: IPv6 alone, Python sets IPV6_V6ONLY itself.
  case pythonIPv6
  /// `create_server(…, family=AF_INET6, dualstack_ipv6=True)`.
  case pythonDualStack
  /// `server.listen(port)`: the unspecified IPv6 address where there is IPv6.
  case node
  /// `server.listen({ port, host: "::", ipv6Only: true })`.
  case nodeIPv6Only
  /// `net.Listen("tcp", ":port")`: both versions through one socket.
  case go
  /// `net.Listen("tcp4", ":port")`.
  case goIPv4

  /// The address that the listener is bound to.
  public var local: LocalAddress {
    switch self {
    case .python, .goIPv4: LocalAddress(.any)
    case .pythonIPv6, .nodeIPv6Only: .any6Only
    case .pythonDualStack, .node, .go: LocalAddress(.any6)
    }
  }
}

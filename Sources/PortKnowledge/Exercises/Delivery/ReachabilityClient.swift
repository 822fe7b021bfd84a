/// A client of a case: where it runs, and what it connects to.
struct ReachabilityClient: Hashable {
  /// Where it runs, as it ends a sentence: `on a LAN machine`.
  let place: String
  /// What it connects to, with the server's port.
  let address: IPAddress
  /// Where it is, as the rule sees it.
  let client: Reachability.Client
  /// The address of its own machine; nil where it is the server's machine.
  let source: IPAddress?

  /// A client on the server's machine.
  static func local(_ place: String, to address: IPAddress) -> Self {
    Self(place: place, address: address, client: .sameMachine, source: nil)
  }

  /// A client elsewhere, with an address of its own there.
  static func remote(
    _ place: String, _ source: IPAddress, to address: IPAddress,
    hasIPv6: Bool = false
  ) -> Self {
    Self(
      place: place, address: address, client: .otherMachine(hasIPv6: hasIPv6), source: source)
  }

  /// Whether its `connect()` can be made on loopback with stand-ins for the other machines.
  var isAskable: Bool {
    let meant = Reachability.meant(by: address)
    if source != nil { return !meant.isIPv6 && !meant.isLoopback }
    return !meant.isIPv6 || meant.isLoopback
  }
}

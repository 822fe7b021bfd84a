extension SocketSentence {
  // MARK: Listeners

  var listening: String { "\(who) listens on TCP port \(row.local.port) of \(place)." }

  /// The addresses on which the socket receives.
  private var place: String {
    switch row.local.address {
    case .any: "every IPv4 address of this machine"
    case .any6:
      table.takesIPv4(row) == true
        ? "every address of this machine, IPv6 and IPv4"
        : "every IPv6 address of this machine, and of the IPv4 ones too unless IPV6_V6ONLY is set"
    case let address: "\(address) alone"
    }
  }

  var streamReach: String? { reach(others: "can connect", here: "can connect to it") }

  private func reach(others: String, here: String) -> String {
    if row.local.address.isLoopback { return "Only programs on this machine \(here)." }
    let goal = row.local.address.isWildcard ? "this machine" : "this address"
    return "Anyone who can reach \(goal) and is not stopped by a firewall \(others)."
  }

  /// How full the accept queue is.
  ///
  /// Where the table came from `/proc/net`, the backlog is 0 because it is not known.
  var acceptQueue: String? {
    let waiting = row.receiveQueue
    let verb = waiting == 1 ? "1 connection waits" : "\(waiting) connections wait"
    if row.sendQueue == 0 { return waiting == 0 ? nil : "\(verb) for accept()." }
    if waiting > row.sendQueue {
      return "The accept queue is full: \(verb) for accept(), and new clients get no answer."
    }
    let room = "at most \(UInt64(row.sendQueue) + 1) may (backlog \(row.sendQueue) + 1)."
    return "\(waiting == 0 ? "No connection waits" : verb) for accept(); \(room)"
  }

  /// Other sockets on the very same address and port.
  var company: String? {
    let count = table.sharing(with: row)
    return count > 1 ? "\(count) sockets listen on this address and port." : nil
  }

  // MARK: UDP

  var waitingUDP: String { "\(who) has a UDP socket on port \(row.local.port) of \(place)." }

  var connectedUDP: String {
    "\(who) has a UDP socket on \(row.local) that is connected to \(row.remote): it takes "
      + "datagrams from there alone. connect() has sent nothing, so this says nothing about the "
      + "peer."
  }

  var datagramReach: String? {
    row.hasPeer ? nil : reach(others: "can send to it", here: "can send to it")
  }

  var receivedDatagrams: String? {
    guard row.receiveQueue > 0 else { return nil }
    return "Unread datagrams take \(bytes(row.receiveQueue)) of the kernel's memory, overhead "
      + "included."
  }

  var sentDatagrams: String? {
    guard row.sendQueue > 0 else { return nil }
    return "Datagrams that have not left this machine yet take \(bytes(row.sendQueue))."
  }

  func bytes(_ count: UInt32) -> String { count == 1 ? "1 byte" : "\(count) bytes" }
}

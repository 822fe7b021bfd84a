extension ToolView {
  static func ss(_ row: SocketRow, _ table: InspectedTable, isIPv6Only: Bool?) -> ToolView {
    let takesIPv4 = isIPv6Only.map { !$0 } ?? table.takesIPv4(row)
    let listed = ListedSocket(row, isIPv6Only: takesIPv4 == false)
    var peer = SSListing.peer(listed)
    // A socket on a mapped address counts as dual-stack, so ss writes its missing peer as `*`.
    if row.remote.address == .any6, !row.local.address.unmapped.isIPv6 { peer = "*:*" }
    let local = SSListing.local(listed)
    var notes = [
      "Without -a, ss leaves out listeners and UDP sockets without a peer; without -n it writes names."
    ]
    if row.local.address == .any6, isIPv6Only == nil, takesIPv4 != true, !row.hasPeer {
      notes.append(
        "ss asks the kernel for IPV6_V6ONLY too: it writes * for a socket that takes IPv4 as well, "
          + "[::] for one that does not. This program has not asked and may show the other one.")
    }
    return ToolView(
      tool: "ss", command: command(row, table),
      columns: [
        Column("State", row.stateName, stateWords(row)),
        Column("Recv-Q", "\(row.receiveQueue)", receiveQueue(row)),
        Column("Send-Q", "\(row.sendQueue)", sendQueue(row)),
        Column("Local Address:Port", local, localWords(row, local)),
        Column("Peer Address:Port", peer, peerWords(row)),
        Column(
          "Process", users(row),
          row.owners.isEmpty
            ? processNote(row) : "the process's name, its number and the number of the descriptor"),
      ], notes: notes)
  }

  /// The shortest filter that leaves this row alone.
  private static func command(_ row: SocketRow, _ table: InspectedTable) -> String {
    let letter = row.transport == .tcp ? "t" : "u"
    // -l also shows UDP sockets without a peer.
    let options = "-\(letter)\(row.hasPeer ? "a" : "l")np"
    let alike = table.rows.filter {
      $0.transport == row.transport && $0.hasPeer == row.hasPeer
        && $0.local.port == row.local.port && $0.remote.port == row.remote.port
    }
    if alike.count > 1 {
      let source = "src \(row.local)"
      return "ss \(options) '\(source)\(row.hasPeer ? " and dst \(row.remote)" : "")'"
    }
    let source = "sport = :\(row.local.port)"
    return "ss \(options) '\(source)\(row.hasPeer ? " and dport = :\(row.remote.port)" : "")'"
  }

  private static func users(_ row: SocketRow) -> String {
    guard !row.owners.isEmpty else { return "" }
    let shown = row.owners.prefix(3).map {
      "(\"\($0.name)\",pid=\($0.processID),fd=\($0.descriptor))"
    }
    return "users:(\(shown.joined(separator: ","))\(row.owners.count > 3 ? ",…" : ""))"
  }

  private static func localWords(_ row: SocketRow, _ text: String) -> String {
    if text.hasPrefix("*:") { return "* is every address of this machine, IPv6 and IPv4" }
    if row.local.address == .any { return "0.0.0.0 is every IPv4 address of this machine" }
    if row.local.address == .any6 { return "[::] is every IPv6 address of this machine" }
    return mappedWords(row.local.address) ?? "the address and the port on this side"
  }

  private static func peerWords(_ row: SocketRow) -> String {
    guard row.hasPeer else { return "no peer: the socket takes what comes from anywhere" }
    return mappedWords(row.remote.address) ?? "the address and the port of the other side"
  }

  /// Why an IPv4 address looks like one of IPv6.
  private static func mappedWords(_ address: IPAddress) -> String? {
    guard address.unmapped != address else { return nil }
    return "::ffff: is how an IPv6 socket shows an IPv4 address: here \(address.unmapped)"
  }
}

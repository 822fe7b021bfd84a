extension ToolView {
  static func netstat(_ row: SocketRow) -> ToolView {
    let listed = ListedSocket(row)
    let local = SocketTool.netstat.local(listed) ?? ""
    let peer = SocketTool.netstat.peer(listed) ?? ""
    let isUDP = row.transport == .udp
    let state = isUDP && !row.hasPeer ? "" : row.state.netstatName
    // Two blanks and a star mean one blank or more; a star of netstat's own loses its meaning.
    let peerPattern = row.hasPeer ? peer : String(peer.dropLast()) + "\\*"
    let pattern = " \(local)  *\(peerPattern) "
    var notes = [
      "The name behind the slash is that of the command line, cut to fit; ss shows the kernel's."
    ]
    if row.isListener {
      notes.append(
        "netstat reads /proc/net, where a listener's backlog is missing: its Send-Q is always 0.")
    }
    if row.isIPv6Table {
      notes.append(
        "netstat writes IPv6 addresses without brackets: the port is what follows the last colon.")
    }
    return ToolView(
      tool: "netstat",
      command: "netstat -\(isUDP ? "u" : "t")napW | grep '\(pattern)'",
      columns: [
        Column(
          "Proto", row.transport.rawValue + (row.isIPv6Table ? "6" : ""),
          row.isIPv6Table
            ? "an IPv6 socket, which may carry IPv4 as well" : "an IPv4 socket"),
        Column("Recv-Q", "\(row.receiveQueue)", receiveQueue(row)),
        Column(
          "Send-Q", "\(row.isListener ? 0 : row.sendQueue)",
          row.isListener ? "always 0 for a listener" : sendQueue(row)),
        Column("Local Address", local, "the address and the port on this side"),
        Column(
          "Foreign Address", peer,
          row.hasPeer ? "the address and the port of the other side" : "no peer"),
        Column("State", state, state.isEmpty ? "empty: UDP without a peer" : stateWords(row)),
        Column("PID/Program name", program(row), programWords(row)),
      ], notes: notes)
  }

  /// The first process; netstat has room for 19 bytes.
  private static func program(_ row: SocketRow) -> String {
    guard let owner = row.owners.first else { return "-" }
    var text = "\(owner.processID)/\(owner.name)"
    while text.utf8.count > 19 { text.removeLast() }
    return text
  }

  private static func programWords(_ row: SocketRow) -> String {
    if row.owners.isEmpty {
      return row.inode == 0
        ? "-: no process has the socket"
        : "-: the process is another user's or in another container"
    }
    return "the number and the name of one process that holds the socket"
  }
}

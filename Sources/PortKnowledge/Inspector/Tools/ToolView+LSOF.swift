extension ToolView {
  static func lsof(_ row: SocketRow) -> ToolView {
    guard let owner = row.owners.first else { return hiddenFromLSOF(row) }
    let command =
      row.isListener
      ? "lsof -nPl -iTCP:\(row.local.port) -sTCP:LISTEN"
      : "lsof -nPl -a -p \(owner.processID) -d \(owner.descriptor)"
    var notes = [
      "One line for each descriptor; rows without one (TIME-WAIT, not accepted yet) are missing.",
      "lsof joins its conditions with or; -a makes it and.",
    ]
    let others = row.owners.count - 1
    if others > 0 {
      notes.append(
        others == 1
          ? "1 more descriptor leads to this socket and has a line of its own."
          : "\(others) more descriptors lead to this socket and have lines of their own.")
    }
    return ToolView(
      tool: "lsof", command: command,
      columns: [
        Column(
          "COMMAND", String(owner.name.prefix(9)), "the process's name, cut to 9 letters by default"
        ),
        Column("PID", "\(owner.processID)", "the number of the process"),
        Column(
          "USER", "\(row.userID)",
          "the process's user; here the one who created the socket, mostly the same"),
        Column("FD", "\(owner.descriptor)u", "the number of the descriptor; u: read and write"),
        Column(
          "TYPE", row.isIPv6Table ? "IPv6" : "IPv4",
          "the family of the socket, not of the addresses in it"),
        Column("DEVICE", "\(row.inode)", "on Linux the socket's inode, as in /proc/PID/fd"),
        Column("SIZE/OFF", "0t0", "an offset for files; sockets have none"),
        Column("NODE", row.transport.name, "for a socket the protocol"),
        Column("NAME", name(row), "local->peer (state); * is every address, UDP has no state"),
      ], notes: notes)
  }

  private static func name(_ row: SocketRow) -> String {
    var text = end(row.local)
    if row.hasPeer { text += "->" + end(row.remote) }
    return row.transport == .tcp ? text + " (\(row.state.netstatName))" : text
  }

  /// An endpoint as lsof writes it: `*` for any address, and the IPv4 address of a mapped one.
  private static func end(_ endpoint: Endpoint) -> String {
    endpoint.address.isWildcard
      ? "*:\(endpoint.port)" : Endpoint(endpoint.address.unmapped, endpoint.port).description
  }

  /// A row of which lsof knows nothing here.
  private static func hiddenFromLSOF(_ row: SocketRow) -> ToolView {
    let reason =
      row.inode == 0
      ? "lsof prints nothing: it looks for descriptors, and no process has one of this socket."
      : "lsof prints nothing: the process is another user's or in another container. Try it as root."
    let filter = row.transport == .tcp ? "TCP" : "UDP"
    let port = row.hasPeer ? row.remote.port : row.local.port
    return ToolView(
      tool: "lsof", command: "lsof -nPl -i\(filter):\(port)", columns: [], hasHeading: false,
      notes: [reason])
  }
}

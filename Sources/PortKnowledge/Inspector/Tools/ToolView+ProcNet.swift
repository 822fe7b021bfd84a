extension ToolView {
  static func procNet(_ row: SocketRow, byteOrder: ProcNetLine.ByteOrder) -> ToolView {
    let path = "/proc/net/\(row.transport.rawValue)\(row.isIPv6Table ? "6" : "")"
    let local = ProcNetLine.text(of: row.local, byteOrder: byteOrder)
    let remote = ProcNetLine.text(of: row.remote, byteOrder: byteOrder)
    let queues = ProcNetLine(
      local: row.local, remote: row.remote, state: row.state,
      sendQueue: row.isListener ? 0 : row.sendQueue, receiveQueue: row.receiveQueue
    ).columns(byteOrder: byteOrder)[3]
    var notes = [
      "… stands for what changes from moment to moment and is not read here: the line's number and "
        + "the timers. Behind the inode come more internals.",
      "The file has no processes: look for socket:[INODE] in /proc/PID/fd.",
    ]
    if row.isListener { notes.append("A listener's backlog is not in the file.") }
    return ToolView(
      tool: path, command: "grep ' \(local) \(remote) ' \(path)",
      columns: [
        Column("sl", "…:", "the number of the line in the kernel's table"),
        Column("local_address", local, words(row.local, byteOrder)),
        Column("rem_address", remote, row.hasPeer ? words(row.remote, byteOrder) : "no peer"),
        Column("st", row.state.procHex, stateNumber(row)),
        Column(
          "tx_queue:rx_queue", queues, "Send-Q, a colon and Recv-Q, both in hexadecimal"),
        Column("tr:tm->when", "…", "which timer runs, and when it goes off"),
        Column("retrnsmt", "…", "how often the last segment was sent again"),
        Column("uid", "\(row.userID)", "the user who created the socket"),
        Column("timeout", "…", "how often the peer was asked without an answer"),
        Column("inode", "\(row.inode)", "the socket's inode; 0 where no process has it"),
      ], hasHeading: false, notes: notes)
  }

  private static func words(_ end: Endpoint, _ byteOrder: ProcNetLine.ByteOrder) -> String {
    let order =
      switch (byteOrder, end.address.isIPv6) {
      case (.big, _): "in the order of the bytes"
      case (.little, false): "the 4 bytes of the address in reverse order, the port not"
      case (.little, true): "every 4 bytes of the address in reverse order, the port not"
      }
    return "\(end.address) and port \(end.port): \(order)"
  }

  private static func stateNumber(_ row: SocketRow) -> String {
    let number = UInt8(row.state.procHex, radix: 16) ?? row.state.rawValue
    if row.transport == .udp {
      return
        "number \(number): \(row.hasPeer ? "with" : "without") a peer, as ss's \(row.stateName)"
    }
    return "number \(number) in hexadecimal: \(row.stateName) in ss"
  }
}

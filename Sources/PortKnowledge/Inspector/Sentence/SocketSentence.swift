/// Says in plain words what a row of the socket table is: who does what with whom, what that means,
/// and what waits in its queues.
///
/// RFC 9293 §3.3.2 for the states, tcp(7), udp(7) and listen(2) for what Linux does with them. The
/// service of a port is what the port table has for it, never a claim about the program.
public struct SocketSentence {
  let row: SocketRow
  let table: InspectedTable
  /// The listener through which the connection came in.
  let listener: SocketRow?
  /// The other end of the connection on this machine.
  let mirror: SocketRow?

  /// More is not said: three lines of a wide screen.
  static let mostBytes = 300

  private init(_ row: SocketRow, _ table: InspectedTable) {
    self.row = row
    self.table = table
    listener = table.listener(of: row)
    mirror = table.mirror(of: row)
  }

  /// The sentences about a row, at most 300 bytes in all.
  ///
  /// A process's name comes from the process itself: whoever shows the text makes it harmless.
  public static func sentence(for row: SocketRow, in table: InspectedTable) -> String {
    SocketSentence(row, table).text
  }

  /// The first sentence and those behind it for which there is room, the most important ones first.
  private var text: String {
    let parts = [main] + details
    var chosen: [String] = []
    var size = 0
    for part in parts.compactMap(\.self) where size + part.utf8.count <= Self.mostBytes {
      chosen.append(part)
      size += part.utf8.count + 1
    }
    return chosen.joined(separator: " ")
  }

  private var main: String {
    if row.transport == .udp { return row.hasPeer ? connectedUDP : waitingUDP }
    return row.isListener ? listening : connection
  }

  private var details: [String?] {
    if row.transport == .udp { return [datagramReach, receivedDatagrams, sentDatagrams, service] }
    if row.isListener { return [streamReach, acceptQueue, company, service] }
    return [unread, unacknowledged, consequence, opener, otherEnd, service]
  }

  // MARK: Who

  /// Who holds the socket, as the beginning of a sentence.
  var who: String {
    Self.name(row) ?? (row.inode == 0 ? "No process" : "A process that this user cannot see")
  }

  /// Who holds a socket; nil where nobody is known.
  static func name(_ row: SocketRow) -> String? {
    guard let first = row.owners.first else { return nil }
    let others = Set(row.owners.map(\.processID)).count - 1
    let name = cut(first.name)
    switch others {
    case ...0: return "\(name) (pid \(first.processID))"
    case 1: return "\(name) (pid \(first.processID) and 1 other process)"
    default: return "\(name) (pid \(first.processID) and \(others) other processes)"
    }
  }

  /// A name in at most 30 bytes; those of the kernel are shorter unless they are no UTF-8.
  private static func cut(_ name: String) -> String {
    var name = name
    while name.utf8.count > 30 { name.removeLast() }
    return name.isEmpty ? "a process without a name" : name
  }

  // MARK: Services

  private var service: String? {
    let port = table.servicePort(of: row)
    guard let entry = ServiceTable.entry(on: port, row.transport) else { return nil }
    return entry.ianaName.map { "Port \(port) is registered for \($0)." }
      ?? "Port \(port) is used for \(entry.shortName) by habit."
  }
}

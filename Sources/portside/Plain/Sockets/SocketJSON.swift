import PortKnowledge

/// The JSON of `portside sockets`; the command's help documents its keys, and none of them changes
/// its meaning or goes away.
enum SocketJSON {
  /// A reading with the rows that are shown.
  static func object(
    of snapshot: SocketSnapshot, rows: [SocketRow], in table: InspectedTable
  ) -> JSONValue {
    .object([
      "source": .string(snapshot.source), "isComplete": .truth(snapshot.isComplete),
      "hiddenProcesses": .number(snapshot.hiddenProcesses),
      "sockets": .list(rows.map { .object(object(of: $0, in: table)) }),
    ])
  }

  /// The members of one row.
  static func object(of row: SocketRow, in table: InspectedTable) -> [String: JSONValue] {
    [
      "protocol": .string(row.transport.rawValue),
      "family": .string(row.isIPv6Table ? "ipv6" : "ipv4"), "state": .string(row.stateName),
      "local": value(row.local), "remote": row.hasPeer ? value(row.remote) : .null,
      "receiveQueue": .number(Int(row.receiveQueue)), "sendQueue": .number(Int(row.sendQueue)),
      "inode": .number(Int(clamping: row.inode)), "userID": .number(Int(row.userID)),
      "processes": .list(
        row.owners.map {
          .object([
            "pid": .number(Int($0.processID)), "name": .string($0.name),
            "descriptor": .number(Int($0.descriptor)),
          ])
        }),
      "service": .optional(table.service(of: row)),
      "sentence": .string(SocketSentence.sentence(for: row, in: table)),
    ]
  }

  private static func value(_ endpoint: Endpoint) -> JSONValue {
    .object([
      "address": .string("\(endpoint.address)"), "port": .number(Int(endpoint.port.rawValue)),
    ])
  }
}

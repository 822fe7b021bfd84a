import PortKnowledge
import Sockets

extension DemoStage {
  /// Reads the demo's rows until they show what they must, and tells them with the picture.
  ///
  /// `expected` says how many rows of each state there must be, and no others. `marking` says which
  /// rows are compared to find the fields that differ. Where the kernel does not come to show what
  /// it must, the demo fails with what it did show, which is told too.
  func showTable(
    expecting expected: [TCPState: Int],
    marking isCompared: (SocketRow) -> Bool = { _ in false }
  ) throws {
    func counts(_ rows: [SocketRow]) -> [TCPState: Int] {
      Dictionary(rows.map { ($0.state, 1) }, uniquingKeysWith: +)
    }
    try showTable(
      until: { counts($0) == expected }, missing: { Self.missing(expected, counts($0)) },
      marking: isCompared)
  }

  /// Reads the demo's rows until a condition holds, and tells them with the picture.
  ///
  /// `missing` says in one sentence what did not come, from the rows that were seen last.
  func showTable(
    until isThere: ([SocketRow]) -> Bool, missing: ([SocketRow]) -> String,
    marking isCompared: (SocketRow) -> Bool = { _ in false }
  ) throws {
    let clock = ContinuousClock()
    let deadline = clock.now + Self.patience
    var pause = Duration.milliseconds(1)
    while true {
      try checkStopped()
      let table = try KernelTable.read(where: isOwn)
      let holds = table.isComplete && isThere(table.rows)
      if holds || clock.now >= deadline {
        tell(table, marking: isCompared)
        guard holds else { throw DemoInterruption.failed(missing(table.rows)) }
        return
      }
      try rest(pause)
      pause = min(pause * 2, Self.slice)
    }
  }

  /// Waits until the table has a row among the demo's, without telling it.
  func waitForRow(_ isMeant: (SocketRow) -> Bool) throws {
    let clock = ContinuousClock()
    let deadline = clock.now + Self.patience
    while try !KernelTable.read(where: isOwn).rows.contains(where: isMeant) {
      guard clock.now < deadline else {
        throw DemoInterruption.failed("A row that must come did not come into the table.")
      }
      try rest(.milliseconds(5))
    }
  }

  /// Tells something drawn with text from what was measured.
  func draw(_ lines: [MarkedText]) {
    report(.figureDrawn(lines))
  }

  /// Whether a row is one of the demo's: it has one of its endpoints on either side.
  ///
  /// The protocol counts too: a stranger may have the same number in the other one.
  ///
  /// A row in TIME-WAIT that was there before the demo is left by somebody else, or by an earlier
  /// run, even if its port is one that the demo has now.
  func isOwn(_ row: SocketRow) -> Bool {
    if row.state == .timeWait, strangers.contains(row.identity) { return false }
    // A dual-stack socket shows its IPv4 peers as ::ffff:a.b.c.d, which are the same endpoints.
    let local = Endpoint(row.local.address.unmapped, row.local.port)
    let remote = Endpoint(row.remote.address.unmapped, row.remote.port)
    let tuple = FiveTuple(row.transport, from: local, to: remote)
    if connections.contains(tuple) || connections.contains(tuple.swapped) { return true }
    return endpoints.contains {
      $0.transport == row.transport && ($0.endpoint == local || $0.endpoint == remote)
    }
  }

  /// Whether a row is the demo's client side of a connection.
  func isClient(_ row: SocketRow) -> Bool {
    serverEndpoints.contains(row.remote) && !serverEndpoints.contains(row.local)
  }

  private func tell(_ table: KernelTable, marking isCompared: (SocketRow) -> Bool) {
    rows = ordered(table.rows)
    let shown = rows.filter(isShown)
    report(
      .tableRead(
        difference.reading(
          shown, roles: Dictionary(roles.map { ($0.tuple, $0.role) }, uniquingKeysWith: { $1 }),
          decidingFields: Self.differingFields(shown.filter(isCompared)),
          source: table.source.rawValue, rolesByInode: rolesByInode)))
    report(.pictureDrawn(picture(of: shown)))
  }

  /// Rows in the order in which the demo made them; unknown ones last, by address.
  private func ordered(_ rows: [SocketRow]) -> [SocketRow] {
    func place(_ row: SocketRow) -> Int {
      roles.firstIndex { $0.tuple == row.identity } ?? roles.count
    }
    return rows.sorted {
      (place($0), $0.local, $0.remote) < (place($1), $1.local, $1.remote)
    }
  }

  /// The fields in which any two of the rows hold different values.
  static func differingFields(_ rows: [SocketRow]) -> Set<TupleField> {
    guard let first = rows.first else { return [] }
    // Two rows that differ in a field cannot both be equal to the first one in it.
    return rows.reduce(into: []) { fields, row in
      fields.formUnion(row.identity.differingFields(from: first.identity))
    }
  }

  private static func missing(
    _ expected: [TCPState: Int], _ found: [TCPState: Int]
  ) -> String {
    func text(_ counts: [TCPState: Int]) -> String {
      let parts = counts.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.value) \($0.key.ssName)" }
      return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    }
    return "The kernel's table should show \(text(expected)) and still showed \(text(found)) "
      + "after \(patience.components.seconds) seconds."
  }

  /// The picture of the last rows: who opens connections on the left, who waits on the right.
  private func picture(of rows: [SocketRow]) -> DemoPicture {
    let right = rows.filter { serverEndpoints.contains($0.local) }
    let left = rows.filter { !serverEndpoints.contains($0.local) }
    func sockets(_ rows: [SocketRow]) -> [DemoPicture.Socket] {
      rows.map { row in
        DemoPicture.Socket(
          transport: row.transport, local: row.local, state: row.stateName,
          note: roles.last { $0.tuple == row.identity }?.role ?? "")
      }
    }
    var links: [DemoPicture.Link] = []
    for (index, row) in left.enumerated() {
      let peer = right.firstIndex { other in
        other.identity == row.identity.swapped
          || (row.transport == .udp && other.transport == .udp
            && messages.contains { $0.from == row.local && $0.to == other.local })
      }
      if let peer { links.append(DemoPicture.Link(left: index, right: peer)) }
    }
    return DemoPicture(
      left: DemoPicture.Host(
        name: leftName, address: left.first?.local.address ?? .loopback, sockets: sockets(left)),
      right: DemoPicture.Host(
        name: "server", address: serverEndpoints.first?.address ?? .loopback,
        sockets: sockets(right)),
      links: links)
  }
}

/// An order for a list of sockets.
///
/// Every one is total and depends on the rows alone: the same rows always come in the same order,
/// however they were handed in. `kernel` alone leaves them as they are.
public enum SocketOrder: String, Hashable, Sendable, CaseIterable {
  /// As the kernel hands them over.
  case kernel
  /// By state: listeners, open connections, handshakes, closing ones, UDP; then by port.
  case state
  /// By the local port.
  case localPort = "port"
  /// By the peer's address and port; those without a peer last.
  case remote = "peer"
  /// By the name and number of the process; those without one last.
  case process
  /// By what waits in the queues, most first.
  case queues

  /// What the list is sorted by, for a heading.
  public var title: String {
    switch self {
    case .kernel: "as the kernel lists them"
    case .state: "by state"
    case .localPort: "by local port"
    case .remote: "by peer"
    case .process: "by process"
    case .queues: "by queues"
    }
  }

  /// The next order, and the first one after the last.
  public var next: SocketOrder {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }

  /// The rows in this order.
  public func sort(_ rows: [SocketRow]) -> [SocketRow] { sorted(rows, by: \.self) }

  /// Anything with a row in this order.
  func sorted<Element>(
    _ elements: [Element], by row: KeyPath<Element, SocketRow>
  ) -> [Element] {
    if self == .kernel { return elements }
    // The keys are made once for each row, because lower-case names are not cheap.
    let keyed = elements.indices.map { place in
      let row = elements[place][keyPath: row]
      var key = key(of: row)
      key.ports = UInt32(row.local.port.rawValue) << 16 | UInt32(row.remote.port.rawValue)
      return (key: key, place: place)
    }
    return keyed.sorted { left, right in
      if left.key != right.key { return left.key < right.key }
      let (one, other) = (elements[left.place][keyPath: row], elements[right.place][keyPath: row])
      if let isBefore = one.precedes(other) { return isBefore }
      // Rows that are alike in everything: the order given is as good as any.
      return left.place < right.place
    }.map { elements[$0.place] }
  }

  /// What decides first.
  private struct Key: Hashable, Comparable {
    var isLast = false
    var text = ""
    var number: Int64 = 0
    var end: Endpoint?
    /// The ports, which tell most rows apart before anything has to be looked at one by one.
    var ports: UInt32 = 0

    static func < (left: Key, right: Key) -> Bool {
      if left.isLast != right.isLast { return right.isLast }
      if left.text != right.text { return left.text < right.text }
      if left.number != right.number { return left.number < right.number }
      if let one = left.end, let other = right.end, one != other { return one < other }
      return left.ports < right.ports
    }
  }

  private func key(of row: SocketRow) -> Key {
    switch self {
    case .kernel, .localPort:
      return Key(number: Int64(row.local.port.rawValue))
    case .state:
      let rank = Int64(row.state.rank)
      return Key(isLast: row.transport == .udp, number: rank << 16 | Int64(row.local.port.rawValue))
    case .remote:
      return Key(isLast: !row.hasPeer, end: Endpoint(row.remote.address.unmapped, row.remote.port))
    case .process:
      guard let owner = row.owners.first else { return Key(isLast: true) }
      return Key(text: owner.name.lowercased(), number: Int64(owner.processID))
    case .queues:
      // The Send-Q of a listener is its backlog: nothing waits there.
      let sent = row.isListener ? 0 : Int64(row.sendQueue)
      return Key(number: -(Int64(row.receiveQueue) + sent))
    }
  }
}

extension SocketRow {
  /// Whether the row comes before another one, by everything that it shows; nil where both show the
  /// same.
  fileprivate func precedes(_ other: SocketRow) -> Bool? {
    if transport != other.transport { return transport < other.transport }
    if local.port != other.local.port { return local.port < other.local.port }
    if state != other.state {
      return (state.rank, state.rawValue) < (other.state.rank, other.state.rawValue)
    }
    if local.address != other.local.address { return local.address < other.local.address }
    if remote != other.remote { return remote < other.remote }
    if isIPv6Table != other.isIPv6Table { return other.isIPv6Table }
    if inode != other.inode { return inode < other.inode }
    if receiveQueue != other.receiveQueue { return receiveQueue < other.receiveQueue }
    if sendQueue != other.sendQueue { return sendQueue < other.sendQueue }
    if userID != other.userID { return userID < other.userID }
    return nil
  }
}

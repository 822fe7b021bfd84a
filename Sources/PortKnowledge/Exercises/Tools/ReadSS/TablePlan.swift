/// The table of a machine, planned row by row, with the calls by which loopback shows the same.
struct TablePlan {
  /// Where a row comes from.
  enum Origin: Hashable, Sendable {
    /// listen().
    case listener
    /// A client's call that the program has taken with accept().
    case accepted(listener: Int)
    /// A client's call that still waits at a listener.
    case waiting(listener: Int)
    /// A call of a program on this machine to a server elsewhere.
    case outgoing
    /// The client's end of an accepted connection, on this machine too.
    case otherEnd(of: Int)
  }

  /// A row and where it comes from.
  struct Planned: Hashable, Sendable {
    var socket: ListedSocket
    var origin: Origin
  }

  /// The machine's IPv4 address.
  let machine: IPAddress
  /// The rows in the order in which they are made.
  private(set) var planned: [Planned] = []

  init(machine: IPAddress) {
    self.machine = machine
  }

  /// Every row, as `ss -tan` shows them.
  var sockets: [ListedSocket] { planned.map(\.socket) }
  /// The listeners, as `ss -tln` shows them.
  var listeners: [ListedSocket] { sockets.filter(\.isListener) }
  /// What the rows say.
  var table: ListedTable { ListedTable(sockets) }

  // MARK: Rows

  /// Plans a listener; its number, to which clients may come.
  @discardableResult
  mutating func listen(
    _ local: Endpoint, isIPv6Only: Bool = false, backlog: Int = 128
  ) -> Int {
    let socket = ListedSocket(listener: local, isIPv6Only: isIPv6Only, backlog: backlog)
    planned.append(Planned(socket: socket, origin: .listener))
    return planned.count - 1
  }

  /// Plans a client's connection that the program has taken.
  ///
  /// In CLOSE-WAIT the peer's end counts as one byte that is not read yet.
  mutating func accept(
    at listener: Int, from client: Endpoint, _ state: TCPState = .established, unread: Int = 0
  ) {
    let local = planned[listener].socket.row.local
    let address = local.address.isWildcard ? machine : local.address
    let socket = ListedSocket(
      state, local: mapped(Endpoint(address, local.port), at: listener),
      remote: mapped(client, at: listener), unread: Self.received(unread, state))
    planned.append(Planned(socket: socket, origin: .accepted(listener: listener)))
  }

  /// Plans a client's connection that waits for accept().
  mutating func wait(at listener: Int, from client: Endpoint) {
    accept(at: listener, from: client)
    planned[planned.count - 1].origin = .waiting(listener: listener)
    planned[listener].socket.row.receiveQueue += 1
  }

  /// Plans a connection of this machine to a server elsewhere.
  mutating func call(
    _ remote: Endpoint, from port: PortNumber, _ state: TCPState = .established, unread: Int = 0
  ) {
    let local = Endpoint(remote.address.isLoopback ? remote.address : machine, port)
    let socket = ListedSocket(
      state, local: local, remote: remote, unread: Self.received(unread, state))
    planned.append(Planned(socket: socket, origin: .outgoing))
  }

  /// Plans both ends of a connection inside this machine; the state is the server's.
  mutating func join(
    at listener: Int, from client: Endpoint, _ state: TCPState = .established, unread: Int = 0
  ) {
    accept(at: listener, from: client, state, unread: unread)
    let server = planned.count - 1
    let row = planned[server].socket.row
    let other: TCPState =
      switch state {
      case .closeWait: .finWait2
      case .finWait2: .closeWait
      default: state
      }
    planned.append(
      Planned(
        socket: ListedSocket(
          other, local: row.remote, remote: row.local, unread: Self.received(0, other)),
        origin: .otherEnd(of: server)))
  }

  private static func received(_ unread: Int, _ state: TCPState) -> Int {
    state == .closeWait ? unread + 1 : unread
  }

  /// An IPv4 endpoint as an IPv6 listener shows it.
  private func mapped(_ endpoint: Endpoint, at listener: Int) -> Endpoint {
    planned[listener].socket.row.local.address.isIPv6 ? endpoint.mapped : endpoint
  }

  // MARK: Data

  /// The rows, for another program.
  var data: CaseValue {
    .object([
      "machine": CaseValue(machine),
      "rows": .list(
        planned.map { planned in
          let row = planned.socket.row
          var members: [String: CaseValue] = [
            "state": .text(row.stateName), "local": CaseValue(row.local),
            "peer": CaseValue(row.remote), "receiveQueue": .number(Int(row.receiveQueue)),
            "sendQueue": .number(Int(row.sendQueue)),
          ]
          switch planned.origin {
          case .listener:
            members["origin"] = "listen"
            members["isIPv6Only"] = .truth(planned.socket.isIPv6Only)
          case .accepted: members["origin"] = "accepted"
          case .waiting: members["origin"] = "waiting"
          case .outgoing, .otherEnd: members["origin"] = "connect"
          }
          return .object(members)
        }),
    ])
  }
}

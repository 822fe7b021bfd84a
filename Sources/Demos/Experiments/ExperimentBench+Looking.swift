import PortKnowledge
import Sockets

extension ExperimentBench {
  /// Takes a step's look at the table, or at who got something.
  func look(_ step: ExperimentStep) throws -> ExperimentOutcome {
    switch step.call {
    case .state:
      return try settled(step) {
        .state(try self.row(of: step.socket)?.state)
      }
    case .queues:
      return try settled(step) {
        guard let row = try self.row(of: step.socket) else { return .state(nil) }
        return .queues(receive: Int(row.receiveQueue), send: Int(row.sendQueue))
      }
    case .procLine:
      return try procLine(of: step.socket)
    case .receiver(let names):
      return try receiver(among: names, isExpected: step.expected != .receiver(nil))
    case .filtered(let text, let names):
      return try filtered(text, among: names)
    case .spread(let clients, let endpoint, let names):
      return try spread(clients, to: endpoint, over: names)
    case .fill(let clients, let endpoint):
      return try fill(clients, to: endpoint)
    case .procQueues:
      return try procQueues(of: step.socket)
    case .receiverCount(let names):
      return try settled(step) {
        .count(
          try names.count { try held($0).socket.wait(for: .reading, timeout: .zero) })
      }
    default:
      return .ok
    }
  }

  /// Looks until the expected is seen or the patience ends; what was seen last.
  private func settled(
    _ step: ExperimentStep, _ look: () throws -> ExperimentOutcome
  ) throws -> ExperimentOutcome {
    var seen = try look()
    guard let expected = step.expected else { return seen }
    _ = try wait {
      if expected.agrees(with: seen) { return true }
      seen = try look()
      return expected.agrees(with: seen)
    }
    return seen
  }

  /// Looks again and again until a condition holds; false where the patience ended.
  func wait(
    until holds: () throws -> Bool
  ) throws -> Bool {
    let clock = ContinuousClock()
    let deadline = clock.now + patience
    let poller = try Poller()
    var pause = Duration.milliseconds(1)
    while true {
      if try holds() { return true }
      try checkStopped()
      guard clock.now < deadline else { return false }
      _ = try poller.wait(timeout: pause)
      pause = min(pause * 2, .milliseconds(16))
    }
  }

  /// The row of a socket in the kernel's table, also once it is closed; nil where there is none.
  func row(of name: String) throws -> SocketRow? {
    guard let identity = identities[name] else { return nil }
    let inode = try? held(name).socket.inode()
    let rows = try KernelTable.read(ports: [identity.source.port]).rows.filter {
      $0.transport == identity.transport
        && $0.local.port == identity.source.port && $0.remote.port == identity.destination.port
        && $0.local.address.unmapped == identity.source.address.unmapped
        && ($0.remote.address.unmapped == identity.destination.address.unmapped
          || $0.remote.port == 0)
    }
    guard let inode else { return rows.first { $0.inode == 0 } ?? rows.first }
    return rows.first { $0.inode == inode } ?? rows.first { $0.inode == 0 }
  }

  /// The columns of a socket's line in /proc/net; empty where there is none.
  private func procColumns(of name: String) throws -> [Substring] {
    let held = try held(name)
    let line = try ProcNetTable.line(
      ofInode: held.socket.inode(), held.socket.transport, held.socket.family)
    return line?.split(separator: " ") ?? []
  }

  /// tx_queue and rx_queue of a socket's line.
  private func procQueues(of name: String) throws -> ExperimentOutcome {
    let columns = try procColumns(of: name)
    guard columns.count > 4,
      let line = ProcNetLine(columns: columns[1...4], byteOrder: .host)
    else { return .state(nil) }
    return .queues(receive: Int(line.receiveQueue), send: Int(line.sendQueue))
  }

  /// Addresses, ports and state of a socket's line, with the ports of the case.
  private func procLine(of name: String) throws -> ExperimentOutcome {
    let columns = try procColumns(of: name).dropFirst().prefix(3)
    if columns.isEmpty { return .text("") }
    let shown = columns.map { column in
      let parts = column.split(separator: ":")
      guard parts.count == 2, let port = UInt16(parts[1], radix: 16),
        case .known(let known) = places.shown(PortNumber(port))
      else { return String(column) }
      return "\(parts[0]):" + ProcNetLine.text(of: known)
    }
    return .text(shown.joined(separator: " "))
  }

  /// The sockets whose rows a filter shows; the rows have the addresses and ports of the case.
  private func filtered(_ text: String, among names: [String]) throws -> ExperimentOutcome {
    let filter = try SocketFilter(text)
    let shown = try names.filter { name in
      guard var row = try row(of: name) else { return false }
      row.local = places.known(row.local)
      row.remote = places.known(row.remote)
      return filter.matches(row)
    }
    return .receiver(shown.isEmpty ? nil : shown.joined(separator: " and "))
  }

  // MARK: Who got something

  private func receiver(
    among names: [String], isExpected: Bool
  ) throws -> ExperimentOutcome {
    let clock = ContinuousClock()
    let deadline = clock.now + (isExpected ? patience : quiet)
    let poller = try Poller()
    while true {
      var ready: [String] = []
      for name in names where try held(name).socket.wait(for: .reading, timeout: .zero) {
        ready.append(name)
      }
      if !ready.isEmpty { return .receiver(ready.joined(separator: " and ")) }
      guard clock.now < deadline else { return .receiver(nil) }
      try checkStopped()
      _ = try poller.wait(timeout: .milliseconds(2))
    }
  }

  /// Of a crowd only so many calls are shown; all of them are made the same way.
  private static let shownClients = 2

  private func spread(
    _ clients: Int, to endpoint: Endpoint, over names: [String]
  ) throws -> ExperimentOutcome {
    let real = try destination(endpoint)
    let transport = try names.first.map { try held($0).socket.transport } ?? .tcp
    var counts = [Int](repeating: 0, count: names.count)
    for client in 0..<clients {
      let socket = try Socket(
        transport, family: AddressFamily(of: real.address),
        recorder: recorder(of: "client \(client + 1)", isShown: client < Self.shownClients))
      if transport == .tcp {
        try socket.connect(to: real, timeout: patience)
        try socket.setLinger(seconds: 0)
      } else {
        _ = try socket.send([0x78], to: real)
      }
      _ = try wait {
        guard let index = try names.firstIndex(where: { try self.takes($0) }) else { return false }
        counts[index] += 1
        return true
      }
    }
    return .counts(counts)
  }

  /// Whether a socket has got a connection, which is reset then, or a datagram.
  private func takes(_ name: String) throws -> Bool {
    let socket = try held(name)
    if socket.socket.transport == .udp { return try socket.socket.receive(upTo: 9) != nil }
    guard let accepted = try socket.socket.accept() else { return false }
    try accepted.take().setLinger(seconds: 0)
    return true
  }

  private func fill(
    _ clients: Int, to endpoint: Endpoint
  ) throws -> ExperimentOutcome {
    let real = try destination(endpoint)
    var connected = 0
    for client in 0..<clients {
      let socket = try Socket(
        .tcp, family: AddressFamily(of: real.address),
        recorder: recorder(of: "client \(client + 1)", isShown: true))
      var isDone = try socket.startConnecting(to: real)
      if !isDone { isDone = try socket.wait(for: .writing, timeout: quiet) }
      if isDone, try socket.pendingError() == nil { connected += 1 }
      keep(HeldSocket(socket, isConnection: true))
    }
    return .count(connected)
  }
}

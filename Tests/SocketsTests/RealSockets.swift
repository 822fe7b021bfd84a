import Foundation
import PortKnowledge
import Sockets
import Synchronization
import SystemPackage

/// How long a test waits for the kernel before it fails.
let patience = Duration.seconds(60)

/// Looks again and again until the condition holds; the last look's value, or nil at the deadline.
func eventually<Value>(
  within limit: Duration = patience, _ look: () throws -> Value?
) rethrows -> Value? {
  let clock = ContinuousClock()
  let deadline = clock.now + limit
  while true {
    if let value = try look() { return value }
    if clock.now >= deadline { return nil }
  }
}

/// A listener on a loopback address with a port that the kernel chose.
///
/// The kernel may choose a port towards which an earlier test's connections are still in TIME_WAIT;
/// such a one is given back.
func makeListener(
  on address: IPAddress = .loopback, backlog: Int32 = 16, recorder: CallRecorder? = nil
) throws -> Socket {
  while true {
    let socket = try Socket(.tcp, family: AddressFamily(of: address), recorder: recorder)
    try socket.bind(to: Endpoint(address, 0))
    let port = try socket.localEndpoint().port
    guard try KernelTable.read(ports: [port]).rows.isEmpty else { continue }
    try socket.listen(backlog: backlog)
    return socket
  }
}

/// A connection over loopback: the client's end and the server's end.
struct Pair: ~Copyable {
  let listener: Socket
  let client: Socket
  let server: Socket
  let end: Endpoint
  let clientPort: PortNumber

  /// Opens one on a loopback address.
  static func make(on address: IPAddress = .loopback) throws -> Pair {
    let listener = try makeListener(on: address)
    let endpoint = try listener.localEndpoint()
    let client = try Socket(.tcp, family: AddressFamily(of: address))
    try client.connect(to: endpoint, timeout: patience)
    let clientPort = try client.localEndpoint().port
    _ = try listener.wait(for: .reading, timeout: patience)
    guard let accepted = try listener.accept() else {
      throw SocketError("accept4", number: .wouldBlock)
    }
    return Pair(
      listener: listener, client: client, server: accepted.take(), end: endpoint,
      clientPort: clientPort)
  }

  /// The server's end alone: the listener and the client are closed.
  consuming func takeServer() -> Socket { server }
}

/// Collects the calls that a recorder reports.
final class CallLog: Sendable {
  private let records = Mutex<[CallRecord]>([])

  var all: [CallRecord] { records.withLock { $0 } }

  func recorder(_ actor: String = "") -> CallRecorder {
    CallRecorder(actor: actor) { record in self.records.withLock { $0.append(record) } }
  }
}

/// What two readings of the same rows must agree on.
///
/// `/proc/net` does not have a listener's backlog, so the send queue of listeners is left out.
func comparable(_ rows: [SocketRow]) -> Set<SocketRow> {
  Set(
    rows.map { row in
      var row = row
      if row.state == .listen { row.sendQueue = 0 }
      return row
    })
}

/// The inodes of the sockets that this process holds right now.
func openInodes() -> Set<UInt64> {
  let folder = "/proc/self/fd"
  let files = FileManager.default
  let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
  return Set(
    names.compactMap { name in
      guard let target = try? files.destinationOfSymbolicLink(atPath: "\(folder)/\(name)"),
        target.hasPrefix("socket:[")
      else { return nil }
      return UInt64(target.dropFirst("socket:[".count).dropLast())
    })
}

/// Whether this machine has ::1.
let hasIPv6: Bool = {
  do {
    try Socket(.tcp, family: .ipv6).bind(to: Endpoint(.loopback6, 0))
    return true
  } catch {
    return false
  }
}()

/// The loopback address of each family that this machine has.
let loopbacks: [IPAddress] = hasIPv6 ? [.loopback, .loopback6] : [.loopback]

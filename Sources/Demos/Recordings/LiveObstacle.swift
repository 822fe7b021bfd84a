import PortKnowledge
import Sockets

/// Finds out whether demos can run live here: whether a socket can be opened, bound on loopback,
/// found in the kernel's table, and reached.
public enum LiveObstacle {
  /// Why no demo can run live, in one sentence; nil where they can.
  public static func find() -> String? {
    do throws(SocketError) {
      let socket = try Socket(.tcp, family: .ipv4)
      try socket.bind(to: Endpoint(.loopback, 0))
      try socket.listen()
      let endpoint = try socket.localEndpoint()
      let rows = try KernelTable.read(ports: [endpoint.port]).rows
      if rows.isEmpty { return "The kernel's socket table cannot be read here." }
      // A namespace whose loopback is down lets sockets be bound, and nothing be reached.
      let client = try Socket(.tcp, family: .ipv4)
      try client.connect(to: endpoint, timeout: .seconds(1))
      try client.setLinger(seconds: 0)
      return nil
    } catch {
      return "No live demo here: \(error)"
    }
  }
}

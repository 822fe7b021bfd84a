import Foundation
import PortKnowledge
import Sockets

/// What the tables of the rule are made of, and free ports to compare them on.
enum BindCells {
  /// Eight kinds of address: exact ones, wildcards, and their IPv4-mapped forms.
  static let addresses: [LocalAddress] = [
    LocalAddress(.loopback), LocalAddress(.octets(127, 0, 0, 2)), LocalAddress(.any),
    LocalAddress(.loopback6), LocalAddress(.any6), .any6Only,
    LocalAddress(.v6(0, 0xFFFF_7F00_0001)), LocalAddress(.v6(0, 0xFFFF_0000_0000)),
  ]

  /// A port below those that the runner of experiments uses, which nothing holds.
  static func freePort() throws -> PortNumber {
    for _ in 0..<500 {
      let port = PortNumber(UInt16.random(in: 2_000...10_900))
      if isFree(port) { return port }
    }
    throw LiveSocket.Nobody()
  }

  private static func isFree(_ port: PortNumber) -> Bool {
    for transport in TransportProtocol.allCases {
      do {
        try LiveSocket(transport, LocalAddress(.any6)).bind(Endpoint(.any6, port))
      } catch {
        return false
      }
    }
    return true
  }

  /// Waits until a row of the port is in a state; false where that takes too long.
  static func awaits(_ state: TCPState, at port: PortNumber) throws -> Bool {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(3)
    let poller = try Poller()
    while clock.now < deadline {
      let rows = try KernelTable.read(ports: [port]).rows
      if rows.contains(where: { $0.local.port == port && $0.state == state }) { return true }
      _ = try poller.wait(timeout: .milliseconds(5))
    }
    return false
  }

  /// Says how many decisions were compared, for the log.
  static func report(_ subject: String, _ count: Int, differing: Int) {
    FileHandle.standardError.write(
      Data("  \(subject): \(count) decisions compared, \(differing) differing\n".utf8))
  }

  /// OK, or the name of the error.
  static func outcome(_ call: () throws -> Void) -> ExperimentOutcome {
    do {
      try call()
      return .ok
    } catch let error as SocketError {
      return .error(error.errorName)
    } catch {
      return .error("\(error)")
    }
  }
}

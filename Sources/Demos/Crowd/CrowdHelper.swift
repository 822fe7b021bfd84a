import Glibc
import PortKnowledge
import Sockets

/// One process of a crowd: this program, started again, with the listener as descriptor 3.
///
/// It writes a line `CONNECTED ACCEPTED` to standard output whenever it has come further, and ends
/// when its standard input does: so nothing stays behind, whatever ends the one that started it.
public enum CrowdHelper {
  /// The descriptor under which a helper finds the listener.
  static let listener: Int32 = 3

  /// Does a helper's work until the input ends.
  ///
  /// - Parameters:
  ///   - clients: How many connections it makes, and accepts.
  ///   - first: The number of its first client among all.
  ///   - perSource: How many clients share a source address.
  /// - Throws: `SocketError` where a call fails.
  public static func work(clients: Int, first: Int, perSource: Int) throws {
    signal(SIGPIPE, SIG_IGN)
    Crowd.raiseDescriptorLimit()
    let server = try Socket.localEndpoint(ofInherited: listener)
    let crowd = try ConnectionCrowd(listener: listener, at: server)
    var told = ConnectionCrowd.Progress()
    var isLeft = false
    func tell(_ state: ConnectionCrowd.Progress) {
      guard state != told else { return }
      told = state
      let line = Array("\(state.connected) \(state.accepted)\n".utf8)
      if write(STDOUT_FILENO, line, line.count) < 0 { isLeft = true }
    }
    try crowd.grow(
      to: clients, accepting: clients,
      from: { CrowdPlan.source(of: first + $0, perSource: perSource) },
      patience: .seconds(60),
      while: { state in
        tell(state)
        return !isLeft && !inputHasEnded(within: 0)
      })
    while !isLeft, !inputHasEnded(within: 1000) {}
  }

  private static func inputHasEnded(within milliseconds: Int32) -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, milliseconds) > 0 else { return false }
    var byte: UInt8 = 0
    return read(STDIN_FILENO, &byte, 1) <= 0
  }
}

import PortKnowledge
import Sockets

/// Filling and emptying a connection, for demos that need segments to wait.
extension DemoStage {
  /// The bytes of one send() while filling.
  private static let portion = [UInt8](repeating: UInt8(ascii: "x"), count: 4096)
  /// Far more than small buffers take; a kernel that takes more is told about.
  private static let mostPortions = 4096

  /// Sends until the kernel takes no more: its own buffer and the peer's window are full.
  func fill(_ name: String) throws {
    let held = try held(name)
    for _ in 0..<Self.mostPortions {
      try checkStopped()
      if try held.socket.send(Self.portion) == nil {
        // The peer's kernel may still make room; full is what stays full for a moment.
        if try !held.socket.wait(for: .writing, timeout: .milliseconds(30)) { return }
      }
    }
    throw DemoInterruption.failed("The window of \(name) never filled.")
  }

  /// Reads to the end of the stream and throws the bytes away.
  func drain(_ name: String) throws {
    let held = try held(name)
    let clock = ContinuousClock()
    let deadline = clock.now + Self.patience
    while clock.now < deadline {
      try checkStopped()
      guard try held.socket.wait(for: .reading, timeout: Self.slice) else { continue }
      if try held.socket.receive(upTo: Socket.largestReceive)?.bytes.isEmpty == true { return }
    }
    throw DemoInterruption.failed("The end of the stream never came to \(name).")
  }
}

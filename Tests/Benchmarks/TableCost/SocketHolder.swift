import BenchmarkSupport
import Glibc
import PortKnowledge
import Sockets

/// A helper process that holds connections open while the table is read.
///
/// The measuring process itself stays small: one with thousands of descriptors starts other
/// programs more slowly, which would be counted against them.
enum SocketHolder {
  /// The word after which this program is a helper.
  static let argument = "hold"

  /// Opens so many pairs, says so in a line, and holds them until its input ends.
  static func hold(pairs: Int) throws {
    let listener = try Socket(.tcp)
    try listener.bind(to: Endpoint(.loopback, 0))
    try listener.listen(backlog: 4096)
    let crowd = try ConnectionCrowd(listener: listener.number, at: listener.localEndpoint())
    try crowd.grow(
      to: pairs, accepting: pairs, from: { _ in .octets(127, 0, 0, 2) }, while: { _ in true })
    print("ready")
    fflush(nil)
    var byte: UInt8 = 0
    while read(0, &byte, 1) > 0 {}
    _ = consume crowd
    _ = consume listener
  }

  /// Starts a helper and waits until its connections are open.
  static func start(pairs: Int) throws -> ChildProgram {
    let child = try ChildProgram(["/proc/self/exe", argument, "\(pairs)"])
    _ = child.line()
    return child
  }
}

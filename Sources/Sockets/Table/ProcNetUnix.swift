import PortKnowledge

/// The text of `/proc/net/unix` as rows; proc_pid_net(5).
///
/// The kernel writes names as they are and puts `@` for each zero in an abstract one. So a path that
/// begins with `@` looks like an abstract name, and a name with a line break like two lines: the
/// file cannot say more, which is why it is read only where netlink is refused.
enum ProcNetUnix {
  private static let space = UInt8(ascii: " ")

  /// The rows of a file; the heading and what else is no row is passed over.
  static func rows(of text: [UInt8]) -> [UnixSocketRow] {
    text.split(separator: UInt8(ascii: "\n")).compactMap { row($0) }
  }

  /// The row of a line; nil where it is none.
  ///
  /// `0000000000000000: 00000002 00000000 00010000 0001 01 4711 /run/x` is a listener.
  static func row(_ line: ArraySlice<UInt8>) -> UnixSocketRow? {
    var rest = line
    func word() -> String? {
      rest = rest.drop { $0 == space }
      let word = rest.prefix { $0 != space }
      rest = rest.dropFirst(word.count)
      return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
    }
    guard let number = word(), number.hasSuffix(":"), let references = word(),
      UInt32(references, radix: 16) != nil, word() != nil,
      let flags = word().flatMap({ UInt32($0, radix: 16) }),
      let kind = word().flatMap({ UInt8($0, radix: 16) }).flatMap(UnixSocketRow.Kind.init),
      let state = word().flatMap({ UInt8($0, radix: 16) }),
      let inode = word().flatMap({ UInt64($0) })
    else { return nil }
    return UnixSocketRow(
      kind: kind, state: self.state(state, flags), name: name(rest.dropFirst()), inode: inode)
  }

  private static func state(_ number: UInt8, _ flags: UInt32) -> UnixSocketRow.State {
    // __SO_ACCEPTCON, and the numbers of `socket_state` in the kernel's net.h: connecting (a peer
    // that nobody has accepted yet) and connected.
    if flags & 0x10000 != 0 { return .listening }
    return number == 2 || number == 3 ? .connected : .unconnected
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> UnixSocketRow.Name {
    guard let first = bytes.first else { return .none }
    guard first == UInt8(ascii: "@") else { return .path(Array(bytes)) }
    return .abstract(Array(bytes.dropFirst()))
  }
}

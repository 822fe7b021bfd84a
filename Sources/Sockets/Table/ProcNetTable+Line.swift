public import PortKnowledge

extension ProcNetTable {
  /// The line of a socket as it stands in `/proc/net`, found by its inode; nil where there is none.
  ///
  /// A TCP socket that is merely bound has none.
  public static func line(
    ofInode inode: UInt64, _ transport: TransportProtocol, _ family: AddressFamily
  ) throws(SocketError) -> String? {
    let path = DiagRequest.inet(transport, family).file
    let text = String(decoding: try ProcFile.read(path), as: UTF8.self)
    return text.split(separator: "\n").map(String.init).first {
      row($0, transport, family)?.inode == inode
    }
  }
}

/// Letters that are looked for in names; small and capital ones of ASCII count as the same.
struct NameNeedle: Hashable, Sendable {
  private let bytes: [UInt8]

  init(_ text: some StringProtocol) {
    bytes = text.utf8.map(Self.small)
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// Whether a name contains them.
  func isIn(_ name: String) -> Bool {
    name.utf8.withContiguousStorageIfAvailable(isIn)
      ?? Array(name.utf8).withUnsafeBufferPointer(isIn)
  }

  private func isIn(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count >= bytes.count else { return false }
    return (0...name.count - bytes.count).contains { start in
      bytes.indices.allSatisfy { Self.small(name[start + $0]) == bytes[$0] }
    }
  }
}

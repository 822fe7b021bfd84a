import Foundation

/// Spoils bytes in one of several ways, the same way for the same seed.
struct Damage: RandomNumberGenerator {
  private var state: UInt64

  /// Damage by its seed.
  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// The bytes with some damage.
  mutating func spoiled(_ whole: Data) -> Data {
    var bytes = whole
    switch Int.random(in: 0..<4, using: &self) {
    case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &self))
    case 1:
      let start = Int.random(in: 0..<bytes.count, using: &self)
      let end = min(start + 4_096, bytes.count)
      bytes.replaceSubrange(start..<end, with: Data(count: end - start))
    default:
      for _ in 0..<Int.random(in: 1...64, using: &self) {
        let index = Int.random(in: 0..<bytes.count, using: &self)
        bytes[index] = UInt8.random(in: .min ... .max, using: &self)
      }
    }
    return bytes
  }
}

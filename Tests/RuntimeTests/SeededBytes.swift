/// Random numbers and bytes that a seed repeats (SplitMix64).
struct SeededBytes: RandomNumberGenerator {
  private var state: UInt64

  /// A generator that always gives the same numbers for a seed.
  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Up to so many bytes, those that begin sequences more often than others.
  mutating func bytes(upTo limit: Int) -> [UInt8] {
    let starts: [[UInt8]] = [
      [0x1B], [0x1B, 0x5B], [0x1B, 0x4F], [0x1B, 0x5B, 0x3C], [0x1B, 0x5B, 0x4D],
      Array("\u{1B}[200~".utf8), Array("\u{1B}[201~".utf8), [0xE2], [0xF0, 0x9F],
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...limit, using: &self) {
      if Int.random(in: 0..<4, using: &self) == 0 {
        bytes += starts[Int.random(in: starts.indices, using: &self)]
      } else {
        bytes.append(UInt8.random(in: 0...255, using: &self))
      }
    }
    return bytes
  }
}

import TerminalUI

/// Random numbers that a seed repeats (SplitMix64).
struct TestGenerator: RandomNumberGenerator {
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

  /// Any scalar, the troublesome ones more often than their number would have it.
  mutating func scalar() -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0x00...0x1F, 0x20...0x7E, 0x61...0x7A, 0x20...0x20, 0x7F...0x9F, 0xA0...0x2FF, 0x300...0x36F,
      0x0900...0x0E7F, 0x1100...0x11FF, 0x2000...0x206F, 0x2190...0x25FF, 0x3000...0x30FF,
      0x4E00...0x4E20, 0xE000...0xE010, 0xFE00...0xFE0F, 0xFFF0...0xFFFF, 0x1F1E6...0x1F1FF,
      0x1F300...0x1F64F, 0xE0000...0xE01FF, 0x10FFF0...0x10FFFF, 0x0...0x10FFFF,
    ]
    while true {
      let range = ranges[Int.random(in: ranges.indices, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { return scalar }
    }
  }

  /// A text of up to so many scalars of any kind.
  mutating func text(upTo limit: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...limit, using: &self) { scalars.append(scalar()) }
    return String(scalars)
  }

  /// A line of up to so many runs.
  mutating func line(upTo runs: Int) -> StyledLine {
    let roles = Role.allCases
    var line = StyledLine()
    for _ in 0..<Int.random(in: 0...runs, using: &self) {
      let role = roles[Int.random(in: roles.indices, using: &self)]
      line.append(DisplayText(text(upTo: 30)), Style(role, isBold: Bool.random(using: &self)))
    }
    return line
  }
}

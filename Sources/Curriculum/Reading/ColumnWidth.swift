/// How many columns a text takes on a terminal: two for East Asian wide characters and emoji, one
/// for every other.
///
/// Good enough to keep a drawing inside its measure; the screen itself counts exactly.
func columnWidth(of text: String) -> Int {
  text.reduce(0) { sum, character in
    sum + (character.unicodeScalars.first.map(isWide) ?? false ? 2 : 1)
  }
}

/// The wide blocks of Unicode's EastAsianWidth.txt, by whole block.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
    true
  default: false
  }
}

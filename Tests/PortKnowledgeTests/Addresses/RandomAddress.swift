import PortKnowledge

/// An address of a seed, with zero groups as often as real ones have them, and texts near it.
struct RandomAddress {
  private var generator: SeededGenerator
  let address: IPAddress

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0:
      address = .v4(UInt32(truncatingIfNeeded: generator.next()))
    case 1:
      address = .v6(0, 0xFFFF << 32 | generator.next() >> 32)
    default:
      func half() -> UInt64 {
        (0..<4).reduce(0) { bits, _ in
          let isZero = Bool.random(using: &generator)
          return bits << 16 | (isZero ? 0 : generator.next() >> UInt64.random(in: 48...63))
        }
      }
      address = .v6(half(), half())
    }
    self.generator = generator
  }

  /// Its text, or one in which up to three characters are other ones, missing or added.
  var mutatedText: String {
    var generator = generator
    var text = Array(address.description.utf8)
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let place = Int.random(in: 0...text.count, using: &generator)
      let byte = Array("0123456789abcdefABCDEF::::....%x -".utf8).randomElement(using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0 where place < text.count: text.remove(at: place)
      case 1 where place < text.count: text[place] = byte ?? 0x30
      default: text.insert(byte ?? 0x30, at: place)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Draws the parts of a case from a seed.
///
/// The same seed, level and salt give the same case on every machine; the salt keeps two families
/// from drawing alike.
struct CaseDraw {
  private(set) var generator: SeededGenerator
  /// The exercise's seed.
  let seed: UInt64
  /// The exercise's level.
  let level: ExerciseLevel

  /// The draw of a seed.
  init(seed: UInt64, level: ExerciseLevel, salt: UInt64) {
    generator = SeededGenerator(seed: seed ^ salt &+ UInt64(level.rawValue) << 32)
    self.seed = seed
    self.level = level
  }

  /// One of the elements; the fallback only where there are none.
  mutating func pick<Element>(_ elements: [Element], else fallback: Element) -> Element {
    elements.randomElement(using: &generator) ?? fallback
  }

  /// The elements in another order.
  mutating func shuffle<Element>(_ elements: [Element]) -> [Element] {
    elements.shuffled(using: &generator)
  }

  /// So many of the elements in another order; fewer where there are not as many.
  mutating func pick<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    Array(shuffle(elements).prefix(count))
  }

  /// True once in so many times.
  mutating func chance(oneIn count: Int) -> Bool {
    Int.random(in: 0..<count, using: &generator) == 0
  }

  /// A number of a range.
  mutating func number<Number: FixedWidthInteger>(in range: ClosedRange<Number>) -> Number {
    Number.random(in: range, using: &generator)
  }
}

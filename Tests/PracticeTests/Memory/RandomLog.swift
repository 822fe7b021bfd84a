import PortKnowledge
import Practice

/// A learner's log that no learner would write: a few cards, any grade, and a clock that jumps.
struct RandomLog {
  /// The reviews in the order of their rows.
  let reviews: [Review]

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let cards = Int.random(in: 1...4, using: &generator)
    var row = Int64.random(in: 0...3, using: &generator)
    var seconds = Int64.random(in: 0...4_000_000_000, using: &generator)
    var zoneOffset = 0
    var rolloverHour = 4
    reviews = (0..<Int.random(in: 1...16, using: &generator)).map { _ in
      row += Int64.random(in: 1...3, using: &generator)
      seconds += Self.pause(using: &generator)
      if Int.random(in: 0..<8, using: &generator) == 0 {
        zoneOffset = Int.random(in: -12...14, using: &generator) * 3_600
        rolloverHour = Int.random(in: 0...23, using: &generator)
      }
      return Review(
        row: row, cardID: "card \(Int.random(in: 1...cards, using: &generator))",
        grade: Grade(rawValue: Int.random(in: 1...4, using: &generator)) ?? .good,
        seconds: seconds, zoneOffset: zoneOffset, rolloverHour: rolloverHour)
    }
  }

  /// Seconds to the next review: mostly minutes or days, now and then a clock that is wrong.
  private static func pause(using generator: inout SeededGenerator) -> Int64 {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0..<5: Int64.random(in: 0...1_800, using: &generator)
    case 5..<9: Int64.random(in: 0...5_000_000, using: &generator)
    case 9: Int64.random(in: -10...10, using: &generator)
    case 10: Int64.random(in: -300_000...0, using: &generator)
    default: Int64.random(in: -1_600_000_000...1_600_000_000, using: &generator)
    }
  }
}

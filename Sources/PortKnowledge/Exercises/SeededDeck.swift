/// Deals positions like a deck of cards that is shuffled anew whenever it has run out.
///
/// Consecutive seeds deal one card after the other. So two neighbouring seeds never deal the same
/// one, and as many exercises as there are cards show each of them once.
struct SeededDeck {
  /// How many cards there are; at least 3.
  let count: Int
  /// Keeps two decks of the same size from dealing alike.
  let salt: UInt64

  /// The card of a seed, from 0 up to the count.
  func card(seed: UInt64) -> Int {
    let size = UInt64(count)
    return order(ofRound: seed / size)[Int(seed % size)]
  }

  private func order(ofRound round: UInt64) -> [Int] {
    var order = shuffled(round)
    if round > 0, order.first == shuffled(round - 1).last {
      // The last card of a round is never moved by this, so the round before needs no such care.
      order.swapAt(0, 1)
    }
    return order
  }

  private func shuffled(_ round: UInt64) -> [Int] {
    var generator = SeededGenerator(seed: round ^ salt)
    return Array(0..<count).shuffled(using: &generator)
  }
}

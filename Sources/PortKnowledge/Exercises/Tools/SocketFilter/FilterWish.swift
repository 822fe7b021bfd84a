/// What a filter is to show, with the filter and the usual near misses.
struct FilterWish {
  /// A filter that comes close, and why it is wrong.
  struct NearMiss {
    var filter: String
    var explanation: String

    init(_ filter: String, _ explanation: String) {
      self.filter = filter
      self.explanation = explanation
    }
  }

  /// What is to be shown, as the object of "shows".
  let sentence: String
  /// A filter that does it.
  let filter: String
  /// What the filter does, in a sentence or two.
  let explanation: String
  /// Filters that come close.
  let nearMisses: [NearMiss]
  /// The idea, the rule, and all but the filter.
  let hints: [String]

  init(
    _ sentence: String, _ filter: String, _ explanation: String, hints: [String],
    nearMisses: [NearMiss]
  ) {
    self.sentence = sentence
    self.filter = filter
    self.explanation = explanation
    self.nearMisses = nearMisses
    self.hints = hints
  }
}

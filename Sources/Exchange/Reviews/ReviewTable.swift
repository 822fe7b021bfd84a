public import Practice

/// The log of reviews as programs of the open-spaced-repetition project read it.
///
/// The columns are those of the FSRS optimizer's review logs
/// (https://github.com/open-spaced-repetition/fsrs-optimizer, "Review Logs Schema").
public enum ReviewTable {
  /// The titles of the columns.
  public static let columns = [
    "card_id", "review_time", "review_rating", "review_state", "review_duration",
  ]

  /// The table of a log without the reviews that were taken back.
  ///
  /// - Parameter entries: The rows of a log in their order.
  /// - Returns: The text, in the order of the reviews.
  public static func csv(_ entries: some Sequence<LogEntry>) -> String {
    var reviews: [ReviewRecord] = []
    var takenBack: [ReviewWithdrawalRecord: Int] = [:]
    for entry in entries {
      switch entry {
      case .review(let review): reviews.append(review)
      case .reviewWithdrawal(let name): takenBack[name, default: 0] += 1
      default: break
      }
    }
    return csv(reviews: counting(reviews, without: takenBack))
  }

  /// The reviews that count: of several with one name the latest are taken back first.
  private static func counting(
    _ reviews: [ReviewRecord], without takenBack: [ReviewWithdrawalRecord: Int]
  ) -> [ReviewRecord] {
    var left = takenBack
    let kept = reviews.reversed().filter { review in
      let name = ReviewWithdrawalRecord(of: review)
      guard let count = left[name], count > 0 else { return true }
      left[name] = count - 1
      return false
    }
    return kept.reversed()
  }

  /// The state of each card at its review comes from a replay of the log.
  private static func csv(reviews: [ReviewRecord]) -> String {
    var replay = MemoryReplay(scheduler: ReviewScheduler(model: FSRS6()))
    var rows = [columns]
    for (index, review) in reviews.enumerated() {
      rows.append([
        review.cardID, "\(review.reviewedAt)", "\(review.grade.rawValue)",
        "\(state(of: replay.cards[review.cardID]))", "\(review.durationMilliseconds)",
      ])
      replay.add(review.review(row: Int64(index) + 1))
    }
    // A program reads it, and an apostrophe would make another card of one.
    return CSV.text(rows, isForSpreadsheets: false)
  }

  /// 0 new, 1 learning, 2 review, 3 relearning.
  private static func state(of card: CardMemory?) -> Int {
    switch card?.phase {
    case nil: 0
    case .learning: 1
    case .review: 2
    case .relearning: 3
    }
  }
}

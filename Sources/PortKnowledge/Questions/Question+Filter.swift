extension Question {
  /// The rows on which a typed filter is tried.
  ///
  /// What it shows counts, not how it is written. The rows that the learner sees cannot tell every
  /// wrong filter from a right one, so others stand behind them.
  public struct FilterRows: Hashable, Sendable {
    /// The rows that the learner sees.
    public var shown: [ListedSocket]
    /// Rows as another table might hold them, near misses among them.
    public var hidden: [ListedSocket]

    /// The rows of a case.
    public init(shown: [ListedSocket], hidden: [ListedSocket]) {
      self.shown = shown
      self.hidden = hidden
    }

    /// Which of all the rows, first those that are seen, a filter shows.
    public func selection(of filter: SocketFilter) -> [Bool] {
      (shown + hidden).map { filter.matches($0.row) }
    }
  }

  /// Grades a filter by the rows that it shows.
  func verdict(onFilter typed: String, for entry: Entry, _ rows: FilterRows) -> Verdict {
    let right = entry.accepted.first ?? ""
    var verdict = Verdict(
      isCorrect: false, given: typed, right: right, mistakes: [], explanation: explanation,
      others: [])
    guard let model = try? SocketFilter(right) else { return verdict }
    let wanted = rows.selection(of: model)
    do {
      let seen = rows.selection(of: try SocketFilter(typed))
      verdict.isCorrect = seen == wanted
      if !verdict.isCorrect {
        let reason = Self.reason(typed, seen, wanted: wanted, for: entry, rows)
        verdict.mistakes = [
          Verdict.Remark(label: typed, text: reason.text, figure: reason.figure)
        ]
      }
    } catch {
      verdict.mistakes = [Verdict.Remark(label: typed, text: error.description)]
    }
    return verdict
  }

  /// Which row shows that a filter is wrong, and why it is, as far as that is known.
  private static func reason(
    _ typed: String, _ seen: [Bool], wanted: [Bool], for entry: Entry, _ rows: FilterRows
  ) -> (text: String, figure: [MarkedText]) {
    let all = rows.shown + rows.hidden
    let differing = seen.indices.filter { seen[$0] != wanted[$0] }
    guard let index = differing.first else { return ("", []) }
    let isHidden = index >= rows.shown.count
    var text = isHidden ? "These rows it gets right. " : ""
    text +=
      seen[index]
      ? "It \(isHidden ? "would also show" : "also shows") \(SSListing.brief(all[index]))."
      : "It \(isHidden ? "would leave" : "leaves") out \(SSListing.brief(all[index]))."
    // The same conditions, however they are spelled; two filters that happen to show the same rows
    // need not be wrong for the same reason.
    let filter = try? SocketFilter(typed)
    if let known = entry.mistakes.first(where: { (try? SocketFilter($0.text)) == filter }) {
      text += " " + known.explanation
    } else if let other = try? SocketFilter(typed, binding: .andFirst),
      rows.selection(of: other) == wanted
    {
      text +=
        " ss takes the words and, or from left to right: put what belongs together in brackets."
    }
    let note = seen[index] ? "shown, but not asked for" : "asked for, but left out"
    return (
      text, SSListing([all[index]], hasQueues: false).lines(pointingAt: 0, .state, note: note)
    )
  }
}

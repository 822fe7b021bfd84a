/// Which line of a list is chosen and which is the first one shown.
///
/// The chosen line stays visible; the list scrolls no further than it must, so nothing jumps.
public struct ListPosition: Hashable, Sendable {
  /// The index of the chosen line; 0 in an empty list.
  public private(set) var selected = 0
  /// The index of the first line shown.
  public private(set) var top = 0

  /// The first line chosen.
  public init() {}

  /// Chooses the line so many lines further down (or up), stopping at the ends.
  public mutating func move(by offset: Int, count: Int) {
    // Any offset is allowed, also one that stands for "to the end".
    let (index, isTooFar) = selected.addingReportingOverflow(offset)
    select(isTooFar ? .max : index, count: count)
  }

  /// Chooses a line, or the nearest that exists.
  public mutating func select(_ index: Int, count: Int) {
    selected = min(max(0, index), max(0, count - 1))
  }

  /// The lines to show in so many rows, with the chosen one among them.
  public func visible(rows: Int, count: Int) -> Range<Int> {
    let rows = max(1, rows)
    let last = max(0, count - rows)
    var first = min(top, last)
    if selected < first { first = selected }
    if selected >= first + rows { first = selected - rows + 1 }
    first = min(first, last)
    return first..<min(count, first + rows)
  }

  /// Keeps the first line shown as it was last drawn, so that the next move scrolls from there.
  public mutating func settle(rows: Int, count: Int) {
    selected = min(selected, max(0, count - 1))
    top = visible(rows: rows, count: count).lowerBound
  }
}

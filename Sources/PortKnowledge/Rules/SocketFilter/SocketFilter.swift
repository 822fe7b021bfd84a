/// A filter of ss: which rows `ss -tan FILTER` shows.
///
/// It reads what ss(8) calls `[ state STATE-FILTER ] [ EXPRESSION ]`, as far as TCP, states,
/// addresses and ports go, and decides as iproute2 6.1 was seen to decide. Measured there, and other
/// than in the manual: `and` and `or` bind alike, from left to right, so that only brackets group;
/// and `src` and `dst` know no `!=`. One fault is not copied: after `not`, ss also drops IPv6 rows
/// whose first bits happen to be those of the IPv4 address.
public struct SocketFilter: Hashable, Sendable {
  /// How `and` and `or` bind where no brackets stand.
  public enum Binding: Hashable, Sendable {
    /// As ss does it: alike, from left to right.
    case leftToRight
    /// As its manual says: `and` before `or`.
    case andFirst
  }

  let states: SocketStateSet
  let condition: FilterCondition?

  /// The filter of a text, as it stands after `ss -tan`; an empty one shows every row.
  ///
  /// Quotes are taken away as a shell takes them, but are not needed here.
  public init(
    _ text: some StringProtocol, binding: Binding = .leftToRight
  ) throws(SocketFilterError) {
    var parser = try FilterParser(FilterWord.words(of: text), binding: binding)
    states = try parser.states()
    condition = try parser.condition()
  }

  /// Whether the filter shows a row of TCP.
  public func matches(_ row: SocketRow) -> Bool {
    row.transport == .tcp && states.contains(row.state) && condition?.matches(row) ?? true
  }
}

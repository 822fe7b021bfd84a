/// Why a text is no query of the socket table, and where.
public struct SocketQueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The column of the first character at fault, from 1; behind the text where something is missing.
  public var column: Int
  /// What is wrong or missing and what to type instead.
  public var reason: String

  /// A fault at a column.
  public init(column: Int, _ reason: String) {
    self.column = column
    self.reason = reason
  }

  /// The column and the reason: `column 7: listn is no TCP state; did you mean listen?`.
  public var description: String { "column \(column): \(reason)" }
}

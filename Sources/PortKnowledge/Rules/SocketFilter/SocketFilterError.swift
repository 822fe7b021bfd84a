/// Why a text is no filter of ss, and where.
public struct SocketFilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The column of the first character at fault, from 1.
  public var column: Int
  /// What is wrong and what to write instead, in a sentence or two.
  public var reason: String

  /// A fault at a column.
  public init(column: Int, _ reason: String) {
    self.column = column
    self.reason = reason
  }

  /// The column and the reason in one line.
  public var description: String { "Column \(column): \(reason)" }
}

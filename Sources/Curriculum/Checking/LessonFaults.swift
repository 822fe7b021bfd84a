/// Everything that is wrong with one lesson file, from its top to its end; never empty.
public struct LessonFaults: Hashable, Sendable, Error, CustomStringConvertible {
  /// The faults, ordered by line.
  public var faults: [LessonFault]

  /// Wraps the faults of a file.
  public init(_ faults: [LessonFault]) {
    self.faults = faults
  }

  /// One fault a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

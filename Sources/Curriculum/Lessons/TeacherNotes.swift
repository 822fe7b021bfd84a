/// What somebody who teaches the lesson to a class wants to know.
public struct TeacherNotes: Hashable, Sendable {
  /// How long the lesson takes in a class, in minutes.
  public var minutes: Int
  /// What to ask, where a class goes wrong, when to run the demo: in the order of the lesson.
  public var notes: [String]

  /// Minutes and notes.
  public init(minutes: Int, notes: [String]) {
    self.minutes = minutes
    self.notes = notes
  }
}

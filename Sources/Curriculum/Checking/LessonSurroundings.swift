/// What a lesson leans on outside its folder: handed in, because neither demos nor the terminal
/// belong to this module.
public struct LessonSurroundings: Sendable {
  /// The demos that a lesson may open; nil where any name is accepted.
  public var demos: Set<String>?
  /// Whether a character has a stand-in for terminals that show only ASCII; nil where that is not
  /// asked.
  public var hasStandIn: (@Sendable (Character) -> Bool)?

  /// Surroundings; nothing is asked where nothing is given.
  public init(
    demos: Set<String>? = nil, hasStandIn: (@Sendable (Character) -> Bool)? = nil
  ) {
    self.demos = demos
    self.hasStandIn = hasStandIn
  }
}

/// A part of a lesson: one idea, meant for one screen.
public struct LessonSection: Hashable, Sendable {
  /// The heading.
  public var title: String
  /// What it holds, in reading order.
  public var blocks: [LessonBlock]

  /// A heading and what stands under it.
  public init(title: String, blocks: [LessonBlock]) {
    self.title = title
    self.blocks = blocks
  }
}

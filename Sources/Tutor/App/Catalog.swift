public import Curriculum
public import PortKnowledge

/// What there is to learn: handed in at the start.
public struct Catalog: Sendable {
  /// The lessons in course order.
  public var lessons: [Lesson]
  /// The live demos.
  public var demos: [DemoSummary]
  /// One sentence on what could not be read; nil where everything was.
  public var notice: String?

  /// Lessons and demos, and what could not be read of them.
  public init(lessons: [Lesson], demos: [DemoSummary], notice: String? = nil) {
    self.lessons = lessons
    self.demos = demos
    self.notice = notice
  }

  /// The lesson with an id.
  func lesson(_ id: String) -> Lesson? { lessons.first { $0.id == id } }

  /// The demo with an id.
  func demo(_ id: String) -> DemoSummary? { demos.first { $0.id == id } }
}

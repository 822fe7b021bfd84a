public import Curriculum
public import PortKnowledge

/// What there is to learn: handed in at the start.
public struct Catalog: Sendable {
  /// The lessons in course order.
  public var lessons: [Lesson]
  /// The live demos.
  public var demos: [DemoSummary]
  /// Questions for interviews, myths and decks of ports.
  public var bank = LessonBank()
  /// The folder of the lessons, for messages.
  private var folder = ""
  /// One sentence on what could not be read; nil where everything was.
  public var notice: String?

  /// Lessons and demos, and what could not be read of them.
  public init(lessons: [Lesson], demos: [DemoSummary], notice: String? = nil) {
    self.lessons = lessons
    self.demos = demos
    self.notice = notice
  }

  /// Lessons of a folder, the demos, and what could not be read.
  public init(_ library: LessonLibrary, demos: [DemoSummary], folder: String) {
    self.init(lessons: [], demos: demos)
    self.folder = folder
    take(library)
  }

  /// Takes the lessons that were read anew.
  mutating func take(_ library: LessonLibrary) {
    lessons = library.lessons
    bank = library.bank
    let faulty = Set(library.faults.map(\.file)).count
    notice =
      faulty == 0
      ? nil
      : "\(faulty == 1 ? "One file has" : "\(faulty) files have") faults and cannot be read; "
        + "portside lessons check \(folder) names them."
  }

  /// The lesson with an id.
  func lesson(_ id: String) -> Lesson? { lessons.first { $0.id == id } }

  /// The demo with an id.
  func demo(_ id: String) -> DemoSummary? { demos.first { $0.id == id } }
}

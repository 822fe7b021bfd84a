import Curriculum

/// What `lessons check --json` tells.
struct LessonCheckReport: Encodable {
  /// A fault with its place.
  struct Fault: Encodable {
    /// The file, as it was found.
    var file: String
    /// The line, from 1.
    var line: Int
    /// The column, from 1, in characters.
    var column: Int
    /// What is wrong and what to do.
    var message: String
  }

  /// How many lessons are sound.
  var lessons: Int
  /// Every fault, ordered by file and line.
  var faults: [Fault]

  init(_ library: LessonLibrary) {
    lessons = library.lessons.count
    faults = library.faults.map {
      Fault(file: $0.file, line: $0.line, column: $0.column, message: $0.message)
    }
  }
}

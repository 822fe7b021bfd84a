import Curriculum
import Exchange
import Foundation

/// The lessons of this repository.
enum ShippedCourse {
  static var library: LessonLibrary {
    get throws { try LessonLibrary(folder: folder("Lessons")) }
  }

  static var notes: [CardNote] {
    get throws {
      let library = try library
      return CardNotes(lessons: library.lessons, bank: library.bank).notes
    }
  }

  /// A path in the repository.
  static func folder(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(name).path
  }
}

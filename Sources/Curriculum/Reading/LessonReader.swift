/// Reads one lesson.
public struct LessonReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads the lesson in a file's bytes; `file` is the name that faults carry.
  ///
  /// Throws every fault of the file at once.
  public func read(_ bytes: [UInt8], file: String) throws(LessonFaults) -> Lesson {
    try lesson(of: LessonDocument(bytes: bytes, file: file))
  }

  /// Reads the lesson in a file of at most 1 MiB.
  ///
  /// The last part of the path must be a regular file: links, pipes and devices are refused, and
  /// never waited for. Throws every fault of the file at once.
  public func read(path: String) throws(LessonFaults) -> Lesson {
    try lesson(of: LessonDocument(path: path))
  }

  private func lesson(of document: LessonDocument) throws(LessonFaults) -> Lesson {
    guard let lesson = document.lesson else { throw LessonFaults(document.faults.inOrder) }
    return lesson
  }
}

extension LessonDocument {
  /// Reads the file at a path.
  init(path: String) {
    do throws(LessonFiles.Failure) {
      self.init(bytes: try LessonFiles.read(path), file: path)
    } catch {
      self.init(unreadable: path, message: error.message)
    }
  }
}

/// The lessons of a folder, and what is wrong in it.
public struct LessonLibrary: Hashable, Sendable {
  /// The sound lessons, ordered by number; a file with a fault is left out.
  public var lessons: [Lesson]
  /// Questions for interviews, myths and decks; an entry with a fault is left out.
  public var bank: LessonBank
  /// Every fault of every file, ordered by file and line.
  public var faults: [LessonFault]

  /// Wraps lessons and faults.
  public init(lessons: [Lesson], bank: LessonBank = LessonBank(), faults: [LessonFault] = []) {
    self.lessons = lessons
    self.bank = bank
    self.faults = faults
  }

  /// Reads every `NN-name.md` of a folder, and its bank.
  ///
  /// What the lessons lean on and is not among the surroundings is a fault. Throws where the folder
  /// itself cannot be read; what is wrong inside it is in `faults`.
  public init(
    folder: String, surroundings: LessonSurroundings = LessonSurroundings()
  ) throws(LessonFolderError) {
    self = try LessonChecker(surroundings: surroundings).read(folder: folder)
  }

  /// The lesson with an id, or with a number written as digits.
  public func lesson(named name: String) -> Lesson? {
    lessons.first { $0.id == name }
      ?? Int(name).flatMap { number in
        lessons.first { $0.number == number }
      }
  }
}

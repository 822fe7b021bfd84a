/// The faults of one file, gathered while it is read: a fault never stops the reading, so that an
/// author sees all of them at once.
struct FaultList {
  /// The file's name as it was given.
  let file: String
  private var faults: [LessonFault] = []

  init(file: String) {
    self.file = file
  }

  var isEmpty: Bool { faults.isEmpty }

  /// The faults from the top of the file to its end; those of one place in the order of finding.
  var inOrder: [LessonFault] {
    faults.enumerated()
      .sorted {
        ($0.element.line, $0.element.column, $0.offset)
          < ($1.element.line, $1.element.column, $1.offset)
      }
      .map(\.element)
  }

  mutating func add(_ message: String, at position: SourcePosition) {
    faults.append(
      LessonFault(
        file: file, line: position.line, column: position.column, message: message))
  }
}

/// One fault in a lesson file, with its place and what to do.
public struct LessonFault: Hashable, Sendable, Error, CustomStringConvertible {
  /// The file, as the reader was given it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in characters.
  public var column: Int
  /// What is wrong and what to do, in one sentence.
  public var message: String

  /// A place and what is wrong there.
  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// The file's name without its folder.
  public var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }

  /// `file:line:column: message`.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}

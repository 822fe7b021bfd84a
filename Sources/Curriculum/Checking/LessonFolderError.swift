/// Why a folder of lessons could not be read at all.
public struct LessonFolderError: Hashable, Sendable, Error, CustomStringConvertible {
  /// The folder, as it was given.
  public var folder: String
  /// What is wrong and what to do, in one sentence.
  public var message: String

  /// A folder and what is wrong with it.
  public init(folder: String, message: String) {
    self.folder = folder
    self.message = message
  }

  /// `folder: message`.
  public var description: String { "\(folder): \(message)" }
}

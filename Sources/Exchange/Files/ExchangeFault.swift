/// What is wrong with a file that was to be brought in, and where.
public struct ExchangeFault: Error, Hashable, CustomStringConvertible {
  /// The file, as it was named.
  public var file: String
  /// The line from 1; nil where it is about the file as a whole.
  public var line: Int?
  /// The rest of the sentence, after a colon.
  public var reason: String

  /// A fault in a file.
  public init(file: String, line: Int? = nil, _ reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// The file, the line, what is wrong there and what to do, as one sentence.
  public var description: String {
    file + (line.map { ":\($0)" } ?? "") + ": " + reason
  }
}

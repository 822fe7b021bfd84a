/// Why a file is no recording that can be played, as one sentence with the line where it shows.
struct RecordingFault: Error, Hashable, CustomStringConvertible {
  /// The line, from 1; nil where the file as a whole is meant.
  var line: Int?
  /// What is wrong and what to do, without the file's name.
  var reason: String

  /// What is wrong at a line.
  init(line: Int? = nil, _ reason: String) {
    self.line = line
    self.reason = reason
  }

  var description: String {
    line.map { "line \($0): \(reason)" } ?? reason
  }
}

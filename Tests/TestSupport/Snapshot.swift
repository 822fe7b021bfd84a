import Foundation
public import Testing

/// Golden texts: what a test produced once, was looked at, and is compared with from then on.
///
/// They lie in a folder `__Snapshots__` beside the test's file. One that is missing is written *and*
/// fails the test, so that nobody takes an unseen one for a passed one. With the variable
/// `PORTSIDE_RECORD=1` all of them are written anew; look at the change before it is committed. After
/// a failure the text lies beside the golden one with the ending `received`.
public enum Snapshot {
  /// Compares a text with the golden one of a name.
  ///
  /// - Parameters:
  ///   - text: What the test produced; a last line without its end gets one.
  ///   - name: The file's name without its ending.
  ///   - filePath: The test's file.
  ///   - sourceLocation: Where a failure is shown.
  /// - Throws: An error of the file system.
  public static func expect(
    _ text: String, named name: String, filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let isRecording = ProcessInfo.processInfo.environment["PORTSIDE_RECORD"] == "1"
    let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
      .appendingPathComponent("__Snapshots__")
    let problem = try compare(text, with: name, in: folder, isRecording: isRecording)
    if let problem { Issue.record(Comment(rawValue: problem), sourceLocation: sourceLocation) }
  }

  /// Compares, and writes what has to be written.
  ///
  /// - Returns: What is wrong; nil where nothing is.
  static func compare(
    _ text: String, with name: String, in folder: URL, isRecording: Bool
  ) throws -> String? {
    let text = text.hasSuffix("\n") ? text : text + "\n"
    let golden = folder.appendingPathComponent(name + ".txt")
    let received = folder.appendingPathComponent(name + ".received")
    try? FileManager.default.removeItem(at: received)
    let expected = try? String(contentsOf: golden, encoding: .utf8)
    if expected == text { return nil }
    if isRecording || expected == nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: golden)
      return isRecording ? nil : "There was no \(golden.path). It is written now: look at it."
    }
    try Data(text.utf8).write(to: received)
    return """
      The text differs from \(golden.path) (- expected, + received).
      \(LineDifference(from: expected ?? "", to: text))
      To accept it, run the tests again with PORTSIDE_RECORD=1.
      """
  }
}

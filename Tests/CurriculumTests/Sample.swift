import Curriculum

/// Small lessons to read and to break.
enum Sample {
  /// Front matter of ten lines: the body begins at line 11.
  static let front = """
    ---
    id: sample
    number: 7
    title: A sample
    question: Does it read?
    minutes: 5
    interview: It does. Every field is there.
    summary: [One line]
    sources: [RFC 9293]
    ---

    """

  /// A sound question block of which single lines can be exchanged.
  static let question = """
    ```question
    id: q1
    topic: tuples
    kind: one
    ask: Which?
    options:
      - text: A
        right: true
        why: Because.
      - text: B
        why: Not this.
    explain: A is it.
    ```

    """

  /// The faults of a lesson, as lines.
  static func faults(_ text: String, file: String = "x.md") -> [String] {
    faults(Array(text.utf8), file: file)
  }

  /// The faults of a file's bytes, as lines.
  static func faults(_ bytes: [UInt8], file: String = "x.md") -> [String] {
    do throws(LessonFaults) {
      _ = try LessonReader().read(bytes, file: file)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }
}

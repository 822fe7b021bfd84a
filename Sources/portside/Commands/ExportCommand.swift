import ArgumentParser
import Exchange
import Practice
import Progress
import TerminalUI

/// `portside export`: writes what was learnt, or what there is to learn, for other programs.
struct ExportCommand: ParsableCommand {
  /// What is written.
  enum Content: String, EnumerableFlag {
    case log
    case reviews
    case quizResults
    case anki
    case ankiText

    static func help(for value: Content) -> ArgumentHelp? {
      switch value {
      case .log: "The whole log as JSON lines, which portside import reads. The default."
      case .reviews: "The reviews as CSV, as the FSRS optimizer reads them."
      case .quizResults: "One row for each answer in a quiz, as CSV for a spreadsheet."
      case .anki: "Ports, questions and myths as a package of cards for Anki (.apkg)."
      case .ankiText: "The same cards as a text file that Anki imports."
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write your log, or cards to learn, for another machine or another program.",
    discussion: """
      A file of this name is only replaced with --force. Files are readable by you alone. What is in \
      them is described in the article ExportFormat of the documentation.

      Examples:
        portside export log.jsonl                       everything you did; portside import reads it
        portside export -                               to standard output
        portside export --reviews reviews.csv           for the FSRS optimizer
        portside export --quiz-results results.csv      for a teacher's spreadsheet
        portside export --anki portside.apkg            cards for Anki
        portside export --anki-text portside.txt        the same as text
      """)

  @Flag(exclusivity: .exclusive)
  var content = Content.log

  @Argument(help: "The file to write; for the log also - for standard output.")
  var file: String

  @Flag(help: "Replace the file if it is there already.")
  var force = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if file.isEmpty { throw ValidationError("There is no name of a file.") }
    if content != .log, file == "-" {
      throw ValidationError("Only the log can go to standard output; name a file.")
    }
  }

  func run() throws {
    switch content {
    case .log:
      let export = LogExport(store: try ProgressStore.open(common.folders, isToAdd: false))
      if file == "-" { return try export.write(to: CommandOutput()) }
      try tell(try export.write(to: file, force: force), "row", "rows")
    case .reviews:
      let table = ReviewTable.csv(
        try entries {
          switch $0 {
          case .review, .reviewWithdrawal: true
          default: false
          }
        })
      try write(Array(table.utf8), table.utf8.count { $0 == 0x0A } - 1, "review", "reviews")
    case .quizResults:
      let questions = QuizQuestions(try LessonsFolder(common).library())
      let rows = QuizResultTable.rows(of: try entries { _ in true }, question: questions.question)
      try write(Array(QuizResultTable.csv(rows).utf8), rows.count, "answer", "answers")
    case .anki:
      let course = try CourseExport(try LessonsFolder(common))
      try write(try course.package(), course.notes.count, "note", "notes")
    case .ankiText:
      let course = try CourseExport(try LessonsFolder(common))
      let count = AnkiText.count(course.notes)
      try write(Array(AnkiText.text(course.notes).utf8), count, "note", "notes")
    }
  }

  /// The rows of the log that are needed; a long one would not fit into what a small machine has.
  private func entries(where isNeeded: (LogEntry) -> Bool) throws -> [LogEntry] {
    let store = try ProgressStore.open(common.folders, isToAdd: false)
    var entries: [LogEntry] = []
    try CommandFailure.telling {
      try store.forEachEntry { if isNeeded($0) { entries.append($0) } }
    }
    return entries
  }

  private func write(_ bytes: [UInt8], _ count: Int, _ one: String, _ many: String) throws {
    try CommandFailure.telling {
      let output = try OutputFile(file, force: force)
      try output.write(bytes)
      try output.finish()
    }
    try tell(count, one, many)
  }

  private func tell(_ count: Int, _ one: String, _ many: String) throws {
    let console = PlainConsole()
    console.say(
      DisplayText("\(GroupedNumber.text(count)) \(count == 1 ? one : many) written to \(file)."))
    try console.finish()
  }
}

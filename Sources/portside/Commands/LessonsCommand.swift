import ArgumentParser
import Curriculum
import Demos
import PortKnowledge
import TerminalUI

/// `portside lessons`: which lessons there are, and whether they are sound.
struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons",
    abstract: "List the lessons, or check lessons that you write.",
    discussion: """
      Examples:
        portside lessons                  number, title, minutes and id of each
        portside lessons check            check the lessons that came along
        portside lessons check Lessons    check the lessons of a folder
        portside lessons new "My title" --in MyLessons   begin a lesson of your own
      """,
    subcommands: [List.self, Check.self, New.self], defaultSubcommand: List.self)

  /// `portside lessons list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the lessons.",
      discussion: """
        Examples:
          portside lessons list
          portside lessons list --json
          portside lessons list --path interview
        """)

    @Flag(help: "Write the lessons as JSON.")
    var json = false

    @Option(
      help: ArgumentHelp(
        "The order: \(LearningPath.allCases.map(\.rawValue).joined(separator: ", ")).",
        valueName: "path"), transform: Self.path)
    var path = LearningPath.beginner

    private static func path(_ text: String) throws -> LearningPath {
      guard let path = LearningPath(rawValue: text) else {
        let names = LearningPath.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("there is no such path; the paths are \(names).")
      }
      return path
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
      let lessons = path.lessons(of: try LessonsFolder(common).library().lessons)
      let output = CommandOutput()
      if json {
        try output.json(lessons.map(LessonEntry.init))
      } else {
        for line in LessonEntry.lines(of: lessons) { try output.line(line) }
      }
    }
  }

  /// `portside lessons check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check lessons and tell everything that is wrong with them.",
      discussion: """
        Each fault is one line: file:line:column: what is wrong and what to do. The exit status is \
        0 without faults and 2 with some.

        Examples:
          portside lessons check
          portside lessons check Lessons --json
        """)

    @Argument(help: "The folder; the lessons that came along where none is named.")
    var folder: String?

    @Flag(help: "Write the faults as JSON.")
    var json = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
      if folder?.isEmpty == true { throw ValidationError("The folder needs a name.") }
    }

    func run() throws {
      let options = try folder.map { path throws(CommandFailure) in
        try LessonsFolder(option: path, environment: [:], executable: "")
      }
      let library = try (options ?? LessonsFolder(common)).library(surroundings: .ours)
      let output = CommandOutput()
      if json {
        try output.json(LessonCheckReport(library))
      } else if library.faults.isEmpty {
        let count = library.lessons.count
        try output.line(DisplayText("\(count) lesson\(count == 1 ? "" : "s"), no faults"))
      } else {
        for fault in library.faults { try output.line(DisplayText(fault.description)) }
      }
      if !library.faults.isEmpty { throw ExitCode(2) }
    }
  }
}

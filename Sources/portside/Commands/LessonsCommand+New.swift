import ArgumentParser
import Curriculum
import Foundation
import TerminalUI

extension LessonsCommand {
  /// `portside lessons new`.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin a lesson: a file that passes the check, with one of everything.",
      discussion: """
        The file is called NN-name.md after the next free number and the title. Nothing that is \
        there is overwritten. Change its words, and let "portside lessons check" look at it.

        Examples:
          portside lessons new "How DNS uses both" --in MyLessons
          portside lessons check MyLessons
          portside --lessons MyLessons
        """)

    @Argument(help: "The lesson's title.")
    var title: String

    @Option(
      name: .customLong("in"),
      help: ArgumentHelp("The folder; it is made where there is none.", valueName: "folder"))
    var folder = "."

    func validate() throws {
      guard LessonTemplate.id(of: title) != nil else {
        throw ValidationError("The title needs a letter or a digit of ASCII, for the file's name.")
      }
      guard !title.contains(where: { $0.isNewline || $0 == "\"" || $0 == "\\" }), title.count <= 56
      else {
        throw ValidationError(
          "The title must be one line of at most 56 characters, without quotes.")
      }
      if folder.isEmpty { throw ValidationError("--in needs the name of a folder.") }
    }

    func run() throws {
      let id = LessonTemplate.id(of: title) ?? "lesson"
      let files = FileManager.default
      do {
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw CommandFailure("the folder \(folder) cannot be made.")
      }
      let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
      let taken = names.filter { $0.hasSuffix(".md") }.compactMap { Int($0.prefix(2)) }
      guard let number = (1...99).first(where: { !taken.contains($0) && $0 > (taken.max() ?? 0) })
      else { throw CommandFailure("\(folder) has a lesson 99 already; there is no number left.") }
      let path = "\(folder)/\(number < 10 ? "0" : "")\(number)-\(id).md"
      let text = LessonTemplate.text(id: id, number: number, title: title)
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
      } catch {
        throw CommandFailure("\(path) cannot be written.")
      }
      try CommandOutput().line(DisplayText(path))
    }
  }
}

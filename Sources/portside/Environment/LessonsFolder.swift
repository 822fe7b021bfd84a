import Curriculum
import Foundation

/// Where the lessons are.
struct LessonsFolder: Hashable, Sendable {
  /// The folder.
  let path: String

  /// Finds the folder.
  ///
  /// A folder that was named, by the option or else by `PORTSIDE_LESSONS`, is taken as it is: what
  /// the learner asked for is never replaced by something else. Otherwise it is the first of
  /// ``candidates(executable:)`` that exists.
  ///
  /// - Parameters:
  ///   - option: What `--lessons` gave.
  ///   - environment: The variables by name.
  ///   - executable: The path of the running program.
  /// - Throws: One sentence that says where the lessons were looked for.
  init(
    option: String?, environment: [String: String], executable: String
  ) throws(CommandFailure) {
    if let option {
      path = option
    } else if let variable = environment["PORTSIDE_LESSONS"], !variable.isEmpty {
      path = variable
    } else {
      let candidates = Self.candidates(executable: executable)
      guard let found = candidates.first(where: Self.isFolder) else {
        throw CommandFailure(
          "there are no lessons in \(candidates.joined(separator: ", ")); name their folder with "
            + "--lessons.")
      }
      path = found
    }
  }

  /// The places of a folder that came along with a program, in the order of looking: beside it,
  /// in the share folder of an installation, and in the resources of a build.
  ///
  /// SwiftPM's own `Bundle.module` ends the program where the resources are absent, so they are
  /// looked for by name.
  static func candidates(of name: String = "Lessons", executable: String) -> [String] {
    let folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
    return [
      folder.appendingPathComponent(name),
      folder.deletingLastPathComponent().appendingPathComponent("share/portside/\(name)"),
      folder.appendingPathComponent("portside_portside.resources/\(name)"),
    ].map(\.path)
  }

  /// The path of the running program with its links followed, so that a link to it in another
  /// folder finds the same lessons.
  static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? "portside"
  }

  /// Reads the lessons; a lesson with faults is left out and its faults are told.
  ///
  /// - Throws: One sentence where the folder cannot be read or holds no lessons at all.
  func library(
    surroundings: LessonSurroundings = LessonSurroundings()
  ) throws(CommandFailure) -> LessonLibrary {
    let library: LessonLibrary
    do throws(LessonFolderError) {
      library = try LessonLibrary(folder: path, surroundings: surroundings)
    } catch {
      throw CommandFailure(error.description)
    }
    guard !library.lessons.isEmpty || !library.faults.isEmpty else {
      throw CommandFailure("\(path) holds no lessons; they are files called NN-name.md.")
    }
    return library
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}

extension LessonsFolder {
  /// Finds the folder for a command's options, in this process's environment.
  init(_ options: CommonOptions) throws(CommandFailure) {
    try self.init(
      option: options.lessons, environment: ProcessInfo.processInfo.environment,
      executable: Self.executable)
  }
}

import Foundation
import TestSupport
import Testing

@testable import portside

@Suite("The lessons folder")
struct LessonsFolderTests {
  @Test("is the one that was named, the option before the variable, even where there is none")
  func named() throws {
    let environment = ["PORTSIDE_LESSONS": "/variable"]
    #expect(
      try LessonsFolder(option: "option", environment: environment, executable: "/x/portside").path
        == "option")
    #expect(
      try LessonsFolder(option: nil, environment: environment, executable: "/x/portside").path
        == "/variable")
  }

  @Test("is looked for beside the program, in its share folder, then in its resources")
  func candidates() throws {
    try withTemporaryFolder { folder in
      let program = folder.file("bin/portside")
      let places = [
        "bin/portside_portside.resources/Lessons", "share/portside/Lessons", "bin/Lessons",
      ].map { folder.file($0) }
      #expect(LessonsFolder.candidates(executable: program) == places.reversed())
      // From the last place to the first: each one found goes before those found so far.
      for place in places {
        try FileManager.default.createDirectory(
          atPath: place, withIntermediateDirectories: true)
        let found = try LessonsFolder(
          option: nil, environment: ["PORTSIDE_LESSONS": ""], executable: program)
        #expect(found.path == place)
      }
    }
  }

  @Test("that is nowhere is one error that says where it was looked for")
  func nowhere() throws {
    try withTemporaryFolder { folder in
      let program = folder.file("bin/portside")
      do throws(CommandFailure) {
        _ = try LessonsFolder(option: nil, environment: [:], executable: program)
        Issue.record("a folder was found")
      } catch {
        for place in LessonsFolder.candidates(executable: program) {
          #expect(error.description.contains(place))
        }
        #expect(error.description.hasSuffix("name their folder with --lessons."))
      }
    }
  }

  @Test("without a lesson in it is an error")
  func empty() throws {
    try withTemporaryFolder { folder in
      let lessons = try LessonsFolder(option: folder.path, environment: [:], executable: "")
      #expect(throws: CommandFailure.self) { try lessons.library() }
    }
  }
}

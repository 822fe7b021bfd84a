import Curriculum
import Foundation
import TestSupport
import Testing

@Suite("A folder of lessons")
struct LessonFolderTests {
  private static func lesson(id: String, number: Int, question: String, demo: String = "tabs")
    -> String
  {
    Sample.front.replacing("id: sample", with: "id: \(id)")
      .replacing("number: 7", with: "number: \(number)")
      + "## H\n\n```demo\n\(demo)\n```\n\n"
      + Sample.question.replacing("id: q1", with: "id: \(question)")
  }

  @Test("gives its lessons by number and looks only at lesson files")
  func order() throws {
    try withTemporaryFolder { folder in
      try folder.write(Self.lesson(id: "b", number: 2, question: "b1"), to: "02-b.md")
      try folder.write(Self.lesson(id: "z", number: 1, question: "z1"), to: "01-z.md")
      try folder.write("nothing", to: ".01-hidden.md")
      try folder.write("nothing", to: "notes.txt")
      let library = try LessonLibrary(
        folder: folder.path, surroundings: LessonSurroundings(demos: ["tabs"]))
      #expect(library.faults.isEmpty)
      #expect(library.lessons.map(\.id) == ["z", "b"])
      #expect(library.lesson(named: "2")?.id == "b")
      #expect(library.lesson(named: "z")?.number == 1)
      #expect(library.lesson(named: "02")?.id == "b")
      #expect(library.lesson(named: "3") == nil)
    }
  }

  @Test("tells what stands twice, unknown demos and wrong names, and keeps the sound lessons")
  func comparisons() throws {
    try withTemporaryFolder { folder in
      let path = folder.path
      try folder.write(Self.lesson(id: "a", number: 1, question: "q"), to: "01-a.md")
      try folder.write(Self.lesson(id: "a", number: 1, question: "q", demo: "taps"), to: "02-b.md")
      try folder.write(Self.lesson(id: "c", number: 3, question: "c1"), to: "3-c.md")
      let library = try LessonLibrary(
        folder: path + "/", surroundings: LessonSurroundings(demos: ["tabs", "same-port"]))
      #expect(
        library.faults.map(\.description) == [
          "\(path)/02-b.md:2:5: The id \"a\" already stands in \(path)/01-a.md:2; choose another.",
          "\(path)/02-b.md:3:9: The number is 1 but the file's name begins with 02; make them equal.",
          "\(path)/02-b.md:3:9: The number 1 already stands in \(path)/01-a.md:3; choose another.",
          "\(path)/02-b.md:14:1: There is no demo \"taps\"; the demos are same-port, tabs.",
          "\(path)/02-b.md:18:5: The question id \"q\" already stands in \(path)/01-a.md:18; choose "
            + "another.",
          "\(path)/3-c.md:1:1: Lesson files are called NN-name.md, NN being the lesson's number in two "
            + "digits; rename this one.",
        ])
      #expect(library.lessons.map(\.id) == ["a"])
      #expect(
        try LessonChecker(surroundings: LessonSurroundings(demos: ["tabs"])).faults(inFolder: path)
          .count == 6)
      #expect(try LessonChecker().faults(inFolder: path).count == 5)
    }
  }

  @Test("a link to a lesson that is not there, and a sign without a stand-in, are told")
  func surroundings() throws {
    try withTemporaryFolder { folder in
      let links = "\nSee [a](01-a.md) and [b](02-b.md).\n\n```drawing\na ♞ b\n```\n\nGrüße, ♞.\n"
      try folder.write(
        Self.lesson(id: "a", number: 1, question: "q") + links, to: "01-a.md")
      let surroundings = LessonSurroundings(hasStandIn: { $0.isASCII })
      let faults = try LessonLibrary(folder: folder.path, surroundings: surroundings).faults
      let told = faults.map { String($0.description.dropFirst(folder.path.count + 1)) }
      let expected: [String] = [
        "01-a.md:31:22: There is no lesson file \"02-b.md\" in this folder; correct the link or "
          + "remove it.",
        "01-a.md:34:3: \"♞\" has no stand-in for terminals that show only ASCII; write it with "
          + "another character.",
        "01-a.md:37:8: \"♞\" has no stand-in for terminals that show only ASCII; write it with "
          + "another character.",
      ]
      #expect(told == expected)
    }
  }

  @Test("a question id that stands twice in one file is told too")
  func twiceInOneFile() throws {
    try withTemporaryFolder { folder in
      try folder.write(
        Self.lesson(id: "a", number: 1, question: "q")
          + Sample.question.replacing(
            "id: q1", with: "id: q"), to: "01-a.md")
      #expect(
        try LessonChecker().faults(inFolder: folder.path).map(\.description) == [
          "\(folder.path)/01-a.md:31:5: The question id \"q\" already stands in "
            + "\(folder.path)/01-a.md:18; choose another."
        ])
    }
  }

  @Test("links, pipes, folders and unreadable names are refused without waiting")
  func hostileFiles() throws {
    try withTemporaryFolder { folder in
      let path = folder.path
      try folder.write(Self.lesson(id: "a", number: 1, question: "q"), to: "01-real.md")
      let files = FileManager.default
      try files.createSymbolicLink(atPath: path + "/02-link.md", withDestinationPath: "01-real.md")
      try files.createSymbolicLink(atPath: path + "/03-loop.md", withDestinationPath: "03-loop.md")
      try files.createSymbolicLink(atPath: path + "/04-zero.md", withDestinationPath: "/dev/zero")
      #expect(mkfifo(path + "/05-pipe.md", 0o600) == 0)
      try files.createDirectory(
        atPath: path + "/06-folder.md", withIntermediateDirectories: false)
      try folder.write("", to: "07-empty.md")
      // Sparse: sixteen gibibytes that take no room.
      #expect(files.createFile(atPath: path + "/08-huge.md", contents: nil))
      #expect(truncate(path + "/08-huge.md", 16 << 30) == 0)
      var library: LessonLibrary?
      let time = try ContinuousClock().measure { library = try LessonLibrary(folder: path) }
      #expect(time < .seconds(60), "took \(time)")
      #expect(library?.lessons.map(\.id) == ["a"])
      let link = "1:1: This is a symbolic link; put the file itself in its place."
      #expect(
        library?.faults.map { $0.description.dropFirst(path.count + 1) } == [
          "02-link.md:\(link)", "03-loop.md:\(link)", "04-zero.md:\(link)",
          "05-pipe.md:1:1: This is no regular file; put an ordinary text file in its place.",
          "06-folder.md:1:1: This is a folder; lessons are files directly in the lessons folder.",
          "07-empty.md:1:1: The file is empty; begin it with front matter between two lines \"---\".",
          "08-huge.md:1:1: A lesson file may have at most 1 MiB; split the lesson into several.",
        ])
    }
  }

  @Test("a folder that is missing or holds too much is one error")
  func folderErrors() throws {
    try withTemporaryFolder { folder in
      #expect(
        throws: LessonFolderError(
          folder: folder.path + "/none",
          message: "There is no such folder; name the folder that holds the lessons.")
      ) {
        try LessonLibrary(folder: folder.path + "/none")
      }
      for number in 0...2000 { try folder.write("", to: "\(number).txt") }
      #expect(
        throws: LessonFolderError(
          folder: folder.path,
          message: "The folder holds more than 2000 files; name a folder that holds only lessons.")
      ) {
        try LessonLibrary(folder: folder.path)
      }
    }
  }

  @Test("one file is read by its path")
  func singleFile() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write(Self.lesson(id: "a", number: 1, question: "q"), to: "01-a.md")
      #expect(try LessonReader().read(path: path).id == "a")
      #expect(throws: LessonFaults.self) { try LessonReader().read(path: path + "x") }
    }
  }
}

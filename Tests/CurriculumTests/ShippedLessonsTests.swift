import Curriculum
import PortKnowledge
import Testing

@Suite("The lessons that are shipped")
struct ShippedLessonsTests {
  /// The demos that exist; the program hands in its own list.
  private static let demos: Set<String> = ["same-port", "tabs"]
  /// The lines that are left of 24 when header, footer, rules and the heading have had theirs.
  private static let screenLines = 17

  private static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/Lessons"
  }()

  @Test("have no fault")
  func noFaults() throws {
    let library = try LessonLibrary(folder: Self.folder, knownDemos: Self.demos)
    #expect(library.faults.isEmpty, "\(library.faults.map(\.description))")
    #expect(library.lessons.map(\.number).contains(1))
    #expect(library.lessons.map(\.number).contains(5))
  }

  @Test("have questions of every kind, and a demo")
  func parts() throws {
    for lesson in try LessonLibrary(folder: Self.folder).lessons {
      #expect((4...6).contains(lesson.questions.count), "\(lesson.id)")
      #expect(!lesson.demos.isEmpty, "\(lesson.id)")
      let kinds = Set(
        lesson.questions.map { question in
          switch question.kind {
          case .chooseOne: 1
          case .chooseSeveral: 2
          case .entry: 3
          case .putInOrder: 4
          case .fillTable: 5
          }
        })
      #expect(kinds == [1, 2, 3], "\(lesson.id)")
      let prefix = "l" + (lesson.number < 10 ? "0" : "") + "\(lesson.number)-"
      #expect(lesson.questions.allSatisfy { $0.id.hasPrefix(prefix) }, "\(lesson.id)")
      #expect((5...7).contains(lesson.minutes), "\(lesson.id)")
    }
  }

  @Test("show one idea a screen")
  func sectionsFit() throws {
    for lesson in try LessonLibrary(folder: Self.folder).lessons {
      for section in lesson.sections {
        let lines = section.blocks.map { Self.height(of: $0) + 1 }.reduce(-1, +)
        #expect(lines <= Self.screenLines, "\(lesson.id): \(section.title): \(lines) lines")
      }
    }
  }

  @Test("draw in 56 columns with characters that have a plain stand-in")
  func drawings() throws {
    let allowed = Set("─│┌┐└┘├┤┬┴┼▸◂→←▲▾")
    for lesson in try LessonLibrary(folder: Self.folder).lessons {
      for case .drawing(let lines) in lesson.sections.flatMap(\.blocks) {
        for line in lines {
          #expect(line.count <= 56, "\(lesson.id): \(line)")
          #expect(
            line.allSatisfy { $0.isASCII || allowed.contains($0) }, "\(lesson.id): \(line)")
        }
      }
    }
  }

  @Test("name only addresses for documentation and this machine's own")
  func addresses() throws {
    let kept = ["192.0.2.", "198.51.100.", "203.0.113.", "127."]
    for lesson in try LessonLibrary(folder: Self.folder).lessons {
      let words = String(describing: lesson).split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
      for word in words {
        let parts = word.split(separator: ".").compactMap { UInt8($0) }
        guard parts.count == 4, word != "0.0.0.0" else { continue }
        #expect(kept.contains { word.hasPrefix($0) }, "\(lesson.id): \(word)")
      }
    }
  }

  /// How many lines a block takes at 76 columns; questions and demos have a place of their own.
  private static func height(of block: LessonBlock) -> Int {
    switch block {
    case .paragraph(let runs), .quote(let runs): wrapped(runs, 76)
    case .list(let items, _): items.map { wrapped($0, 72) }.reduce(0, +)
    case .code(let lines, _), .drawing(let lines): lines.count
    case .table(_, let rows): rows.count + 2
    case .question, .demo: -1
    }
  }

  private static func wrapped(_ runs: [LessonInline], _ columns: Int) -> Int {
    var lines = 1
    var column = 0
    for word in runs.map(\.text).joined().split(separator: " ") {
      if column > 0, column + 1 + word.count > columns {
        lines += 1
        column = 0
      }
      column += (column > 0 ? 1 : 0) + word.count
    }
    return lines
  }
}

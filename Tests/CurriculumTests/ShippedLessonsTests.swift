import Curriculum
import PortKnowledge
import Testing

@Suite("The lessons that are shipped")
struct ShippedLessonsTests {
  /// The lines that are left of 24 when header, footer, rules and the heading have had theirs.
  private static let screenLines = 17

  private static let programs: Set<String> = ["c", "js", "python", "swift"]

  private static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/Lessons"
  }()

  @Test("are eighteen, without a fault")
  func noFaults() throws {
    let library = try LessonLibrary(folder: Self.folder)
    #expect(library.faults.isEmpty, "\(library.faults.map(\.description))")
    #expect(library.lessons.map(\.number) == Array(1...18))
  }

  @Test("have questions of several kinds, a demo, five lines to keep, and notes for teachers")
  func parts() throws {
    for lesson in try LessonLibrary(folder: Self.folder).lessons {
      #expect((3...6).contains(lesson.questions.count), "\(lesson.id)")
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
      #expect(kinds.count >= 2, "\(lesson.id)")
      let prefix = "l" + (lesson.number < 10 ? "0" : "") + "\(lesson.number)-"
      #expect(lesson.questions.allSatisfy { $0.id.hasPrefix(prefix) }, "\(lesson.id)")
      #expect((4...8).contains(lesson.minutes), "\(lesson.id)")
      #expect(lesson.summary.count == 5, "\(lesson.id)")
      #expect((3...6).contains(lesson.teacher?.notes.count ?? 0), "\(lesson.id)")
    }
  }

  @Test("show one idea a screen")
  func sectionsFit() throws {
    for lesson in try LessonLibrary(folder: Self.folder).lessons {
      for section in lesson.sections {
        // Questions, demos and exercises stand on pages of their own.
        let pages = section.blocks.split { $0.height == nil }
        for page in pages {
          let lines = page.map { ($0.height ?? 0) + 1 }.reduce(-1, +)
          // A program is read from top to bottom, and may go on below the screen's edge.
          let isProgram = page.contains {
            if case .code(_, let language) = $0 { Self.programs.contains(language) } else { false }
          }
          #expect(
            lines <= (isProgram ? 24 : Self.screenLines),
            "\(lesson.id): \(section.title): \(lines) lines")
        }
      }
    }
  }

  @Test("draw in 56 columns with characters that have a plain stand-in")
  func drawings() throws {
    let allowed = Set("─│┌┐└┘├┤┬┴┼▸◂→←▲▾▴▼═╌·×✓✗•…█░")
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
    // RFC 5737, and RFC 1918 for what is behind a router.
    let kept = ["192.0.2.", "198.51.100.", "203.0.113.", "127.", "192.168."]
    for lesson in try LessonLibrary(folder: Self.folder).lessons {
      // A section of an RFC has dots too.
      let words = String(describing: lesson)
        .split { !($0.isASCII && ($0.isNumber || $0 == ".")) && $0 != "§" }
        .filter { !$0.contains("§") }
      for word in words {
        let parts = word.split(separator: ".").compactMap { UInt8($0) }
        guard parts.count == 4, !word.hasPrefix("0.0.0.0") else { continue }
        #expect(kept.contains { word.hasPrefix($0) }, "\(lesson.id): \(word)")
      }
    }
  }
}

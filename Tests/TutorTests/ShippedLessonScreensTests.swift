import Curriculum
import Foundation
import PortKnowledge
import Practice
import TerminalUI
import Testing

@testable import Tutor

/// The lessons that ship, as they stand on the screen.
@Suite("The shipped lessons on the screen")
struct ShippedLessonScreensTests {
  private static let lessons: [Lesson] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Lessons")
    return (try? LessonLibrary(folder: folder.path).lessons) ?? []
  }()

  /// Every page of every lesson, with its lines at a size.
  private func pages(at size: Size) -> [(name: String, page: LessonPage, document: Document)] {
    let columns = ScreenFrame.content(of: size).columns
    var result: [(String, LessonPage, Document)] = []
    for lesson in Self.lessons {
      var app = AppState(
        size: size, catalog: Catalog(lessons: [lesson], demos: []), progress: .init(),
        keepingNotice: nil, start: .lesson(lesson.id), moment: Fixture.now)
      for number in LessonPage.pages(of: lesson).indices {
        guard let screen = app.visible as? LessonScreen, screen.index == number else { break }
        let document = screen.document(columns: columns, in: app.context(at: Fixture.now))
        result.append(("\(lesson.number), page \(number + 1)", screen.pages[number], document))
        let isQuestion = if case .question = screen.pages[number] { true } else { false }
        // PageDown skips a question once it shows its end; reading goes on with the right arrow.
        while (app.visible as? LessonScreen)?.index == number {
          app.press(
            isQuestion
              ? (screen.keyContext == .questionEntry ? .pageDown : .character("s")) : .right)
          if number == screen.pages.count - 1 { break }
        }
      }
    }
    return result
  }

  @Test("lose no column at any size", arguments: Fixture.sizes)
  func width(size: Size) {
    let columns = ScreenFrame.content(of: size).columns
    let pages = pages(at: size)
    #expect(Self.lessons.count == 18)
    #expect(pages.count == Self.lessons.map { LessonPage.pages(of: $0).count }.reduce(0, +))
    for (name, _, document) in pages {
      for line in document.lines where line.text.columns > columns {
        Issue.record("\(name) at \(size): \(line.text.text)")
      }
    }
  }

  @Test("show what is read on one screen of 80×24, but for programs")
  func height() {
    let size = Size(columns: 80, rows: 24)
    let rows = ScreenFrame.content(of: size).rows
    for (name, page, document) in pages(at: size) {
      guard case .reading(_, let blocks, _) = page else { continue }
      let isProgram = blocks.contains {
        if case .code(let lines, _) = $0 { lines.count > 8 } else { false }
      }
      #expect(
        isProgram || document.lines.count <= rows, "\(name): \(document.lines.count) of \(rows)")
    }
  }
}

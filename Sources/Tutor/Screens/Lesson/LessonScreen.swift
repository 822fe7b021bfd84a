import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// A lesson, page by page.
struct LessonScreen: ScreenModel {
  private(set) var lesson: Lesson
  private(set) var pages: [LessonPage]
  /// What is wrong with the lesson's file since it was changed; the last sound text stays.
  private(set) var fault: String?
  private(set) var index = 0
  private(set) var scroll = ScrollPosition()
  /// The questions met so far, by page, so that going back shows what was answered.
  private(set) var questions: [Int: QuestionState] = [:]
  /// The answers as they were kept, by page.
  private var kept: [Int: AnswerRecord] = [:]
  private var isFinished = false
  /// Whether only the questions are asked: whoever has all of them right need not read it.
  let isTestingOut: Bool

  init(_ lesson: Lesson, isTestingOut: Bool = false, in context: Context) {
    self.lesson = lesson
    self.isTestingOut = isTestingOut
    pages =
      isTestingOut ? LessonPage.questionPages(of: lesson) : LessonPage.pages(of: lesson)
    meet(in: context)
  }

  /// Whether every question of the lesson was answered right.
  var isPassed: Bool {
    lesson.questions.allSatisfy { question in
      questions.values.contains { $0.question == question && $0.verdict?.isCorrect == true }
    }
  }

  let name = ScreenName.lesson

  var keyContext: KeyContext {
    if let state = questions[index] { return state.keyContext }
    if case .reading(_, _, .some) = pages[index] { return .lessonDemo }
    return .lesson
  }

  func path(in context: Context) -> [DisplayText] {
    ["Lessons", "\(lesson.number) · \(lesson.title)"]
  }

  func fact(in context: Context) -> DisplayText {
    isTestingOut
      ? "questions first, \(index + 1) of \(pages.count)" : "\(index + 1) of \(pages.count)"
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    if questions[index]?.verdict == nil, questions[index] != nil, action != .back {
      return answer(action, in: context)
    }
    let document = document(columns: context.columns, in: context)
    switch action {
    case .back:
      return [.close]
    case .next, .confirm:
      // The space bar reads on: first down the page, then to the next one.
      if !scroll.handle(.pageDown, of: document, rows: context.rows) { return turn(1, in: context) }
    case .pageDown:
      if !scroll.handle(.pageDown, of: document, rows: context.rows) { return turn(1, in: context) }
    case .pageUp:
      if !scroll.handle(.pageUp, of: document, rows: context.rows) { return turn(-1, in: context) }
    case .forward:
      return turn(1, in: context)
    case .previous:
      return turn(-1, in: context)
    case .skip:
      return nextLesson(in: context)
    case .open:
      return open(in: context)
    case .testOut:
      guard isTestingOut || !lesson.questions.isEmpty else { return [] }
      return [.replace(LessonScreen(lesson, isTestingOut: !isTestingOut, in: context))]
    case .notes:
      return [.open(TeacherNotesScreen(lesson))]
    case .undo:
      return undo(in: context)
    default:
      _ = scroll.handle(action, of: document, rows: context.rows)
    }
    return []
  }

  mutating func receive(_ message: Message, in context: Context) -> [Reaction] {
    guard case .lessonsRead(let library) = message else { return [] }
    if let read = library.lesson(named: lesson.id) {
      fault = nil
      change(to: read, in: context)
    } else {
      let number = (lesson.number < 10 ? "0" : "") + "\(lesson.number)-"
      fault = library.faults.first { $0.fileName.hasPrefix(number) }.map { fault in
        "\(fault.fileName):\(fault.line):\(fault.column): \(fault.message)"
      }
    }
    return []
  }

  /// Shows another text of the lesson, on the same page where that is still there; what was answered
  /// stays with the questions that did not change.
  private mutating func change(to read: Lesson, in context: Context) {
    guard read != lesson else { return }
    lesson = read
    pages = isTestingOut ? LessonPage.questionPages(of: read) : LessonPage.pages(of: read)
    index = min(index, pages.count - 1)
    let answered = questions
    let records = kept
    questions = [:]
    kept = [:]
    for (index, page) in pages.enumerated() {
      guard case .question(_, let question) = page,
        let old = answered.first(where: { $0.value.question == question })
      else { continue }
      questions[index] = old.value
      kept[index] = records[old.key]
    }
    scroll = ScrollPosition()
    meet(in: context)
  }

  private mutating func answer(_ action: Action, in context: Context) -> [Reaction] {
    switch action {
    case .previous: return turn(-1, in: context)
    case .skip: return turn(1, in: context)
    case .pageUp, .pageDown:
      let document = document(columns: context.columns, in: context)
      // At the top a page up turns back, as on a page to read.
      let hasMoved = scroll.handle(action, of: document, rows: context.rows)
      return hasMoved || action == .pageDown ? [] : turn(-1, in: context)
    default: break
    }
    guard var state = questions[index] else { return [] }
    scroll.follow()
    let answer = state.handle(action)
    guard let answer else {
      questions[index] = state
      return []
    }
    let verdict = state.settle(answer)
    questions[index] = state
    let record = context.record(of: verdict, to: state, kind: .lesson)
    kept[index] = record
    return [.effect(.record(record))]
  }

  /// Takes back the answer on this page and asks again.
  private mutating func undo(in context: Context) -> [Reaction] {
    guard let record = kept.removeValue(forKey: index), let state = questions[index] else {
      return []
    }
    questions[index] = QuestionState(state.question, askedAt: context.moment.milliseconds)
    scroll = ScrollPosition()
    return [.effect(.withdraw(WithdrawalRecord(of: record)))]
  }

  private mutating func turn(_ offset: Int, in context: Context) -> [Reaction] {
    let target = index + offset
    guard pages.indices.contains(target) else { return offset > 0 ? [.close] : [] }
    index = target
    scroll = ScrollPosition()
    meet(in: context)
    guard pages[index] == .ending, !isFinished, !isTestingOut || isPassed else { return [] }
    isFinished = true
    let record = LessonRecord(
      lessonID: lesson.id, finishedAt: context.moment.milliseconds,
      zoneOffset: context.moment.zoneOffset)
    return [.effect(.finishLesson(record))]
  }

  /// Notes when the page's question is shown for the first time.
  private mutating func meet(in context: Context) {
    guard case .question(_, let question) = pages[index], questions[index] == nil else { return }
    questions[index] = QuestionState(question, askedAt: context.moment.milliseconds)
  }

  private func nextLesson(in context: Context) -> [Reaction] {
    let lessons = context.catalog.lessons
    guard let here = lessons.firstIndex(where: { $0.id == lesson.id }), here + 1 < lessons.count
    else { return [.close] }
    return [.replace(LessonScreen(lessons[here + 1], in: context))]
  }

  private func open(in context: Context) -> [Reaction] {
    guard case .reading(_, _, let opening?) = pages[index] else { return [] }
    switch opening {
    case .demo(let id):
      guard let demo = context.catalog.demo(id) else { return [] }
      let screen = DemoScreen(demo, in: context)
      return [.open(screen)] + screen.opening.map { .effect($0) }
    case .exercise(let family, let level):
      return [
        .open(PracticeRoundScreen(families: [family], seed: nil, level: level, in: context))
      ]
    }
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    frame.draw(
      document(columns: area.columns, in: context), in: area, scroll: scroll)
  }
}

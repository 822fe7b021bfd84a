import Curriculum
import PortKnowledge
import Practice
import TerminalUI

extension HomeScreen {
  /// The first lesson not done, or the first one where all are done.
  func nextLesson(in context: Context) -> Lesson? {
    let lessons = context.catalog.lessons
    return lessons.first { !context.progress.lessonsDone.contains($0.id) } ?? lessons.first
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    let entries = Entry.allCases
    var row = area.row + 1
    for (index, entry) in entries.enumerated() {
      let isSelected = index == selectedIndex
      let rect = Rect(column: area.column, row: row, columns: area.columns, rows: 1)
      draw(entry, isSelected: isSelected, into: &frame, in: rect, context: context)
      frame.targets.append(Frame.Target(rect: rect, action: .choose(index)))
      row += 1
    }
    row += 1
    drawPromise(into: &frame, area: area, row: row, context: context)
  }

  private func draw(
    _ entry: Entry, isSelected: Bool, into frame: inout Frame, in rect: Rect, context: Context
  ) {
    let row = rect.row
    if isSelected {
      frame.canvas.write("▸", column: rect.column + 2, row: row, style: .accent)
    }
    frame.canvas.write(
      title(of: entry), column: rect.column + 4, row: row,
      style: isSelected ? .accent : .strong)
    let (text, fact) = details(of: entry, in: context)
    let end = min(rect.endColumn, rect.column + 78) - fact.columns
    let start = rect.column + 17
    frame.canvas.write(text.truncated(to: max(0, end - start - 2)), column: start, row: row)
    if end > start { frame.canvas.write(fact, column: end, row: row, style: .dim) }
  }

  private func title(of entry: Entry) -> DisplayText {
    switch entry {
    case .carryOn: "Continue"
    case .lessons: "Lessons"
    case .practice: "Practice"
    case .review: "Review"
    case .interview: "Interview"
    case .demos: "Demos"
    case .ports: "Ports"
    case .sockets: "Sockets"
    case .progress: "Progress"
    }
  }

  /// What stands beside an entry: a description, and a figure at the right.
  private func details(of entry: Entry, in context: Context) -> (DisplayText, DisplayText) {
    let progress = context.progress
    let lessons = context.catalog.lessons
    switch entry {
    case .carryOn:
      guard let lesson = nextLesson(in: context) else { return ("no lessons were found", "") }
      return ("\(lesson.number) · \(lesson.title)", "\(lesson.minutes) min")
    case .lessons:
      let done = lessons.count { progress.lessonsDone.contains($0.id) }
      return (
        "\(lessons.count) short lessons, \(done) done",
        Gauge.text(done, of: lessons.count, columns: 12)
      )
    case .practice:
      return ("\(ExerciseCatalog.families.count) kinds of exercises, without end", "")
    case .review:
      let due = context.dueCards
      guard due > 0 else { return (Self.nothingDue(in: context), "") }
      return (due == 1 ? "1 card due today" : "\(due) cards due today", "")
    case .interview:
      let count = context.catalog.bank.interview.count
      return ("a mock interview", "\(count) questions")
    case .demos:
      let count = context.catalog.demos.count
      let noun = count == 1 ? "experiment" : "experiments"
      return ("\(count) \(noun) on your own kernel", "")
    case .ports:
      return ("look up any port, service or range", "\(ServiceTable.all.count) services")
    case .sockets: return ("what is open on this machine right now", "")
    case .progress: return Self.progress(in: context)
    }
  }

  /// What is remembered today and when it is wanted; without any review, how many answers are right.
  private static func progress(in context: Context) -> (DisplayText, DisplayText) {
    let all = context.progress.all
    let answers: DisplayText =
      all.total > 0 ? "\(Gauge.percent(all.correct, of: all.total)) % right" : ""
    let readiness = Readiness(context.memory)
    guard let recall = readiness.meanRecall(of: context.memory.cards.keys, on: context.today) else {
      return all.total > 0
        ? ("\(all.correct) of \(all.total) answers right", answers) : ("nothing answered yet", "")
    }
    var text = "recall today \(Int((recall * 100).rounded())) %"
    if let goal = context.progress.goalDay, goal >= context.today {
      text += ", to be ready \(RelativeDay.words(goal - context.today))"
    }
    return (DisplayText(text), answers)
  }

  private static func nothingDue(in context: Context) -> DisplayText {
    guard !context.memory.cards.isEmpty else { return "keep what you learn: meet new cards" }
    return "nothing due now; meet new cards"
  }

  private func drawPromise(
    into frame: inout Frame, area: Rect, row: Int, context: Context
  ) {
    var row = row
    var lines: [StyledLine] = []
    let notices = [
      context.keepingNotice, context.catalog.notice,
      context.memory.clockNotice(today: context.today),
    ].compactMap(\.self)
    if !notices.isEmpty {
      lines = notices.flatMap { notice in
        StyledLine(DisplayText(notice), Style(.caution)).wrapped(
          to: min(area.columns - 5, StyledLine.measure))
      }
    } else if area.rows >= 16 {
      lines = StyledLine(
        "Nothing here has to be believed: every claim runs on this machine's own kernel, on loopback, while you watch.",
        .dim
      ).wrapped(to: min(area.columns - 5, StyledLine.measure - 4))
    }
    for line in lines where row < area.endRow {
      frame.canvas.write(line, column: area.column + 4, row: row)
      row += 1
    }
  }
}

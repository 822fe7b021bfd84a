import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// What the learner remembers and has done.
///
/// Today, the days to come and past, by topic and kind, lessons and states; every picture stands
/// beside its sentence.
struct ProgressScreen: ScreenModel {
  private var scroll = ScrollPosition()
  /// The date that is being typed; nil while none is.
  private(set) var field: TextField?
  /// Whether the date in the field is the one that holds, which the first character replaces.
  private var isUntouched = false
  /// Why a date that was typed cannot be taken.
  private(set) var complaint: String?
  /// The latest report, because a plan for a far date takes its time and most keys only scroll.
  private var kept: (occasion: Occasion, report: LearnerReport)?

  let name = ScreenName.progress

  var keyContext: KeyContext { field == nil ? .progress : .goalDate }

  func path(in context: Context) -> [DisplayText] { ["Portside", "Progress"] }

  func fact(in context: Context) -> DisplayText {
    // A notice tells more than that nothing is kept: after damage everything is kept in a new file.
    context.keepingNotice == nil ? "kept on this machine only" : ""
  }

  /// What a report depends on.
  private struct Occasion: Equatable {
    let progress: ProgressSnapshot
    let lastReview: Int64?
    let lessonCount: Int
    let today: Int
    /// Learning steps end between two days too.
    let minute: Int64

    init(_ context: Context) {
      progress = context.progress
      lastReview = context.memory.lastRow
      lessonCount = context.catalog.lessons.count
      today = context.today
      minute = context.seconds / 60
    }
  }

  /// The report on this moment.
  func report(in context: Context) -> LearnerReport {
    if let kept, kept.occasion == Occasion(context) { return kept.report }
    return LearnerReport(
      context.progress, memory: context.memory, lessons: context.catalog.lessons,
      bank: context.catalog.bank, seconds: context.seconds, today: context.today)
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    kept = (Occasion(context), report(in: context))
    if var field {
      switch action {
      case .back:
        self.field = nil
        complaint = nil
      case .confirm:
        return take(field.text, in: context)
      case .type(let key):
        complaint = nil
        if isUntouched, case .character = key { field = TextField() }
        isUntouched = false
        field.handle(key)
        self.field = field
      default: break
      }
      return []
    }
    switch action {
    case .back: return [.close]
    case .open: return [.open(ReviewScreen(in: context))]
    case .setDate:
      field = TextField(context.progress.goalDay.map { CivilDate(dayNumber: $0).description } ?? "")
      isUntouched = true
      scroll = ScrollPosition()
    default:
      _ = scroll.handle(action, of: document(in: context), rows: context.rows)
    }
    return []
  }

  /// Sets the date that was typed, or drops it where nothing is left of it.
  private mutating func take(_ text: String, in context: Context) -> [Reaction] {
    let typed = text.filter { !$0.isWhitespace }
    var day: Int?
    if !typed.isEmpty {
      do throws(GoalDate.Fault) {
        day = try GoalDate.read(typed, today: context.today).dayNumber
      } catch {
        complaint = error.description
        return []
      }
    }
    field = nil
    complaint = nil
    guard day != context.progress.goalDay else { return [] }
    let goal = GoalRecord(
      readyDay: day, setAt: context.moment.milliseconds, zoneOffset: context.moment.zoneOffset)
    return [.effect(.setGoal(goal))]
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    frame.draw(document(in: context), in: area, scroll: scroll)
  }
}

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
  /// Why a date that was typed cannot be taken.
  private(set) var complaint: String?

  let name = ScreenName.progress

  var keyContext: KeyContext { field == nil ? .progress : .goalDate }

  func path(in context: Context) -> [DisplayText] { ["Portside", "Progress"] }

  func fact(in context: Context) -> DisplayText {
    context.keepingNotice == nil ? "kept on this machine only" : "not kept"
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    if var field {
      switch action {
      case .back:
        self.field = nil
        complaint = nil
      case .confirm:
        return take(field.text, in: context)
      case .type(let key):
        complaint = nil
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
      scroll = ScrollPosition()
    default:
      _ = scroll.handle(action, of: document(in: context), rows: context.rows)
    }
    return []
  }

  /// Sets the date that was typed, or drops it where nothing is left of it.
  private mutating func take(_ text: String, in context: Context) -> [Reaction] {
    let typed = text.filter { !$0.isWhitespace }
    let day = CivilDate(typed)?.dayNumber
    if !typed.isEmpty {
      guard let day else {
        complaint = "Write the date as 2027-03-15."
        return []
      }
      guard day > context.today, day - context.today <= Readiness<FSRS6>.horizon else {
        let today = CivilDate(dayNumber: context.today)
        complaint = "Choose a day after today, \(today), and not ten years ahead."
        return []
      }
    }
    field = nil
    complaint = nil
    let goal = GoalRecord(
      readyDay: day, setAt: context.moment.milliseconds, zoneOffset: context.moment.zoneOffset)
    return [.effect(.setGoal(goal))]
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    frame.draw(document(in: context), in: area, scroll: scroll)
  }
}

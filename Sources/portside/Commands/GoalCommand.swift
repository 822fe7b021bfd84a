import ArgumentParser
import Practice
import TerminalUI
import Tutor

/// `portside goal`: a date to be ready for.
struct GoalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goal",
    abstract: "Be ready by a date: see how well you would know everything then, and what to do.",
    discussion: """
      Readiness is the mean chance that you know a card on that day. The plan tells how many \
      reviews each day has until then: what is due anyway, and one more review for each card that \
      you would have forgotten by then. "portside review" asks them on their days. The ordinary \
      schedule stays as it is, so the goal can be changed or dropped at any time.

      Examples:
        portside goal                 the goal, if there is one, and the plan
        portside goal 2027-03-15      be ready by this day
        portside goal drop            no goal any more
        portside goal --json          the same as data
      """)

  @Argument(help: "A date as YYYY-MM-DD, or drop; without it the goal is told.")
  var date: String?

  @Flag(
    help:
      "Write JSON: readyBy, daysLeft, readiness, expected, below, and days with date, due, placed.")
  var json = false

  @OptionGroup var common: CommonOptions

  func validate() throws { _ = try wish() }

  private enum Wish {
    case tell
    case drop
    case ready(CivilDate)
  }

  /// How far ahead a goal may lie, in years.
  private static let years = 10

  private func wish() throws -> Wish {
    guard let date else { return .tell }
    if date == "drop" { return .drop }
    guard let day = CivilDate(date) else {
      throw ValidationError(
        "'\(DisplayText(date).truncated(to: 40))' is no date; write it as 2027-03-15, or drop.")
    }
    let today = CivilDate(dayNumber: LearnerClock.system.now().studyDay)
    guard day > today else {
      throw ValidationError("\(day) is not ahead: today is \(today). Choose a later day.")
    }
    guard day.dayNumber - today.dayNumber <= Self.years * 366 else {
      throw ValidationError("\(day) is more than \(Self.years) years ahead; choose an earlier day.")
    }
    return .ready(day)
  }

  func run() throws {
    let keeper = ProgressKeeper(folder: common.folders.data)
    let console = PlainConsole()
    if let notice = keeper.notice { console.complain(DisplayText(notice)) }
    let now = LearnerClock.system.now()
    switch try wish() {
    case .tell: break
    case .drop: try keep(nil, at: now, with: keeper)
    case .ready(let day): try keep(day.dayNumber, at: now, with: keeper)
    }
    let snapshot = try keeper.snapshot()
    let shelf = StudyShelf(
      try LessonsFolder(common).library(), lessonsDone: snapshot.lessonsDone)
    let goal = try snapshot.goalDay.flatMap { day in
      StudyGoal(
        of: shelf.cards, memory: try keeper.memory(), today: now.studyDay, readyDay: day)
    }
    if json {
      try CommandOutput().json(goal.map(GoalReport.init) ?? GoalReport())
    } else {
      for line in GoalReport.lines(of: goal, cardCount: shelf.cards.count) {
        try CommandOutput().line(DisplayText(line))
      }
    }
  }

  private func keep(_ day: Int?, at now: Moment, with keeper: ProgressKeeper) throws {
    let goal = GoalRecord(readyDay: day, setAt: now.milliseconds, zoneOffset: now.zoneOffset)
    if let complaint = keeper.setGoal(goal) { throw CommandFailure(complaint) }
  }
}

extension Moment {
  /// The study day, in days since 1970-01-01.
  var studyDay: Int {
    StudyDay.number(
      seconds: milliseconds / 1000, zoneOffset: zoneOffset,
      rolloverHour: StudyDay.defaultRolloverHour)
  }
}

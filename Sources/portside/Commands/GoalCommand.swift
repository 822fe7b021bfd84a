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
      reviews each day has until then: what is due anyway, one more review for each card that you \
      would know with a chance below 90 % by then, and each new card on a day that leaves time to learn it. \
      "portside review" asks them on their days. The ordinary schedule stays as it is, so the goal \
      can be changed or dropped at any time.

      Examples:
        portside goal                 the goal, if there is one, and the plan
        portside goal 2030-06-01      be ready by this day
        portside goal drop            no goal any more
        portside goal --json          the same as data

      The JSON has readyBy (YYYY-MM-DD), daysLeft, readiness (the mean chance without another \
      review, 0 to 1), expected (the same if the plan is followed), below (how many cards stay \
      under 0.9 all the same), cardsBelow (their ids) and days, each with its date, due (reviews of \
      the ordinary schedule) and placed (those for the goal). Without a goal readyBy is null.
      """)

  @Argument(help: "A date as YYYY-MM-DD, or drop; without it the goal is told.")
  var date: String?

  @Flag(help: "Write the goal and its plan as JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func validate() throws { _ = try wish() }

  private enum Wish {
    case tell
    case drop
    case ready(CivilDate)
  }

  private func wish() throws -> Wish {
    guard let date else { return .tell }
    if date == "drop" { return .drop }
    do throws(GoalDate.Fault) {
      return .ready(try GoalDate.read(date, today: LearnerClock.system.now().studyDay))
    } catch {
      // Left to the parser's report of wrong usage, which does not know what is safe to show.
      throw ValidationError(DisplayText(error.description).string)
    }
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
    if json { return try CommandOutput().json(goal.map(GoalReport.init) ?? GoalReport()) }
    GoalReport.tell(goal, cards: shelf.cards, on: console)
    try console.finish()
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

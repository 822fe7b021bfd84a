import ArgumentParser
import Curriculum
import PortKnowledge
import Practice
import TerminalUI
import Tutor

/// `portside interview`: open questions, as long as the time lasts.
struct InterviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interview",
    abstract: "Take a mock interview: open questions, follow-ups, and what to learn next.",
    discussion: """
      You say or type each answer, see a model answer, and tick which of its points yours had. All \
      of them count as Good, at least half as Hard, fewer as Again; you may correct that. Follow-up \
      questions come as in a real interview. It ends when the time is over, and tells strengths, \
      gaps, and the lessons and demos that close them. Every interview asks what port a service \
      uses, and how one port serves thousands of clients.

      Examples:
        portside interview
        portside interview --minutes 45 --level deep
        portside interview --topic states --topic binding
        portside interview iv-one-port-thousands     one question and its follow-ups
        portside interview port                      what port five services use
        portside interview --minutes 10 --seed 7 --plain
      """)

  @Argument(
    help: ArgumentHelp(
      "One question instead, by its id; \"port\" asks what port five services use.",
      valueName: "question"))
  var question: String?

  @Option(name: [.short, .long], help: "End after so many minutes, 1 to 120; otherwise 20.")
  var minutes: Int?

  @Option(name: [.short, .long], help: "How deep it goes: basic, core, deep or mixed.")
  var level: InterviewLevelName = .mixed

  @Option(help: "Open subjects of this topic only; may be given more than once.")
  var topic: [String] = []

  @Option(
    name: [.short, .long],
    help:
      "The seed of an earlier interview: with the same record it begins with the same questions.")
  var seed: UInt64?

  @Flag(help: "Ask and answer as lines, also on a terminal.")
  var plain = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let minutes, !InterviewPlan.allowedMinutes.contains(minutes) {
      throw ValidationError("An interview can take 1 to 120 minutes, not \(minutes).")
    }
    if question != nil, minutes != nil || !topic.isEmpty || level != .mixed {
      throw ValidationError(
        "One question has no clock, level or topic: leave --minutes, --level and --topic out.")
    }
    guard question != nil || !topic.isEmpty else { return }
    let bank = try LessonsFolder(common).library().bank
    try check(topic, in: bank)
    _ = try question.map { try Self.item($0, in: bank) }
  }

  func run() throws {
    let library = try LessonsFolder(common).library()
    // Six digits are enough to be different every time and few enough to be typed again.
    let seed = seed ?? UInt64.random(in: 1...999_999)
    let plan = InterviewPlan(
      minutes: minutes ?? 20, level: level.level, topics: Set(topic), seed: seed)
    let asked = try question.map { try Self.item($0, in: library.bank) }
    if !plain, PlainConsole.isOnTerminal {
      return try TutorSession(start: start(plan, asking: asked), settings: common.settings).run()
    }
    try askAsLines(plan, asking: asked, library: library)
  }

  /// What the argument names.
  private enum Item {
    case ports
    case question(InterviewQuestion)
  }

  private func start(_ plan: InterviewPlan, asking item: Item?) -> StartPoint {
    switch item {
    case .ports: .interviewPorts
    case .question(let question): .interviewQuestion(question.id)
    case nil:
      minutes == nil && topic.isEmpty && level == .mixed && seed == nil
        ? .screen(.interview) : .interview(plan)
    }
  }

  private func askAsLines(
    _ plan: InterviewPlan, asking item: Item?, library: LessonLibrary
  ) throws {
    let console = PlainConsole()
    let clock = LearnerClock.system
    let keeper = ProgressKeeper(folder: common.folders.data)
    if let notice = keeper.notice { console.complain(DisplayText(notice)) }
    let now = clock.now()
    let today = StudyDay.number(
      seconds: now.milliseconds / 1000, zoneOffset: now.zoneOffset,
      rolloverHour: StudyDay.defaultRolloverHour)
    let recall = try keeper.memory().recalls(on: today)
    let session: InterviewSession
    switch item {
    case .ports:
      session = InterviewSession(
        askingPorts: InterviewSession.portCount, recall: recall, seed: plan.seed)
    case .question(let question):
      session = InterviewSession(
        asking: question, bank: library.bank, recall: recall, seed: plan.seed)
    case nil:
      session = InterviewSession(plan, bank: library.bank, recall: recall, at: now.milliseconds)
      let time = plan.minutes == 1 ? "1 minute" : "\(plan.minutes) minutes"
      console.say(
        DisplayText("Mock interview, \(plan.level.rawValue) level, seed \(plan.seed): \(time)."))
    }
    let lines = InterviewLines(console: console, keeper: keeper, clock: clock)
    let results = lines.run(session).results
    lines.tell(InterviewReport(results, guide: LessonGuide(library.lessons)))
    if item == nil {
      console.say()
      console.say("From the same seed again:")
      // Never broken, so that it can be copied.
      console.line(DisplayText("  " + plan.command))
    }
    try console.finish()
  }

  // MARK: Names

  private func check(_ topics: [String], in bank: LessonBank) throws {
    let known = Set(bank.interview.map(\.topic)).sorted()
    for topic in topics where !known.contains(topic) {
      throw ValidationError(
        "There is no topic called '\(Self.shown(topic))'. "
          + "The topics of interviews are \(known.joined(separator: ", ")).")
    }
  }

  private static func item(_ name: String, in bank: LessonBank) throws -> Item {
    if name == "port" { return .ports }
    if let question = bank.question(name) ?? bank.question("iv-" + name) {
      return .question(question)
    }
    let ids = ["port"] + bank.interview.map(\.id)
    let advice =
      NearestName.of(name, among: ids).map { "Did you mean \($0)?" }
      ?? "Questions have ids such as \(InterviewItem.onePortID); \"port\" asks for ports."
    throw ValidationError("There is no question called '\(shown(name))'. \(advice)")
  }

  private static func shown(_ text: String) -> DisplayText { DisplayText(text).truncated(to: 40) }
}

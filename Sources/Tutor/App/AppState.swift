import Curriculum
import PortKnowledge
public import Practice
public import TerminalUI

/// The whole application at one moment.
///
/// Only ``update(_:at:)`` changes it.
public struct AppState: Sendable {
  /// The terminal's size.
  public internal(set) var size: Size
  /// What there is to learn.
  var catalog: Catalog
  /// The learner's record.
  var progress: ProgressSnapshot
  /// What the learner remembers.
  var memory: MemoryReplay<FSRS6>
  /// Why nothing is kept; nil while everything is.
  var keepingNotice: String?
  /// When the latest message came.
  var moment: Moment
  /// The open screens, the visible one last; never empty.
  var stack: [any ScreenModel]
  /// The help, while it lies over the screen.
  var help: HelpScreen?
  /// Whether the screen is black for a while, so that a class looks at the teacher.
  var isBlank = false
  /// Whether clicks and the wheel are listened to.
  var isMouseOn: Bool
  /// Where clicks on the frame that was last drawn lead.
  var targets: [Frame.Target] = []
  /// What is to be done before the first message.
  private(set) var initialEffects: [Effect] = []

  /// The tutor before the first key.
  ///
  /// - Parameters:
  ///   - size: the terminal's size.
  ///   - catalog: what there is to learn.
  ///   - progress: the learner's record.
  ///   - memory: what the learner remembers.
  ///   - keepingNotice: one sentence on why nothing is kept; nil if everything is.
  ///   - start: the screen to open.
  ///   - isMouseOn: whether clicks and the wheel are listened to.
  ///   - moment: now.
  public init(
    size: Size, catalog: Catalog, progress: ProgressSnapshot,
    memory: MemoryReplay<FSRS6> = MemoryReplay(scheduler: ReviewScheduler(model: FSRS6())),
    keepingNotice: String?, start: StartPoint = .screen(.home), isMouseOn: Bool = true,
    moment: Moment
  ) {
    self.size = size
    self.catalog = catalog
    self.progress = progress
    self.memory = memory
    self.moment = moment
    self.keepingNotice = keepingNotice
    self.isMouseOn = isMouseOn
    stack = [HomeScreen()]
    open(start, at: moment)
  }

  /// The name of the visible screen.
  public var screenName: ScreenName { help == nil ? visible.name : .help }

  /// Takes the effects that the start asked for.
  public mutating func takeInitialEffects() -> [Effect] {
    defer { initialEffects = [] }
    return initialEffects
  }

  var visible: any ScreenModel { stack[stack.count - 1] }

  /// The keys that work now.
  var keyContext: KeyContext { help?.keyContext ?? visible.keyContext }

  func context(at moment: Moment) -> Context {
    Context(
      size: size, catalog: catalog, progress: progress, memory: memory, moment: moment,
      keepingNotice: keepingNotice)
  }

  private mutating func open(_ start: StartPoint, at moment: Moment) {
    let context = context(at: moment)
    switch start {
    case .screen(let name):
      if name == .help { help = HelpScreen(of: visible.keyContext, without: visible.unused) }
      push(screen(name, in: context))
    case .lesson(let id):
      push(catalog.lesson(id).map { LessonScreen($0, in: context) })
    case .recording(let summary):
      push(DemoScreen(summary, isRecording: true, in: context))
    case .demo(let id):
      push(catalog.demo(id).map { DemoScreen($0, in: context) })
    case .sockets(let query, let isOwnOnly):
      push(SocketsScreen(query: query, isOwnOnly: isOwnOnly, in: context))
    case .ports(let query):
      push(PortsScreen(query: query))
    case .review(let newLimit, let limit):
      push(ReviewScreen(newLimit: newLimit, limit: limit, in: context))
    case .quiz(let plan):
      push(QuizScreen(plan, in: context))
    case .interview(let plan):
      push(InterviewScreen(.interview(plan), in: context))
    case .interviewQuestion(let id):
      push(catalog.bank.question(id).map { InterviewScreen(.question($0), in: context) })
    case .interviewPorts:
      push(InterviewScreen(.ports, in: context))
    case .cram(let plan):
      push(QuizScreen(plan, isCram: true, in: context))
    case .practice(let ids, let seed, let level):
      let families = ids.compactMap { id in
        ExerciseCatalog.family(named: id) ?? catalog.bank.deck(id)?.drill
      }
      push(
        PracticeRoundScreen(
          drilling: families.isEmpty ? ExerciseCatalog.families : families, seed: seed,
          level: level, in: context))
    }
  }

  private func screen(_ name: ScreenName, in context: Context) -> (any ScreenModel)? {
    switch name {
    case .home, .help: nil
    case .lessons: LessonsScreen()
    case .lesson: catalog.lessons.first.map { LessonScreen($0, in: context) }
    case .practice: PracticeMenuScreen()
    case .round: PracticeRoundScreen(families: [], seed: nil, level: .easy, in: context)
    case .decks: DecksScreen()
    case .myths: MythsScreen()
    case .demos: DemosScreen()
    case .demo: catalog.demos.first.map { DemoScreen($0, in: context) }
    case .ports: PortsScreen(query: "")
    case .sockets: SocketsScreen(in: context)
    case .progress: ProgressScreen()
    case .review: ReviewScreen(in: context)
    case .interview: InterviewStartScreen()
    case .quiz: QuizMenuScreen()
    }
  }

  private mutating func push(_ screen: (any ScreenModel)?) {
    guard let screen else { return }
    stack.append(screen)
    initialEffects += (screen as? DemoScreen)?.opening ?? []
    initialEffects += (screen as? PortsScreen)?.opening ?? []
    initialEffects += (screen as? SocketsScreen)?.opening ?? []
    initialEffects += (screen as? QuizScreen)?.opening ?? []
    initialEffects += (screen as? InterviewScreen)?.opening ?? []
  }
}

public import PortKnowledge

/// What a quiz asks, how much of it, and in how much time.
///
/// A value: the same plan always gives the same questions.
public struct QuizPlan: Hashable, Sendable {
  /// How many questions there can be.
  public static let counts = 1...200
  /// The longest time that can be given, in minutes: a day.
  public static let longestMinutes = 1440
  /// What the usual time limit gives for each question, in seconds.
  public static let secondsPerQuestion = 30

  /// How many questions are asked; fewer where a choice holds no more different ones.
  public var count = 20
  /// The topics; everything where nothing else is chosen either.
  public var topics: [ExerciseTopic] = []
  /// Single families of the catalog, by id.
  public var families: [String] = []
  /// Decks of ports.
  public var decks: [PortDrillFamily] = []
  /// Questions of lessons.
  public var lessonQuestions: [Question] = []
  /// Which ports are asked where the topic is ports; nil for those of the core and of interviews.
  ///
  /// With tiers the topic is only these ports, because other exercises would leave them.
  public var tiers: Set<Service.Tier>?
  /// How hard the exercises are; ports are typed above the easy level.
  public var level = ExerciseLevel.easy
  /// How long the whole quiz may take, in milliseconds; nil for as long as one likes.
  public var limitMilliseconds: Int64?
  /// Whether each answer is judged as soon as it is given and not at the end.
  public var isToldAtOnce = false
  /// Chooses the questions.
  public var seed: UInt64 = 1

  /// A quiz of 20 questions about everything, without a limit, judged at the end.
  public init() {
  }

  /// Whether no topic, family, deck or lesson question was chosen.
  var isAboutEverything: Bool {
    topics.isEmpty && families.isEmpty && decks.isEmpty && lessonQuestions.isEmpty
  }

  /// Whether ports are asked by tier, because the topic is ports.
  public var asksTiers: Bool { isAboutEverything || topics.contains(.ports) }

  /// The ports that the topic stands for, the most needed first and then by number.
  var tierCards: [PortDrillFamily.Card] {
    guard asksTiers else { return [] }
    let tiers = tiers ?? [.core, .interview]
    return ServiceTable.all.filter { tiers.contains($0.tier) && $0.port != 0 }
      .sorted { ($0.tier, $0.port) < ($1.tier, $1.port) }
      .map { PortDrillFamily.Card($0) }
  }

  /// The families of a topic that are asked, in the order of the catalog.
  ///
  /// The family of ports and services is left out where the ports are asked by tier: it asks the same.
  func chosenFamilies(of topic: ExerciseTopic) -> [any ExerciseFamily] {
    let isWhole = isAboutEverything || topics.contains(topic)
    return ExerciseCatalog.families(for: topic).filter { family in
      if families.contains(family.id) { return true }
      guard isWhole else { return false }
      return topic != .ports || (tiers == nil && family.id != "port-service")
    }
  }
}

import ArgumentParser
import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// What a quiz or a cram session is about, from the words of the command line.
struct QuizChoice {
  /// The word for the questions of the lessons that are done.
  static let lessons = "lessons"

  /// The words as typed.
  let topics: [String]
  /// The tiers of ports as typed; none for those of the core and of interviews.
  let tiers: [TierName]

  /// Every word there is besides the decks and families, for messages and the help.
  static let topicList =
    (ExerciseTopic.allCases.map(\.rawValue) + [lessons]).joined(separator: ", ")
  /// Every family, for messages and the help.
  static let familyList = ExerciseCatalog.families.map(\.id).joined(separator: ", ")

  /// Puts the choice into a plan: its topics, families, decks, questions and tiers.
  ///
  /// - Throws: A `ValidationError` for a word that means nothing, or where the tiers concern nothing;
  ///   a ``CommandFailure`` where lessons are needed and cannot be read.
  func fill(_ plan: inout QuizPlan, with options: CommonOptions) throws {
    for name in topics {
      if name == Self.lessons {
        let done = try ProgressKeeper(folder: options.folders.data).snapshot().lessonsDone
        let lessons = try LessonsFolder(options).library().lessons
        let questions = lessons.filter { done.contains($0.id) }.flatMap(\.questions)
        guard !questions.isEmpty else {
          throw ValidationError(
            "There are no questions of lessons yet: read a lesson to its end first, "
              + "as with \"portside learn 1\".")
        }
        plan.lessonQuestions = questions
      } else if let topic = ExerciseTopic(rawValue: name) {
        if !plan.topics.contains(topic) { plan.topics.append(topic) }
      } else if let family = ExerciseCatalog.family(named: name) {
        plan.families.append(family.id)
      } else if let deck = try LessonsFolder(options).library().bank.deck(name) {
        if !plan.decks.contains(where: { $0.id == deck.id }) { plan.decks.append(deck.drill) }
      } else {
        throw ValidationError(
          "There is no topic called '\(DisplayText(name).truncated(to: 40))'. "
            + "There are the topics \(Self.topicList), the decks that \"portside decks\" lists, "
            + "and the exercises \(Self.familyList).")
      }
    }
    guard !tiers.isEmpty else { return }
    plan.tiers = Set(tiers.map(\.tier))
    guard plan.asksTiers else {
      throw ValidationError(
        "--tier chooses among the ports of the topic ports; name that topic too.")
    }
  }
}

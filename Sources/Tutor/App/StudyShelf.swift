public import Curriculum
import PortKnowledge
public import Practice

/// Everything that can be remembered: the cards of a course, in the order of learning.
public struct StudyShelf: Sendable {
  /// The cards.
  public let cards: [StudyCard]

  /// The cards of a course and its bank.
  ///
  /// Lesson questions come with the lessons that are done: nobody is asked what was not taught.
  /// Ports, interview questions and skills take turns with them, each in its own order, the plain
  /// before the hard.
  ///
  /// - Parameters:
  ///   - library: The lessons and their bank.
  ///   - lessonsDone: The ids of the lessons read to their end.
  public init(_ library: LessonLibrary, lessonsDone: Set<String>) {
    self.init(lessons: library.lessons, bank: library.bank, lessonsDone: lessonsDone)
  }

  /// The cards of some lessons and a bank.
  init(lessons: [Lesson], bank: LessonBank, lessonsDone: Set<String>) {
    let questions = lessons.filter { lessonsDone.contains($0.id) }
      .flatMap(\.questions).map { StudyCard(.question($0)) }
    let services = Self.services(in: bank.decks)
    let ports =
      services.map { StudyCard(.port($0, .number)) }
      + services.map { StudyCard(.port($0, .service)) }
    let interview = InterviewQuestion.Level.allCases.flatMap { level in
      bank.interview.filter { $0.level == level }
    }.map { StudyCard(.interview($0.id)) }
    let skills = ExerciseLevel.allCases.flatMap { level in
      ExerciseCatalog.families.map { StudyCard(.skill(family: $0.id, level)) }
    }
    cards = Self.inTurns([questions, ports, skills, interview])
  }

  /// The ports to know, those of the core first; among these the first of each deck before the
  /// second of any, because decks begin with what is met most.
  private static func services(in decks: [PortDeck]) -> [Service] {
    var places: [Service: Int] = [:]
    for (index, deck) in decks.enumerated() {
      for (place, service) in deck.services.enumerated() where places[service] == nil {
        places[service] = place * decks.count + index
      }
    }
    return ServiceTable.all.filter { $0.tier < .extended && $0.port != 0 }
      .sorted { ($0.tier, places[$0] ?? .max) < ($1.tier, places[$1] ?? .max) }
  }

  /// One of each row after the other, until all rows are at their ends.
  private static func inTurns(_ rows: [[StudyCard]]) -> [StudyCard] {
    let longest = rows.map(\.count).max() ?? 0
    return (0..<longest).flatMap { index in
      rows.compactMap { index < $0.count ? $0[index] : nil }
    }
  }

  /// The card with an id.
  public func card(_ id: String) -> StudyCard? { cards.first { $0.id == id } }
}

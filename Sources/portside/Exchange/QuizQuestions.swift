import Curriculum
import Exchange
import PortKnowledge

/// Makes questions of a quiz again from their ids.
struct QuizQuestions {
  private let library: LessonLibrary
  private let questions: [String: Question]

  /// The questions of a course, and every exercise.
  init(_ library: LessonLibrary) {
    self.library = library
    questions = Dictionary(
      library.lessons.flatMap(\.questions).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The question with an id; nil where it cannot be made again.
  func question(_ id: String) -> QuizQuestion? {
    if let question = questions[id] ?? ExerciseCatalog.question(id: id) ?? drill(id) {
      return QuizQuestion(question, isExact: true)
    }
    // How the options of a port's question were mixed is not kept, but which was chosen is.
    return port(id).map { QuizQuestion($0, isExact: false) }
  }

  private func drill(_ id: String) -> Question? {
    guard let id = ExerciseID(id), let deck = library.bank.deck(id.family) else { return nil }
    return deck.drill.question(seed: id.seed, level: id.level)
  }

  private func port(_ id: String) -> Question? {
    let parts = id.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "port",
      let direction = PortDirection(rawValue: String(parts[2])),
      let service = ServiceTable.all.first(where: { $0.portAndTransports == parts[1] })
    else { return nil }
    return direction.question(about: service, seed: 0)
  }
}

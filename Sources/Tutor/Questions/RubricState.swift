import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// An interview's question on the screen: the answer is typed or said aloud, then the model answer
/// is shown and the learner ticks what theirs had.
///
/// A value like ``QuestionState``: whoever shows it hands it actions and keeps the mark it returns.
struct RubricState: Hashable, Sendable {
  /// What is asked.
  let item: InterviewItem
  /// When it was first shown, in milliseconds since 1970.
  let askedAt: Int64
  /// What was typed.
  private(set) var field = TextField(capacity: Self.capacity)
  /// Whether the model answer is shown.
  private(set) var isRevealed = false
  /// The points that the answer had.
  private(set) var ticked: Set<Int> = []
  /// Whether the learner has turned from the model answer to its points.
  private(set) var isTicking = false
  /// The point under the cursor.
  private(set) var cursor = 0
  /// The grade that the learner chose instead of the one that follows from the points.
  private(set) var chosenGrade: Grade?
  /// What is said about a typed answer that can be graded; nil until there is one.
  private(set) var verdict: Verdict?

  /// A question that is asked now.
  init(_ item: InterviewItem, askedAt: Int64) {
    self.item = item
    self.askedAt = askedAt
  }

  /// A question of the bank that is asked now, as in a review.
  init(_ question: InterviewQuestion, askedAt: Int64) {
    self.init(InterviewItem(question), askedAt: askedAt)
  }

  /// The keys that work now.
  var keyContext: KeyContext { isRevealed ? .rubric : .spoken }

  /// What the answer held, as it is ticked now.
  var mark: RubricMark {
    RubricMark(held: ticked, of: item.question.rubric.count, grade: chosenGrade)
  }

  /// The demo that shows that the model answer is true; nil where that is an exercise.
  var demo: String? { if case .demo(let id) = item.question.proof { id } else { nil } }

  /// What the keys offer but this question has no use for now.
  var unused: Set<Action> {
    guard isRevealed else { return [] }
    let ticking: Set<Action> = verdict == nil ? [] : [.toggle, .tickAll, .up, .down]
    return ticking.union(demo == nil ? [.openDemo] : [])
  }

  /// Handles an action; returns the mark in the moment in which the learner is done.
  mutating func handle(_ action: Action) -> RubricMark? {
    isRevealed ? judge(action) : answer(action)
  }

  private mutating func answer(_ action: Action) -> RubricMark? {
    switch action {
    case .type(.paste(let text)):
      field.handle(.paste(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })))
    case .type(let key): field.handle(key)
    case .confirm: reveal()
    default: break
    }
    return nil
  }

  private mutating func reveal() {
    isRevealed = true
    guard let check = item.check, !field.text.allSatisfy(\.isWhitespace) else { return }
    let verdict = check.verdict(on: .text(field.text))
    self.verdict = verdict
    if verdict.isCorrect { ticked = Set(item.question.rubric.indices) }
  }

  private mutating func judge(_ action: Action) -> RubricMark? {
    let count = item.question.rubric.count
    isTicking = true
    switch action {
    // What could be graded is not ticked; only the grade may be corrected.
    case .up where verdict != nil, .down where verdict != nil, .toggle where verdict != nil,
      .choose where verdict != nil, .tickAll where verdict != nil:
      break
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(max(0, count - 1), cursor + 1)
    case .toggle: toggle(cursor)
    case .choose(let index) where index < count:
      cursor = index
      toggle(index)
    case .tickAll:
      ticked = ticked.count == count ? [] : Set(0..<count)
      chosenGrade = nil
    case .left: changeGrade(by: -1)
    case .right: changeGrade(by: 1)
    case .easier: chosenGrade = mark.grade == .easy ? nil : .easy
    case .confirm: return mark
    default: break
    }
    return nil
  }

  private mutating func toggle(_ index: Int) {
    guard item.question.rubric.indices.contains(index) else { return }
    ticked.formSymmetricDifference([index])
    // The grade follows what is ticked, until it is corrected again.
    chosenGrade = nil
  }

  private mutating func changeGrade(by step: Int) {
    guard let grade = Grade(rawValue: mark.grade.rawValue + step) else { return }
    chosenGrade = grade
  }

  /// Room for an answer of a few minutes' typing, in characters.
  private static let capacity = 2_000
}

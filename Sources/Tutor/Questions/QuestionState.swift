import PortKnowledge
import TerminalUI

/// A question on the screen, from being asked to being explained.
struct QuestionState: Hashable, Sendable {
  let question: Question
  /// Whether hints are given.
  private let offersHints: Bool
  /// When it was first shown, in milliseconds since 1970.
  let askedAt: Int64
  /// The option under the cursor.
  private(set) var cursor = 0
  /// The options that are ticked.
  private(set) var ticked: Set<Int> = []
  /// What was typed.
  private(set) var field = TextField()
  /// The order made so far; nil where nothing is put in order.
  private(set) var ordering: OrderInput?
  /// The table filled so far; nil where there is none.
  private(set) var filling: TableInput?
  /// How many hints are shown.
  private(set) var hintsShown = 0
  /// Whether a hint was asked for just now, so that it is what should be seen.
  private(set) var isReadingHint = false
  /// What is said about the answer; nil until there is one.
  private(set) var verdict: Verdict?
  /// Whether the answer was shown and not given.
  private(set) var isRevealed = false
  /// A sentence about an answer that could not be taken, for example an empty one.
  private(set) var complaint: String?

  init(_ question: Question, askedAt: Int64, offersHints: Bool = true) {
    self.question = question
    self.offersHints = offersHints
    self.askedAt = askedAt
    switch question.kind {
    case .putInOrder(let ordering): self.ordering = OrderInput(count: ordering.items.count)
    case .fillTable(let table): filling = TableInput(table)
    case .chooseOne, .chooseSeveral, .entry: break
    }
  }

  /// The keys that work now.
  var keyContext: KeyContext {
    if verdict != nil { return .answered }
    switch question.kind {
    case .chooseOne: return .question
    case .chooseSeveral: return .questionSeveral
    case .entry: return .questionEntry
    case .putInOrder: return .questionOrder
    case .fillTable: return .questionTable
    }
  }

  /// Handles an action; returns the answer in the moment in which it is given.
  mutating func handle(_ action: Action) -> Answer? {
    guard verdict == nil else { return nil }
    isReadingHint = action == .hint
    if action != .hint, ordering != nil || filling != nil { return assemble(action) }
    let count = question.options.count
    switch action {
    case .up where count > 0: cursor = max(0, cursor - 1)
    case .down where count > 0: cursor = min(count - 1, cursor + 1)
    case .top: cursor = 0
    case .bottom: cursor = max(0, count - 1)
    case .hint: hintsShown = min(hintsShown + 1, question.hints.count)
    case .type(let key): field.handle(key)
    case .toggle: toggle(cursor)
    case .choose(let index) where index < count: return choose(index)
    case .confirm: return confirm()
    default: break
    }
    return nil
  }

  /// Grades an answer and keeps what is said about it.
  mutating func settle(_ answer: Answer) -> Verdict {
    let verdict = question.verdict(on: answer)
    self.verdict = verdict
    take(answer)
    return verdict
  }

  /// Shows the right answer without one having been given.
  mutating func reveal(_ verdict: Verdict) {
    self.verdict = verdict
    isRevealed = true
    take(question.rightAnswer)
  }

  /// Hands an action to the order or the table that is being made.
  private mutating func assemble(_ action: Action) -> Answer? {
    complaint = nil
    switch ordering?.handle(action) ?? filling?.handle(action) ?? .open {
    case .open: return nil
    case .given(let answer): return answer
    case .refused(let sentence):
      complaint = sentence
      return nil
    }
  }

  /// Makes the order or the table show an answer.
  private mutating func take(_ answer: Answer) {
    switch answer {
    case .order(let order): ordering?.take(order)
    case .cells(let cells): filling?.take(cells)
    case .choice, .choices, .text: break
    }
    complaint = nil
  }

  private mutating func choose(_ index: Int) -> Answer? {
    cursor = index
    if case .chooseOne = question.kind { return .choice(index) }
    toggle(index)
    return nil
  }

  private mutating func toggle(_ index: Int) {
    ticked.formSymmetricDifference([index])
    complaint = nil
  }

  private mutating func confirm() -> Answer? {
    switch question.kind {
    case .chooseOne:
      return .choice(cursor)
    case .chooseSeveral:
      guard !ticked.isEmpty else {
        complaint = "Nothing is ticked yet: press a number or Space to tick, then Enter."
        return nil
      }
      return .choices(ticked)
    case .entry:
      guard !field.text.allSatisfy(\.isWhitespace) else {
        complaint =
          "Type an answer, then Enter. \(offersHints ? "Tab shows a hint, " : "")PageDown skips."
        return nil
      }
      return .text(field.text)
    case .putInOrder, .fillTable:
      return nil
    }
  }
}

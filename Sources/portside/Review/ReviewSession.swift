import Curriculum
import PortKnowledge
import Practice
import TerminalUI
import Tutor

/// Reviews as lines: asks what is due, keeps each answer before it goes on, and says what was gained.
final class ReviewSession {
  /// Everything that can be asked.
  let shelf: StudyShelf
  private let bank: LessonBank
  private let keeper: ProgressKeeper
  private var queue: ReviewQueue<FSRS6>
  /// The reviews of this session with their answers, so that the latest can be taken back.
  private var reviews: [(review: ReviewRecord, answer: AnswerRecord?)] = []
  /// How the latest review was graded.
  private var grade = Grade.again

  /// A session over a queue.
  init(
    shelf: StudyShelf, bank: LessonBank, keeper: ProgressKeeper, queue: ReviewQueue<FSRS6>
  ) {
    self.shelf = shelf
    self.bank = bank
    self.keeper = keeper
    self.queue = queue
  }

  private static func today(at moment: Moment) -> Int {
    StudyDay.number(
      seconds: moment.milliseconds / 1000, zoneOffset: moment.zoneOffset,
      rolloverHour: StudyDay.defaultRolloverHour)
  }

  /// The next card, at this moment.
  private func next() -> StudyCard? {
    let now = LearnerClock.system.now()
    return queue.next(at: now.milliseconds / 1000, today: Self.today(at: now))
  }

  // MARK: Keeping

  /// Keeps a review.
  ///
  /// - Returns: Its row; nil with a sentence where it was not kept.
  func keep(
    _ grade: Grade, of card: StudyCard, duration: Int, answer: PlainAnswer?
  ) -> (row: Int64?, complaint: String?) {
    let now = LearnerClock.system.now()
    let record = ReviewRecord(
      cardID: card.id, grade: grade, durationMilliseconds: duration,
      reviewedAt: now.milliseconds, zoneOffset: now.zoneOffset,
      rolloverHour: StudyDay.defaultRolloverHour)
    let kind: AnswerRecord.Kind = if case .question = card.face { .lesson } else { .exercise }
    let answer = answer?.record(kind: kind, at: now)
    let kept = keeper.record(record, with: answer)
    // Counted on here: in a record that was begun anew meanwhile the rows begin at 1 again.
    queue.add(record.review(row: (queue.replay.lastRow ?? 0) + 1), of: card)
    reviews.append((record, answer))
    self.grade = grade
    return kept
  }

  /// Takes the latest review back, and its answer unless that stays; nil with a sentence where there
  /// is none, or it could not be kept.
  private func takeBack(keepingAnswer: Bool = false) -> (card: StudyCard?, complaint: String?) {
    guard let (review, answer) = reviews.popLast() else {
      return (nil, "There is no review of this session to take back.")
    }
    if let complaint = keeper.takeBack(review, keepingAnswer ? nil : answer) {
      reviews.append((review, answer))
      return (nil, complaint)
    }
    return (queue.undo(), nil)
  }

  // MARK: Asking

  /// Asks card after card, until nothing is due, so many reviews are done, or the learner stops.
  func ask(_ limit: Int, on console: PlainConsole) {
    let today = Self.today(at: LearnerClock.system.now())
    if let notice = queue.replay.clockNotice(today: today) { console.complain(DisplayText(notice)) }
    let quiz = PlainQuiz(console)
    while queue.gain.reviews < limit, let card = next() {
      guard let isReviewed = ask(card, with: quiz) else { break }
      if isReviewed {
        guard proceed(after: card, on: console) else { break }
      } else {
        queue.skip(card)
      }
    }
    tellGain(on: console)
  }

  /// Asks a card; nil where the learner stops or the input ends, false where it was left out.
  private func ask(_ card: StudyCard, with quiz: PlainQuiz) -> Bool? {
    // The next row is another one each time, and so is the exercise.
    let seed = UInt64(bitPattern: (queue.replay.lastRow ?? 0) &+ 1)
    guard let question = card.question(seed: seed) else { return askInterview(card, with: quiz) }
    quiz.show(question)
    var isReviewed = false
    var session = PracticeSession(questions: [question])
    let goesOn = quiz.ask(question, in: &session) { answer in
      let grade: Grade = !answer.verdict.isCorrect ? .again : answer.usedHint ? .hard : .good
      let kept = keep(grade, of: card, duration: answer.durationMilliseconds, answer: answer)
      if let complaint = kept.complaint { quiz.console.complain(DisplayText(complaint)) }
      isReviewed = true
    }
    return goesOn ? isReviewed : nil
  }

  private func askInterview(_ card: StudyCard, with quiz: PlainQuiz) -> Bool? {
    guard case .interview(let id) = card.face, let question = bank.question(id) else {
      return false
    }
    switch RubricLines(quiz.console).ask(InterviewItem(question)) {
    case .stopped: return nil
    case .skipped: return false
    case .answered(let given):
      let kept = keep(given.mark.grade, of: card, duration: given.milliseconds, answer: nil)
      if let complaint = kept.complaint { quiz.console.complain(DisplayText(complaint)) }
      return given.isLast ? nil : true
    }
  }

  /// After a review: on, or easier than thought, or taken back; false where the learner stops.
  private func proceed(after card: StudyCard, on console: PlainConsole) -> Bool {
    console.say()
    // What was forgotten was not easy, and whoever judged a grade has said so already.
    let canBeEasy = grade == .good || grade == .hard
    while true {
      let prompt: DisplayText =
        canBeEasy
        ? "Enter next; e it was easy, u take it back, q quit:"
        : "Enter next; u take it back, q quit:"
      guard let typed = console.ask(prompt) else { return false }
      switch typed.lowercased() {
      case "": return true
      case "q", "quit": return false
      case "u":
        let (taken, complaint) = takeBack()
        console.say(
          DisplayText(complaint ?? taken.map { "\($0.id) is as it was before." } ?? ""))
        return true
      case "e" where canBeEasy:
        guard takeBack(keepingAnswer: true).card != nil else { continue }
        let kept = keep(.easy, of: card, duration: 0, answer: nil)
        if let complaint = kept.complaint { console.complain(DisplayText(complaint)) }
        return true
      default: continue
      }
    }
  }

  // MARK: Telling

  private func tellGain(on console: PlainConsole) {
    let gain = queue.gain
    let now = LearnerClock.system.now()
    console.say()
    guard gain.reviews > 0 else {
      console.say(next() == nil ? "Nothing is due." : "Nothing was reviewed.")
      return tellNext(today: Self.today(at: now), on: console)
    }
    let reviews = gain.reviews == 1 ? "1 review" : "\(gain.reviews) reviews"
    let new = gain.newCards == 1 ? "1 new card" : "\(gain.newCards) new cards"
    console.say(DisplayText("\(reviews), \(gain.remembered) remembered, \(new)."))
    tellNext(today: Self.today(at: now), on: console)
  }

  private func tellNext(today: Int, on console: PlainConsole) {
    switch queue.daysToNext(today: today) {
    case nil: break
    case 0: console.say("The next card is due today.")
    case 1: console.say("The next card is due tomorrow.")
    case let days?: console.say(DisplayText("The next card is due in \(days) days."))
    }
  }

  /// Tells how many cards are due today and on each of the next six days.
  func tellForecast(on console: PlainConsole) {
    let today = Self.today(at: LearnerClock.system.now())
    let ids = shelf.cards.map(\.id)
    let due = Readiness(queue.replay).dueCards(of: ids, today: today, days: 7)
    for (offset, count) in due.enumerated() {
      let day = CivilDate(dayNumber: today + offset).description
      console.line(DisplayText("\(day)  \(count) due"))
    }
    let new = ids.count { queue.replay.cards[$0] == nil }
    console.say(
      DisplayText(new == 1 ? "1 card was never asked." : "\(new) cards were never asked."))
  }
}

import PortKnowledge
import Testing

@testable import Practice

@Suite("A session of reviews")
struct ReviewQueueTests {
  private static let day: Int64 = 86_400
  private static let scheduler = ReviewScheduler(model: FSRS6())

  private static func card(_ port: PortNumber, _ direction: PortDirection = .number) -> StudyCard {
    // The table has each of them.
    StudyCard(.port(ServiceTable.services(on: port)[0], direction))
  }

  private static let ssh = card(22)
  private static let web = card(80)
  private static let imaps = card(993)
  private static let cards = [ssh, card(22, .service), web, imaps]

  private func review(
    _ row: Int64, _ card: StudyCard, _ grade: Grade, at seconds: Int64
  ) -> Review {
    Review(
      row: row, cardID: card.id, grade: grade, seconds: seconds, zoneOffset: 0, rolloverHour: 0)
  }

  private func queue(_ log: [Review] = [], newLimit: Int = 10) -> ReviewQueue<FSRS6> {
    ReviewQueue(
      cards: Self.cards, replay: MemoryReplay(log, scheduler: Self.scheduler), newLimit: newLimit)
  }

  @Test("begins with the weakest of what is due, and goes on with new cards in their order")
  func order() {
    // Both learnt on the same day; the one that was hard is the weaker one.
    let log = [
      review(1, Self.web, .easy, at: 0), review(2, Self.imaps, .good, at: 0),
      review(3, Self.imaps, .good, at: 600),
    ]
    let due = queue(log).due(at: 30 * Self.day, today: 30)
    #expect(due == [Self.imaps, Self.web, Self.ssh, Self.cards[1]])
    #expect(queue(log, newLimit: 0).due(at: 30 * Self.day, today: 30).count == 2)
    #expect(queue(log, newLimit: 0).due(at: 1000, today: 0).isEmpty)
  }

  @Test("does not ask kin one after the other where anything else is due")
  func kin() {
    var queue = queue()
    #expect(queue.next(at: 0, today: 0) == Self.ssh)
    queue.add(review(1, Self.ssh, .good, at: 0), of: Self.ssh)
    // The other direction of port 22 waits until something else was asked.
    #expect(queue.next(at: 1, today: 0) == Self.web)
    queue.add(review(2, Self.web, .good, at: 1), of: Self.web)
    #expect(queue.next(at: 2, today: 0) == Self.cards[1])
  }

  @Test("brings a card back at its learning step, early where nothing else is left")
  func steps() {
    var queue = queue(newLimit: 1)
    queue.add(review(1, Self.ssh, .again, at: 0), of: Self.ssh)
    #expect(queue.due(at: 1, today: 0).isEmpty)
    #expect(queue.next(at: 1, today: 0) == Self.ssh)
    queue.add(review(2, Self.ssh, .easy, at: 5), of: Self.ssh)
    #expect(queue.next(at: 6, today: 0) == nil)
    #expect(queue.gain.reviews == 2 && queue.gain.remembered == 1 && queue.gain.newCards == 1)
    #expect((queue.daysToNext(today: 0) ?? 0) >= 1)
  }

  @Test("takes reviews back one by one, as if they had not been")
  func undo() {
    let first = queue()
    var queue = first
    queue.add(review(1, Self.ssh, .good, at: 0), of: Self.ssh)
    let second = queue.replay
    queue.add(review(2, Self.web, .again, at: 1), of: Self.web)
    let web = queue.undo()
    #expect(web == Self.web)
    #expect(queue.replay == second && queue.gain.reviews == 1)
    let ssh = queue.undo()
    #expect(ssh == Self.ssh)
    #expect(queue.replay == first.replay && queue.gain == .init())
    let nothing = queue.undo()
    #expect(nothing == nil)
    #expect(queue.next(at: 0, today: 0) == Self.ssh)
  }

  @Test("goes back to the card that was reviewed, though another was left out since")
  func undoAfterSkip() {
    var queue = queue()
    queue.add(review(1, Self.ssh, .again, at: 0), of: Self.ssh)
    queue.skip(Self.web)
    let card = queue.undo()
    #expect(card == Self.ssh && queue.replay.cards.isEmpty)
    #expect(!queue.due(at: 0, today: 0).contains(Self.web), "it stays left out")
    #expect(queue.due(at: 0, today: 0).contains(Self.ssh))
  }

  @Test("leaves a card out that was skipped, and keeps its schedule")
  func skip() {
    var queue = queue()
    queue.skip(Self.ssh)
    #expect(!queue.due(at: 0, today: 0).contains(Self.ssh))
    #expect(queue.replay.cards.isEmpty && queue.gain.reviews == 0)
  }

  @Test("a row that is not later changes nothing")
  func oldRow() {
    var queue = queue([review(5, Self.ssh, .good, at: 0)])
    let before = queue.replay
    let isAdded = queue.add(review(5, Self.web, .good, at: 1), of: Self.web)
    let undone = queue.undo()
    #expect(!isAdded && undone == nil && queue.replay == before)
  }
}

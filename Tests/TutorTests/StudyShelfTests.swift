import Curriculum
import PortKnowledge
import Practice
import Testing

@testable import Tutor

@Suite("Everything that can be remembered")
struct StudyShelfTests {
  private let library = LessonLibrary(lessons: Fixture.catalog.lessons)

  @Test("has each card once, and lesson questions only of lessons that are done")
  func cards() throws {
    let all = StudyShelf(library, lessonsDone: Set(library.lessons.map(\.id)))
    #expect(Set(all.cards.map(\.id)).count == all.cards.count)
    let none = StudyShelf(library, lessonsDone: [])
    let questions = library.lessons.flatMap(\.questions).count
    #expect(all.cards.count == none.cards.count + questions)
    #expect(all.card("question:t-one")?.question(seed: 1)?.id == "t-one")
    #expect(none.card("question:t-one") == nil)
    #expect(none.card("skill:bind-pair:2") != nil && none.card("skill:bind-pair:4") == nil)
  }

  @Test("asks every port in both directions, always alike for a seed")
  func ports() throws {
    for card in StudyShelf(library, lessonsDone: []).cards {
      guard case .port(let service, let direction) = card.face else { continue }
      let question = try #require(card.question(seed: 7))
      #expect(question == card.question(seed: 7), "\(card.id)")
      let right = question.verdict(on: question.rightAnswer)
      #expect(right.isCorrect, "\(card.id)")
      if direction == .service {
        #expect(question.prompt.contains(service.port.description), "\(card.id)")
      }
    }
  }

  @Test("a skill's face is another exercise each time")
  func skills() throws {
    let card = StudyCard(.skill(family: "bind-pair", .easy))
    let prompts = Set((0..<10).compactMap { card.question(seed: $0)?.figure })
    #expect(prompts.count > 3)
  }
}

import Demos
import PortKnowledge
import Testing

/// What must hold for every demo, on the real kernel.
@Suite("Every demo")
struct EveryDemoTests {
  private static let names = DemoCatalog.all.map(\.id)

  private func run(
    _ name: String, choosing choose: @escaping @Sendable (Question) -> Answer? = { _ in nil }
  ) throws -> (events: [DemoEvent], driver: DemoDriver) {
    let demo = try #require(DemoCatalog.demo(named: name))
    let driver = DemoDriver(demo, choosing: choose)
    return (driver.run(), driver)
  }

  @Test("runs to its end, closes everything and leaves no row but TIME-WAIT", arguments: names)
  func cleanness(name: String) throws {
    let (events, driver) = try run(name)
    #expect(events.end == .completed)
    #expect(events.unclosedDescriptors.isEmpty)
    #expect(driver.inodes.isDisjoint(with: openInodes()))
    let left = events.readings.last?.lines.filter { $0.change != .removed } ?? []
    #expect(left.allSatisfy { $0.row.state == .timeWait }, "\(left)")
  }

  @Test("predicts what the kernel then does", arguments: names)
  func predictions(name: String) throws {
    let events = try run(name) { question in
      question.options.firstIndex { $0.isRight }.map(Answer.choice)
    }.events
    #expect(!events.outcomes.isEmpty, "nothing is asked")
    for outcome in events.outcomes {
      #expect(outcome.isCorrect == true, "\(outcome.questionID): \(outcome.measured)")
    }
    #expect(Set(events.outcomes.map(\.questionID)).count == events.outcomes.count)
  }

  @Test("runs twice at once", arguments: names)
  func twice(name: String) throws {
    let demo = try #require(DemoCatalog.demo(named: name))
    let drivers = (0..<2).map { _ in DemoDriver(demo) }
    for driver in drivers { driver.start() }
    for driver in drivers {
      driver.waitUntilEnded()
      #expect(driver.events.end == .completed)
    }
  }

  @Test("can be left after any step", arguments: names)
  func leaving(name: String) throws {
    let demo = try #require(DemoCatalog.demo(named: name))
    for last in 0..<demo.summary.stepCount - 1 {
      let driver = DemoDriver(demo) { runner, event in
        switch event {
        case .questionAsked: runner.answer(nil)
        case .stepEnded(let index): if index == last { runner.stop() } else { runner.proceed() }
        default: break
        }
      }
      #expect(driver.run().end == .left, "after step \(last)")
      #expect(driver.inodes.isDisjoint(with: openInodes()), "after step \(last)")
    }
  }

  @Test("is told in sentences that fit a screen", arguments: names)
  func texts(name: String) throws {
    let events = try run(name).events
    let summary = try #require(DemoCatalog.demo(named: name)?.summary)
    #expect((2...10).contains(summary.stepCount))
    #expect(summary.teaches.hasSuffix(".") && summary.teaches.count <= 90)
    #expect(summary.title.count <= 50)
    var begun = 0
    for event in events {
      switch event {
      case .stepBegan(_, let title, let narration):
        begun += 1
        #expect(title.count <= 44 && (20...300).contains(narration.count), "\(title)")
      case .remark(let text): #expect((10...330).contains(text.count), "\(text)")
      case .figureDrawn(let lines):
        for line in lines { #expect(line.text.count <= 58, "\(line.text)") }
      case .questionAsked(let question):
        #expect(question.prompt.count <= 230 && (2...5).contains(question.options.count))
        for option in question.options {
          #expect(option.text.count <= 56 && option.explanation.count <= 230, "\(option.text)")
        }
      default: break
      }
    }
    #expect(begun == summary.stepCount)
  }
}

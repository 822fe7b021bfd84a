#if DEBUG
import CursesTerminal
import Testing

@Suite("Asking for a crash")
struct TestTrapTests {
  @Test("Every kind can be asked for on any screen", arguments: TestTrap.Kind.allCases)
  func kinds(kind: TestTrap.Kind) throws {
    let trap = try #require(TestTrap("\(kind.rawValue)@home"))
    #expect(trap.kind == kind)
    #expect(trap.screen == "home")
  }

  @Test("A screen's name may hold the separator")
  func separator() {
    #expect(TestTrap("fatal@a@b")?.screen == "a@b")
  }

  @Test("Anything else asks for nothing", arguments: ["", "fatal", "fatal@", "@home", "boom@home"])
  func nothing(text: String) {
    #expect(TestTrap(text) == nil)
  }
}
#endif

import TerminalUI
import Testing

@Suite("Lists and fields")
struct WidgetTests {
  @Test("The chosen line is visible, and the list scrolls no further than it must")
  func list() {
    for seed in UInt64(0)..<300 {
      var generator = TestGenerator(seed: seed)
      var position = ListPosition()
      for _ in 0..<20 {
        let count = Int.random(in: 0...30, using: &generator)
        let rows = Int.random(in: 0...12, using: &generator)
        let offset = Int.random(in: -40...40, using: &generator)
        position.move(by: offset, count: count)
        let before = position.top
        let shown = position.visible(rows: rows, count: count)
        #expect(shown.count == min(max(1, rows), count), "seed \(seed)")
        #expect(count == 0 || shown.contains(position.selected), "seed \(seed)")
        let mayStay = before...max(before, before + max(1, rows) - 1)
        if mayStay.contains(position.selected), before + max(1, rows) <= count {
          #expect(shown.lowerBound == before, "seed \(seed)")
        }
        position.settle(rows: rows, count: count)
        #expect(position.visible(rows: rows, count: count) == shown, "seed \(seed)")
      }
    }
  }

  @Test("Any distance is a move")
  func far() {
    var position = ListPosition()
    position.move(by: 3, count: 10)
    position.move(by: .max, count: 10)
    #expect(position.selected == 9)
    position.move(by: .min, count: 10)
    #expect(position.selected == 0)
  }

  @Test("A list that shrinks keeps a line that exists")
  func shrinking() {
    var position = ListPosition()
    position.select(9, count: 10)
    position.settle(rows: 4, count: 3)
    #expect(position.selected == 2)
    #expect(position.visible(rows: 4, count: 3) == 0..<3)
  }

  @Test("A field edits like a line of the shell")
  func editing() {
    var field = TextField("port")
    for key in [Key.left, .left, .character("0")] { field.handle(key) }
    #expect(field.text == "po0rt" && field.cursor == 3)
    for key in [Key.backspace, .delete, .home, .delete] { field.handle(key) }
    #expect(field.text == "ot" && field.cursor == 0)
    for key in [Key.control("e"), .paste(" one two\n\u{1B}[31m ")] { field.handle(key) }
    #expect(field.text == "ot one two[31m ")
    field.handle(.control("w"))
    #expect(field.text == "ot one " && field.cursor == 7)
    #expect(!field.handle(.up) && !field.handle(.enter) && !field.handle(.control("c")))
    field.handle(.control("u"))
    #expect(field.text.isEmpty && field.cursor == 0)
  }

  @Test("An accent in the middle leaves the cursor after its letter")
  func accent() {
    var field = TextField("eb")
    field.handle(.left)
    field.handle(.character("\u{301}"))
    #expect(field.text == "e\u{301}b" && field.cursor == 1)
  }

  @Test("The field stays within its limits whatever is typed and pasted")
  func fieldProperties() {
    for seed in UInt64(0)..<300 {
      var generator = TestGenerator(seed: seed)
      var field = TextField(generator.text(upTo: 20))
      for _ in 0..<30 { field.handle(key(&generator)) }
      #expect((0...field.text.count).contains(field.cursor), "seed \(seed)")
      #expect(field.text.count <= TextField.limit, "seed \(seed)")
      #expect(field.cursorColumns <= DisplayText(field.text).columns + 1, "seed \(seed)")
      #expect(
        !field.text.unicodeScalars.contains { $0.properties.generalCategory == .control },
        "seed \(seed)")
    }
  }

  @Test("One character cannot carry a whole paste")
  func zalgo() {
    var field = TextField()
    field.handle(.paste("a" + String(repeating: "\u{301}", count: 60_000)))
    field.handle(.paste(String(repeating: "b", count: 60_000)))
    #expect(field.text.count <= TextField.limit)
    #expect(field.text.unicodeScalars.count <= 16 * TextField.limit)
  }

  private func key(_ generator: inout TestGenerator) -> Key {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: .left
    case 1: .right
    case 2: .home
    case 3: .end
    case 4: .backspace
    case 5: .delete
    case 6: .control("w")
    case 7: .paste(generator.text(upTo: 80))
    default: .character(Character(generator.scalar()))
    }
  }
}

import TerminalUI
import Testing

@Suite("Stand-ins where only ASCII can be shown")
struct ASCIIStandInTests {
  @Test("A stand-in is ASCII and takes the columns of what it replaces")
  func columns() {
    for value in UInt32(0x20)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value), value != 0x7F else { continue }
      let width = ScalarWidth.columns(of: scalar)
      guard width > 0 else { continue }
      let text = ASCIIStandIn.text(for: String(Character(scalar)))
      if !text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) || text.utf8.count != width {
        Issue.record("U+\(String(value, radix: 16)) became \(text.debugDescription)")
      }
    }
  }

  @Test("What screens are drawn with has a stand-in that says the same")
  func known() {
    let drawn = "─│┌┐└┘├┤┬┴┼▸◂▲▼✓✗→←↔↑↓⏎·…•×−–█░▁▂▃▄▅▆▇›≠“”’"
    #expect(drawn.unicodeScalars.filter { !ASCIIStandIn.isKnown($0) }.isEmpty)
    #expect(ASCIIStandIn.text(for: "✓") != ASCIIStandIn.text(for: "✗"))
    #expect(ASCIIStandIn.text(for: "e\u{301}") == "e")
    #expect(ASCIIStandIn.text(for: "") == " ")
  }
}
